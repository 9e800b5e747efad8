"""schema.org description of a news item (NewsArticle; Google's article guide)."""

import datetime as dt
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.http import HttpRequest

from wagtail_prcouncil.news.states import UpdateKind
from wagtail_prcouncil.persian.dates import TEHRAN
from wagtail_prcouncil.ui.face import Face, face_of
from wagtail_prcouncil.ui.schema import publisher
from wagtail_prcouncil.ui.sharing import shared_pictures

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models import NewsMixin

CORRECTIONS = {UpdateKind.CLARIFICATION, UpdateKind.CORRECTION, UpdateKind.RETRACTION}


def news_article(page: "NewsMixin", request: HttpRequest) -> dict[str, Any]:
    """Dates are ISO 8601 with Tehran's offset; empty parts are left out."""
    face = face_of(page, request)
    institution = publisher(face)
    description = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": page.get_full_url(request),
        "headline": page.title,
        "alternativeHeadline": page.kicker,
        "description": page.lead or page.deck,
        "image": _images(page, face),
        "identifier": str(page.code or ""),
        "inLanguage": page.locale.language_code,
        "articleSection": page.section_here.title if page.section_here else "",
        "keywords": [tag.name for tag in page.keywords],
        "datePublished": _moment(page.published_at),
        "dateModified": _moment(page.modified_at or page.published_at),
        "dateline": page.dateline_place,
        "isBasedOn": page.quoted_url,
        "sourceOrganization": page.quoted and {"@type": "Organization", "name": page.quoted},
        "creativeWorkStatus": "Retracted" if page.retracted_at else "",
        "correction": _corrections(page),
        "workTranslation": [
            {"@type": "NewsArticle", "@id": edition.full_url, "inLanguage": edition.language.code}
            for edition in face.translations
        ],
        "author": _author(page, face, request) if page.byline else institution,
        "publisher": institution,
        "isAccessibleForFree": True,
    }
    return {key: value for key, value in description.items() if value}


def _images(page: "NewsMixin", face: Face) -> list[dict[str, Any]]:
    """The picture in each shape that search engines ask for, with whose it is."""
    more = {"caption": page.hero_caption, "creditText": page.hero_credit}
    return [
        {
            "@type": "ImageObject",
            "url": urljoin(face.root_url, file.url),
            "width": file.width,
            "height": file.height,
            **{key: value for key, value in more.items() if value},
        }
        for file in shared_pictures(page.hero_image)
    ]


def _corrections(page: "NewsMixin") -> list[dict[str, str]]:
    """What was put right, newest first, in the words that readers were told."""
    return [
        {"@type": "CorrectionComment", "text": told.note, "datePublished": _moment(told.at)}
        for told in page.updates
        if told.kind in CORRECTIONS
    ]


def _moment(value: dt.datetime | None) -> str:
    return value.astimezone(TEHRAN).isoformat(timespec="seconds") if value else ""


def _author(page: "NewsMixin", face: Face, request: HttpRequest) -> dict[str, str]:
    """Whose news it is: a name, and its profile where readers may see one."""
    url = page.profile_url(page.agency, request)
    named = {"@type": "GovernmentOrganization", "name": page.byline}
    return named | {"url": urljoin(face.root_url, url)} if url else named
