"""The main menu: those children of the site's home, in one language, that editors put in menus.

Which pages these are is kept in the cache: children of home are found among all its descendants by
their depth, which no index holds, so asking for them reads the whole site. Titles, addresses, order
and who may read them are asked for anew with every page, by primary key (`ui/surroundings.py`).
"""

from typing import NamedTuple

from django.core.cache import cache
from django.http import HttpRequest
from wagtail.models import Locale, Page, Site

KEPT_FOR = 600  # seconds; bounds how long a process with a cache of its own misses a new entry


class MenuEntry(NamedTuple):
    """A link of the menu; `path` is the page's place in the tree. `current` is the value of
    `aria-current`: "page" on that very page, "true" below it, else empty."""

    title: str
    url: str
    path: str
    current: str = ""

    @classmethod
    def of(cls, page: Page, request: HttpRequest, *, here: Page | None) -> "MenuEntry":
        entry = cls(page.title, page.get_url(request) or "", page.path)
        if not entry.holds(here):
            return entry
        return entry._replace(current="page" if here and here.path == page.path else "true")

    def holds(self, page: Page | None) -> bool:
        """Whether `page` is this entry's page or lies below it."""
        return page is not None and page.path.startswith(self.path)


class Menu(NamedTuple):
    """A site's menu in one language. The home's title is the name the site goes by."""

    home: MenuEntry
    entries: tuple[MenuEntry, ...]


def entry_ids(site: Site, locale_id: int) -> list[int]:
    """Keys of the pages that editors put in the menu; whether readers may see them is not asked."""
    key = _cache_key(site.pk, locale_id)
    ids: list[int] | None = cache.get(key)
    if ids is None:
        home = site.root_page.get_translations(inclusive=True).filter(locale_id=locale_id).first()
        children = Page.objects.child_of(home).in_menu() if home else Page.objects.none()
        ids = list(children.values_list("pk", flat=True))
        cache.set(key, ids, KEPT_FOR)
    return ids


def forget_menus() -> None:
    """Drop what is kept of the menus of all sites in all languages."""
    locale_ids = list(Locale.objects.values_list("pk", flat=True))
    sites = {root.site_id for root in Site.get_site_root_paths()}
    cache.delete_many([_cache_key(site, locale) for site in sites for locale in locale_ids])


def _cache_key(site_id: int, locale_id: int) -> str:
    return f"prcouncil_ui.menu.{site_id}.{locale_id}"
