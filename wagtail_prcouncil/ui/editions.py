"""The same page in the site's other languages, for the language switch and `hreflang`."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page, Site

from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.ui.languages import PageLanguage, page_language


@dataclass(frozen=True, slots=True)
class Edition:
    """Where a reader who prefers another language goes on.

    `is_translation` tells the page itself from the home page, which stands in for what is not
    translated and must not be announced as an alternate of it.
    """

    language: PageLanguage
    name: str
    url: str
    full_url: str
    is_translation: bool


def other_editions(
    request: HttpRequest, page: Page | None, language: PageLanguage
) -> tuple[Edition, ...]:
    """One edition for each other language with a readable home, in the order of the homes.

    Aliases are left out: they carry the words of the language they mirror.
    """
    site = Site.find_for_request(request)
    if site is None:
        return ()
    home_key = site.root_page.translation_key
    wanted = Q(translation_key=home_key)
    if page is not None:
        wanted |= Q(translation_key=page.translation_key, alias_of__isnull=True)
    found = list(
        ReadableQuerySet(Page)
        .filter(wanted)
        .exclude(locale__language_code=language.code)
        .readable()
        .select_related("locale")
        .order_by("depth", "path")  # homes first, so that translations replace them
        .specific(defer=True)
    )
    by_language: dict[str, Page] = {}
    homes = {p.locale.language_code for p in found if p.translation_key == home_key}
    for other in found:
        if other.locale.language_code in homes:
            by_language[other.locale.language_code] = other
    own_key = page.translation_key if page is not None else None
    return tuple(_edition(request, p, p.translation_key == own_key) for p in by_language.values())


def _edition(request: HttpRequest, page: Page, is_translation: bool) -> Edition:
    return Edition(
        language=page_language(page),
        name=page.locale.language_name_local,
        url=page.get_url(request) or "",
        full_url=page.get_full_url(request) or "",
        is_translation=is_translation,
    )
