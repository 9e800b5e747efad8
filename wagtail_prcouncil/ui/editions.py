"""The same page in the site's other languages, for the language switch and `hreflang`."""

from collections.abc import Mapping
from typing import NamedTuple

from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.pages.shown import shown_by
from wagtail_prcouncil.ui.languages import PageLanguage, page_language


def lead_elsewhere(request: HttpRequest, addresses: Mapping[str, str]) -> None:
    """What answers this request is no page, and is found in other languages there: the switch leads
    to `addresses`, by language code, in place of homes. Said before the frame is asked for."""
    request.__dict__["_prcouncil_elsewhere"] = dict(addresses)


def led_elsewhere(request: HttpRequest) -> dict[str, str]:
    found: dict[str, str] = request.__dict__.get("_prcouncil_elsewhere", {})
    return found


class Edition(NamedTuple):
    """Where a reader who prefers another language goes on.

    `is_translation` tells the page itself from what stands in for it and must not be announced as
    an alternate: the home page where nothing is translated, the page itself where what it shows is
    shown in one language only, what is no page (`lead_elsewhere`). `name` is the language's own.
    """

    language: PageLanguage
    name: str
    url: str
    full_url: str
    is_translation: bool

    @classmethod
    def of(cls, other: Page, page: Page | None, request: HttpRequest) -> "Edition":
        is_translation = page is not None and other.translation_key == page.translation_key
        shown = shown_by(page) if page is not None and is_translation else None
        path = shown.path if shown and not shown.only_here else ""
        return cls(
            language=page_language(other),
            name=other.locale.language_name_local,
            url=led_elsewhere(request).get(other.locale.language_code)
            or (other.get_url(request) or "") + path,
            full_url=(other.get_full_url(request) or "") + path,
            is_translation=is_translation and not (shown and shown.only_here),
        )
