"""The pages that a page's frame links to: homes, menu, the way up, translations.

They are read together, by primary key, translation key and path, so that the frame of a page costs
one look into the tree, however large the site is. Which version of its brand the site shows comes
along (`ui/brand/shown.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page, Site

from wagtail_prcouncil.pages.locales import active_locale
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.ui.menu import entry_ids
from wagtail_prcouncil.ui.models import BrandSettings


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Readable pages only. `home` is the one in the page's language; `elsewhere` holds, for each
    other language that has a home, the page's translation or else that home. `brand_version` is
    None where nobody has set a brand."""

    home: Page | None = None
    menu: tuple[Page, ...] = ()
    ancestors: tuple[Page, ...] = ()
    elsewhere: tuple[Page, ...] = ()
    brand_version: str | None = None


def surroundings_of(page: Page | None, request: HttpRequest) -> Surroundings:
    """What lies around `page`; around the home of the active language where there is no page.

    Fills `page.locale`, which the language of the page is read from.
    """
    site = Site.find_for_request(request)
    if site is None:
        return Surroundings()
    locale = None if page else active_locale()
    locale_id = page.locale_id if page else locale.pk if locale else 0
    menu_ids, ways_up = entry_ids(site, locale_id), _paths_above(page, site)
    found, brand_version = _readable(site, page, menu_ids, ways_up)
    homes = {p.locale_id: p for p in found if p.translation_key == site.root_page.translation_key}
    home = homes.get(locale_id)
    if home is None:
        return Surroundings(elsewhere=tuple(homes.values()), brand_version=brand_version)
    if page is not None:
        page.locale = home.locale
    return Surroundings(
        home=home,
        menu=tuple(p for p in found if p.pk in menu_ids and p.show_in_menus),
        ancestors=tuple(p for p in found if p.path in ways_up),
        elsewhere=_elsewhere(page, locale_id, homes, found),
        brand_version=brand_version,
    )


def _readable(
    site: Site, page: Page | None, ids: list[int], paths: set[str]
) -> tuple[list[Page], str | None]:
    """In order of the tree, and the version of the brand. Page types with addresses of their own
    get to answer for themselves."""
    version = BrandSettings.version_of(site.pk)
    keys = {site.root_page.translation_key} | ({page.translation_key} if page else set())
    wanted = Q(translation_key__in=keys) | Q(pk__in=ids) | Q(path__in=paths)
    query = ReadableQuerySet(Page).filter(wanted).readable().select_related("locale")
    rows = sorted(query.annotate(brand_version=version), key=lambda row: row.path)
    if not rows:
        return [], Site.objects.values_list(version).get(pk=site.pk)[0]
    return [_specific(row) for row in rows], rows[0].brand_version


def _specific(row: Page) -> Page:
    if row.specific_class is None or row.specific_class.get_url_parts is Page.get_url_parts:
        return row
    page = row.specific_deferred
    page.locale = row.locale  # a specific instance starts without what was joined
    return page


def _paths_above(page: Page | None, site: Site) -> set[str]:
    """Tree paths between the home, which is left out, and the page."""
    if page is None:
        return set()
    step = Page.steplen
    return {page.path[: depth * step] for depth in range(site.root_page.depth + 1, page.depth)}


def _elsewhere(
    page: Page | None, locale_id: int, homes: dict[int, Page], found: Iterable[Page]
) -> tuple[Page, ...]:
    """Aliases are passed over: they carry the words of the language they mirror."""
    translations = {
        p.locale_id: p
        for p in found
        if page is not None and p.translation_key == page.translation_key and not p.alias_of_id
    }
    others = [code for code in homes if code != locale_id]
    return tuple(translations.get(code, homes[code]) for code in others)
