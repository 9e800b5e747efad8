"""The same page in the site's other languages, for the language switch and `hreflang`."""

from typing import NamedTuple

from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.pages.shown import shown_by
from wagtail_prcouncil.ui.languages import PageLanguage, page_language


class Edition(NamedTuple):
    """Where a reader who prefers another language goes on.

    `is_translation` tells the page itself from what stands in for it and must not be announced as
    an alternate: the home page where nothing is translated, the page itself where what it shows is
    shown in one language only. `name` is the language's own.
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
            url=(other.get_url(request) or "") + path,
            full_url=(other.get_full_url(request) or "") + path,
            is_translation=is_translation and not (shown and shown.only_here),
        )
