"""The language a page is written in, which its reader sees (rule A11)."""

from typing import Any, Literal, NamedTuple, Protocol

from django.conf import settings
from django.utils import translation
from wagtail.models import Page


class PageLanguage(NamedTuple):
    """A language as `<html>` needs it: `code` is an HTML language tag ("fa", "en-gb")."""

    code: str
    is_bidi: bool

    @property
    def dir(self) -> Literal["rtl", "ltr"]:
        return "rtl" if self.is_bidi else "ltr"

    @property
    def is_persian(self) -> bool:
        """Persian readers get Jalali dates and Persian digits."""
        return self.code.split("-")[0] == "fa"


class Variables(Protocol):
    """A template's context, or a dict in its place."""

    def get(self, key: str, /) -> Any: ...


def page_in(context: Variables) -> Page | None:
    """The Wagtail page a template is rendered for. Views that paginate call other things `page`."""
    page = context.get("page")
    return page if isinstance(page, Page) else None


def page_language(page: Page | None) -> PageLanguage:
    """The language of the page's own locale; where there is no page, the active language.

    The active language comes from the address, and a locale whose home is not translated
    shows Persian pages at English addresses.
    """
    if page is not None and page.locale_id:
        return PageLanguage(page.locale.language_code, page.locale.is_bidi)
    code = translation.get_language() or settings.LANGUAGE_CODE
    return PageLanguage(code, translation.get_language_info(code)["bidi"])


def language_name(code: str) -> str:
    """What a language is called in the active one: "Persian", «فارسی»; its code where Django does
    not know it."""
    try:
        return str(translation.get_language_info(code)["name_translated"])
    except KeyError:
        return code
