"""The same page in the site's other languages, for the language switch and `hreflang`."""

from typing import NamedTuple

from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.pages.shown import shown_by
from wagtail_prcouncil.ui.languages import PageLanguage, page_language


class Edition(NamedTuple):
    """Where a reader who prefers another language goes on.

    `is_translation` tells the page itself from the home page, which stands in for what is not
    translated and must not be announced as an alternate of it. `name` is the language's own.
    """

    language: PageLanguage
    name: str
    url: str
    full_url: str
    is_translation: bool

    @classmethod
    def of(cls, other: Page, page: Page | None, request: HttpRequest) -> "Edition":
        is_translation = page is not None and other.translation_key == page.translation_key
        path = shown_by(page).path if page is not None and is_translation else ""
        return cls(
            language=page_language(other),
            name=other.locale.language_name_local,
            url=(other.get_url(request) or "") + path,
            full_url=(other.get_full_url(request) or "") + path,
            is_translation=is_translation,
        )
