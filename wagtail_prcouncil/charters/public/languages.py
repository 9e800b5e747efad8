"""Languages that texts are frozen in, which need not be the page's."""

from django.utils.translation import get_language_info

from wagtail_prcouncil.ui.languages import PageLanguage


def language_of(code: str) -> PageLanguage:
    """By its code ("fa", "en-gb"); one that Django does not know runs from left to right."""
    try:
        return PageLanguage(code, get_language_info(code)["bidi"])
    except KeyError:
        return PageLanguage(code, is_bidi=False)
