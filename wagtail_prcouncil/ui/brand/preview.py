"""The brand as it stands in the form, on the pages that an editor wants to see it on.

Wagtail puts the unsaved row on the request of a preview; `ui/brand/shown.py` takes it from there.
Nothing of it is stored, kept in a cache or reached without a login to the admin.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale, Page, Site

SPECIMEN = "specimen"


def modes() -> list[tuple[str, Any]]:
    """The home page in each language, then what a ministry's colours are used for, on one page."""
    homes: list[tuple[str, Any]] = [
        (code, _("Home page: %(language)s") % {"language": name})
        for code, name in get_content_languages().items()
    ]
    return [*homes, (SPECIMEN, _("Specimen of the colours"))]


def serve(request: HttpRequest, mode: str, site: Site) -> HttpResponse:
    """What a preview in `mode` shows; the specimen where the site has no home in that language."""
    # Of this site and no other, whatever the host that the admin is reached by.
    request._wagtail_site = site
    home = _home(site, mode)
    if home is None:
        return TemplateResponse(request, "prcouncil_ui/brand_specimen.html", {})
    page = home.specific
    response: HttpResponse = page.serve_preview(request, page.default_preview_mode)
    return response


def _home(site: Site, language: str) -> Page | None:
    locale = Locale.objects.filter(language_code=language).first()
    return site.root_page.get_translation_or_none(locale) if locale else None
