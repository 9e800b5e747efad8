"""Councils that a meeting names, as readers of a language find them."""

from collections.abc import Iterable
from typing import NamedTuple

from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.ui.languages import PageLanguage, page_language


class Host(NamedTuple):
    """A council by its page in the reader's language, else by its original. `language` is that of
    the title, where it is another than the reader's."""

    title: str
    url: str
    language: PageLanguage | None = None


class Hosts:
    """Of the councils, given by their originals, those that readers may see; besides, whichever
    stands above `page`, since whoever reads that one may read what lies on the way. One query."""

    def __init__(
        self, councils: Iterable[CouncilPage], page: Page, request: HttpRequest | None
    ) -> None:
        wanted = {council.pk: council.translation_key for council in councils}
        self._found: dict[int, Host] = {}
        if not wanted:
            return
        group = CouncilPage.objects.filter(translation_key__in=set(wanted.values()), live=True)
        by_key: dict[object, CouncilPage] = {}
        for row in group.without_aliases().select_related("locale").order_by("pk"):
            is_ours = row.locale_id == page.locale_id
            if not row.is_readable and not (page.path or "").startswith(row.path):
                continue
            if is_ours or (row.pk in wanted and row.translation_key not in by_key):
                by_key[row.translation_key] = row
        for pk, key in wanted.items():
            if (shown := by_key.get(key)) is not None:
                self._found[pk] = _host(shown, page, request)

    def get(self, council_id: int | None) -> Host | None:
        """None of one that readers may not see."""
        return self._found.get(council_id) if council_id else None


def _host(council: CouncilPage, page: Page, request: HttpRequest | None) -> Host:
    is_foreign = council.locale_id != page.locale_id
    language = page_language(council) if is_foreign else None
    return Host(council.title, council.get_url(request) or "", language)
