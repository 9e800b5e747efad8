"""The pages that a page's frame links to: homes, menu, the way up, translations.

They are read together, by primary key, translation key and path, so that the frame of a page costs
one look into the tree, however large the site is. Which version of its brand the site shows comes
along (`ui/brand/shown.py`). What is made of all this is kept (`ui/frame.py`), so plain columns are
read, and pages are made of them only when something asks for one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Locale, Page, Site

from wagtail_prcouncil.pages.locales import active_locale
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.pages.privacy import tells_of_facts
from wagtail_prcouncil.ui.menu import entry_ids
from wagtail_prcouncil.ui.models import BrandSettings


class Neighbour(NamedTuple):
    """A page as it was read: columns of `Page`, and the code of its locale."""

    id: int
    path: str
    title: str
    url_path: str
    locale_id: int
    translation_key: UUID
    content_type_id: int
    alias_of_id: int | None
    show_in_menus: bool
    language_code: str

    @property
    def has_own_address(self) -> bool:
        """Whether its type says itself where it is found, which may take more than these
        columns."""
        kind = ContentType.objects.get_for_id(self.content_type_id).model_class()
        return kind is not None and kind.get_url_parts is not Page.get_url_parts

    def page(self) -> Page:
        """Other columns are read when they are asked for."""
        known = self._asdict()
        names = [f.attname for f in Page._meta.concrete_fields if f.attname in known]
        page = Page.from_db(Page.objects.db, names, [known[name] for name in names])
        if self.has_own_address:
            page = page.specific
        page.locale = Locale(pk=self.locale_id, language_code=self.language_code)
        return page


@dataclass(frozen=True)
class Surroundings:
    """Readable pages only. `home` is the one in the page's language; `elsewhere` holds, for each
    other language that has a home, the page's translation or else that home. `brand_version` is
    None where nobody has set a brand."""

    home_read: Neighbour | None = None
    menu_read: tuple[Neighbour, ...] = ()
    ancestors_read: tuple[Neighbour, ...] = ()
    elsewhere_read: tuple[Neighbour, ...] = ()
    brand_version: str | None = None

    @cached_property
    def home(self) -> Page | None:
        return self.home_read.page() if self.home_read else None

    @cached_property
    def menu(self) -> tuple[Page, ...]:
        return tuple(row.page() for row in self.menu_read)

    @cached_property
    def ancestors(self) -> tuple[Page, ...]:
        return tuple(row.page() for row in self.ancestors_read)

    @cached_property
    def elsewhere(self) -> tuple[Page, ...]:
        return tuple(row.page() for row in self.elsewhere_read)


def surroundings_of(page: Page | None, request: HttpRequest) -> Surroundings:
    """What lies around `page`; around the home of the active language where there is no page.

    Fills `page.locale`, which the language of the page is read from.
    """
    site = Site.find_for_request(request)
    if site is None:
        return Surroundings()
    locale = None if page else active_locale(request)
    locale_id = page.locale_id if page else locale.pk if locale else 0
    menu_ids, ways_up = entry_ids(site, locale_id), _paths_above(page, site)
    found, brand_version = _readable(site, page, menu_ids, ways_up)
    homes = {p.locale_id: p for p in found if p.translation_key == site.root_page.translation_key}
    home = homes.get(locale_id)
    if home is None:
        return Surroundings(elsewhere_read=tuple(homes.values()), brand_version=brand_version)
    if page is not None and not Page.locale.is_cached(page):
        page.locale = Locale(pk=home.locale_id, language_code=home.language_code)
    return Surroundings(
        home_read=home,
        menu_read=tuple(p for p in found if p.id in menu_ids and p.show_in_menus),
        ancestors_read=tuple(p for p in found if p.path in ways_up),
        elsewhere_read=_elsewhere(page, locale_id, homes, found),
        brand_version=brand_version,
    )


def _readable(
    site: Site, page: Page | None, ids: list[int], paths: set[str]
) -> tuple[list[Neighbour], str | None]:
    """In order of the tree, and the version of the brand."""
    keys = {site.root_page.translation_key} | ({page.translation_key} if page else set())
    wanted = Q(translation_key__in=keys) | Q(pk__in=ids) | Q(path__in=paths)
    rows = _rows(_columns(site.pk).filter(wanted), page)
    if not rows:
        version = BrandSettings.version_of(site.pk)
        return [], Site.objects.values_list(version).get(pk=site.pk)[0]
    return sorted((Neighbour(*row[:-1]) for row in rows), key=lambda row: row.path), rows[0][-1]


def _rows(pages: ReadableQuerySet, page: Page | None) -> list[Any]:
    """The readable ones. Whether an original is kept from readers is asked where a page that tells
    of facts is among them: with every frame it would take longer than the frame. A second query
    where that is another page than the one framed, of the menu."""
    if page is not None and tells_of_facts(type(page)):
        return list(pages.readable())
    rows = list(pages.open())
    place = Neighbour._fields.index("content_type_id")
    found = {ContentType.objects.get_for_id(row[place]).model_class() for row in rows}
    return list(pages.readable()) if any(kind and tells_of_facts(kind) for kind in found) else rows


@cache
def _columns(site_id: int) -> ReadableQuerySet:
    """What is read of each page, with the brand's version of this site last. Looking up the names
    of so many columns takes as long as reading them: it is done once in a process."""
    version = BrandSettings.version_of(site_id)
    named = (*Neighbour._fields[:-1], "locale__language_code", version)
    return ReadableQuerySet(Page).values_list(*named)


def _paths_above(page: Page | None, site: Site) -> set[str]:
    """Tree paths between the home, which is left out, and the page."""
    if page is None:
        return set()
    step = Page.steplen
    return {page.path[: depth * step] for depth in range(site.root_page.depth + 1, page.depth)}


def _elsewhere(
    page: Page | None,
    locale_id: int,
    homes: dict[int, Neighbour],
    found: Iterable[Neighbour],
) -> tuple[Neighbour, ...]:
    """Aliases are passed over: they carry the words of the language they mirror."""
    translations = {
        p.locale_id: p
        for p in found
        if page is not None and p.translation_key == page.translation_key and not p.alias_of_id
    }
    others = [code for code in homes if code != locale_id]
    return tuple(translations.get(code, homes[code]) for code in others)
