"""schema.org description of a news item (NewsArticle; Google's article guide)."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from wagtail_prcouncil.persian.dates import TEHRAN
from wagtail_prcouncil.ui.face import face_of
from wagtail_prcouncil.ui.schema import publisher

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models import NewsMixin


def news_article(page: "NewsMixin", request: HttpRequest) -> dict[str, Any]:
    """Dates are ISO 8601 with Tehran's offset; empty parts are left out."""
    institution = publisher(face_of(page, request))
    author = _author(page, request) if page.byline else institution
    description = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": page.get_full_url(request),
        "headline": page.title,
        "alternativeHeadline": page.kicker,
        "description": page.lead or page.deck,
        "identifier": str(page.code or ""),
        "inLanguage": page.locale.language_code,
        "articleSection": page.section_here.title if page.section_here else "",
        "datePublished": (
            page.published_at.astimezone(TEHRAN).isoformat() if page.published_at else ""
        ),
        "dateline": page.dateline_place,
        "isBasedOn": page.quoted_url,
        "author": author,
        "publisher": institution,
    }
    return {key: value for key, value in description.items() if value}


def _author(page: "NewsMixin", request: HttpRequest) -> dict[str, str]:
    """Whose news it is: a name, and its profile where readers may see one."""
    url = page.profile_url(page.agency, request)
    named = {"@type": "GovernmentOrganization", "name": page.byline}
    return named | {"url": request.build_absolute_uri(url)} if url else named
