"""Pages that a charter names, as readers of a language find them: councils, the meeting in which it
was adopted, the occasion of its unveiling."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.pages.privacy import is_open
from wagtail_prcouncil.ui.languages import PageLanguage, page_language


class Linked(NamedTuple):
    """A page in the reader's language, else the one that was named. `language` is that of the
    title, where it is another than the reader's."""

    title: str
    url: str
    language: PageLanguage | None = None


def title_told(title: str, named: Page | None, page: Page) -> str:
    """What a page was called when it was named, for readers of `page`: for good where it is gone,
    and not where it is kept from readers of whom `page` is not kept itself."""
    is_kept = named is not None and not is_open(named) and is_open(page)
    return "" if is_kept else title


class LinkedPages:
    """Of the pages that are named, those that readers may see; besides, whichever stands above
    `page`, since whoever reads that one may read what lies on the way. One query."""

    def __init__(self, named: Iterable[Page], page: Page, request: HttpRequest | None) -> None:
        keys = {one.pk: one.translation_key for one in named}
        self._found: dict[int, Linked] = {}
        if not keys:
            return
        group = ReadableQuerySet(Page).filter(
            Q(pk__in=keys) | Q(translation_key__in=set(keys.values()), locale_id=page.locale_id),
            live=True,
            alias_of=None,
        )
        rows = list(group.without_kept().select_related("locale").order_by("pk"))
        shown = [one for one in rows if is_open(one) or page.path.startswith(one.path)]
        for pk, key in keys.items():
            ours = (o for o in shown if o.locale_id == page.locale_id and o.translation_key == key)
            own = (one for one in shown if one.pk == pk)
            found = next(ours, None) or next(own, None)
            if found is not None:
                self._found[pk] = _linked(found, page, request)

    def get(self, pk: int | None) -> Linked | None:
        """None of one that readers may not see."""
        return self._found.get(pk) if pk else None


def _linked(named: Page, page: Page, request: HttpRequest | None) -> Linked:
    language = page_language(named) if named.locale_id != page.locale_id else None
    return Linked(named.title, named.get_url(request) or "", language)
