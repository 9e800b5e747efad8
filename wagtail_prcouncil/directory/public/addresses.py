"""Where the public finds an agency: for those who name one on pages of theirs."""

from django.http import HttpRequest
from wagtail.models import Locale, Page, Site

from wagtail_prcouncil.directory.models.agency import Agency
from wagtail_prcouncil.directory.models.pages import AgencyIndexPage


def register_page(request: HttpRequest, locale: Locale | int) -> AgencyIndexPage | None:
    """The readable register of the asked site in a language; None where it has none.

    Asked for once for each request and language.
    """
    key = locale.pk if isinstance(locale, Locale) else locale
    kept = getattr(request, "_prcouncil_registers", {})
    if key not in kept:
        kept[key] = _find(request, key)
        request._prcouncil_registers = kept
    return kept[key]


def agency_url(agency: Agency, request: HttpRequest, locale: Locale | int) -> str:
    """The address of an agency's profile in a language; empty where there is no register."""
    page = register_page(request, locale)
    address = page.get_url(request) if page else None
    return f"{address}{agency.code}/" if address else ""


def _find(request: HttpRequest, locale_id: int) -> AgencyIndexPage | None:
    site = Site.find_for_request(request)
    if site is None:
        return None
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
    found = AgencyIndexPage.objects.readable(locale_id).filter(
        id__in=registers, path__startswith=home.path
    )
    return found.without_aliases().order_by("path").first()
