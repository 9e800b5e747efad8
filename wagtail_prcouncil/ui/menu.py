"""The main menu: those children of the site's home, in one language, that editors put in menus.

Kept in the cache. Children of home are found among all its descendants by their depth, which
no index holds, so the query reads the whole site: too much for every page view.
"""

from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest
from wagtail.models import Page, Site

from wagtail_prcouncil.pages.models import ReadableQuerySet

KEPT_FOR = 600  # seconds; bounds how long a process with a cache of its own shows an old menu


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A link of the menu; `path` is the page's place in the tree."""

    title: str
    url: str
    path: str

    def holds(self, page: Page | None) -> bool:
        """Whether `page` is this entry's page or lies below it."""
        return page is not None and page.path.startswith(self.path)


@dataclass(frozen=True, slots=True)
class Menu:
    """A site's menu in one language. The home's title is the name the site goes by."""

    home: MenuEntry
    entries: tuple[MenuEntry, ...]


def main_menu(request: HttpRequest, language_code: str) -> Menu | None:
    """None where the site has no readable home in this language. One query, then none."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    key = cache_key(site.pk, language_code)
    menu: Menu | None = cache.get(key)
    if menu is None:
        menu = _read(request, site, language_code)
        if menu is not None:
            cache.set(key, menu, KEPT_FOR)
    return menu


def forget_menus() -> None:
    """Drop the menus of all sites in all languages."""
    cache.delete_many([cache_key(p.site_id, p.language_code) for p in Site.get_site_root_paths()])


def cache_key(site_id: int, language_code: str) -> str:
    return f"prcouncil_ui.menu.{site_id}.{language_code}"


def _read(request: HttpRequest, site: Site, language_code: str) -> Menu | None:
    """The home first: a parent's path sorts before its children's."""
    home_address = next(
        (
            root.root_path
            for root in Site.get_site_root_paths()
            if root.site_id == site.pk and root.language_code == language_code
        ),
        None,
    )
    if home_address is None:
        return None
    depth = site.root_page.depth  # homes of all languages are siblings
    pages = (
        ReadableQuerySet(Page)
        .filter(url_path__startswith=home_address, depth__range=(depth, depth + 1))
        .readable()
        .order_by("path")
        # Types with addresses of their own (a link to elsewhere) answer for themselves.
        .specific(defer=True)
    )
    found = [
        (page, MenuEntry(page.title, page.get_url(request) or "", page.path)) for page in pages
    ]
    if not found or found[0][0].depth != depth:
        return None
    home, *others = found
    return Menu(home[1], tuple(entry for page, entry in others if page.show_in_menus))
