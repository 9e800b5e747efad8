"""Where what is said below a page goes on in other languages."""

from collections.abc import Callable

from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.comments.addresses import thread_path
from wagtail_prcouncil.comments.kinds import is_commented
from wagtail_prcouncil.comments.policies import allowed_on
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.ui.editions import lead_elsewhere


def lead_to_translations(
    page: Page, request: HttpRequest, path_of: Callable[[Page], str] = thread_path
) -> None:
    """Have the language switch lead to the same below the page's translations, or to a translation
    itself that shows no comments. Aliases are passed over: they carry words of another one.

    One query, and for each translation the few of a policy."""
    others = ReadableQuerySet(Page).readable().select_related("locale")
    found = others.filter(translation_key=page.translation_key).without_aliases()
    lead_elsewhere(
        request,
        {
            other.locale.language_code: _address(other.specific, request, path_of)
            for other in found.exclude(pk=page.pk)
        },
    )


def _address(page: Page, request: HttpRequest, path_of: Callable[[Page], str]) -> str:
    shows = is_commented(page) and allowed_on(page).shows
    return (path_of(page) if shows else "") or page.get_url(request) or ""
