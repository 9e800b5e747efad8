"""Where the public finds an agency: for those who name one on pages of theirs.

Nearly every page names an agency, and the register seldom moves: its address is kept in the cache,
so that no page looks for it in the tree. Whether it is private is asked anew with every request.
"""

from typing import NamedTuple

from django.core.cache import cache
from django.http import HttpRequest
from wagtail.models import Locale, Page, Site

from wagtail_prcouncil.directory.models.agency import Agency
from wagtail_prcouncil.directory.models.pages import AgencyIndexPage
from wagtail_prcouncil.pages.privacy import private_paths

KEPT_FOR = 60  # seconds; bounds how long a process with a cache of its own misses a change


class RegisterAddress(NamedTuple):
    """A register's address on its site, and its place in the tree; both empty without one."""

    url: str = ""
    path: str = ""


def agency_url(agency: Agency, request: HttpRequest, locale: Locale | int) -> str:
    """The address of an agency's profile in a language; empty where there is no register that
    anonymous readers may see."""
    found = _register_address(request, locale.pk if isinstance(locale, Locale) else locale)
    if not found.url or any(found.path.startswith(path) for path in private_paths()):
        return ""
    return f"{found.url}{agency.code}/"


def forget_registers() -> None:
    """Drop what is kept of the registers of all sites in all languages."""
    locale_ids = list(Locale.objects.values_list("pk", flat=True))
    sites = {root.site_id for root in Site.get_site_root_paths()}
    cache.delete_many([_cache_key(site, locale) for site in sites for locale in locale_ids])


def _register_address(request: HttpRequest, locale_id: int) -> RegisterAddress:
    site = Site.find_for_request(request)
    if site is None:
        return RegisterAddress()
    key = _cache_key(site.pk, locale_id)
    kept: RegisterAddress | None = cache.get(key)
    if kept is None:
        page = _find(site, locale_id)
        kept = (
            RegisterAddress(page.get_url(request) or "", page.path) if page else RegisterAddress()
        )
        cache.set(key, kept, KEPT_FOR)
    return kept


def _find(site: Site, locale_id: int) -> AgencyIndexPage | None:
    home = site.root_page
    if home.locale_id != locale_id:
        home = Page.objects.filter(
            translation_key=home.translation_key, locale_id=locale_id
        ).first()
    if home is None:
        return None
    # By their keys, which name the few rows to read: left alone, SQLite prefers to walk an index on
    # all pages of the site, in the order of the tree or of the language.
    registers = AgencyIndexPage.objects.order_by().values("page_ptr")
    found = AgencyIndexPage.objects.live().filter(
        id__in=registers, locale_id=locale_id, path__startswith=home.path
    )
    return found.without_aliases().order_by("path").first()


def _cache_key(site_id: int, locale_id: int) -> str:
    return f"prcouncil_directory.register.{site_id}.{locale_id}"
