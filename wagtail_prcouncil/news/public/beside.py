"""What stands beside a news item: the latest, what to read next, what came before and after; and
beside a section, what is new in the others.

Which items these are takes several looks into the indexes: that is kept for a minute, and forgotten
when any news is published or withdrawn. What readers see of them, and whether they may, is read
with every request: in one query, as plain rows.
"""

from collections import namedtuple
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache as once
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from uuid import uuid4

from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest

from wagtail_prcouncil.news import models
from wagtail_prcouncil.news.models.queryset import ON_CARDS, NewsQuerySet
from wagtail_prcouncil.news.public.neighbours import neighbour_keys
from wagtail_prcouncil.news.public.related import MOST_RELATED, related_keys
from wagtail_prcouncil.news.public.scope import Scope
from wagtail_prcouncil.pages.prepared import Prepared, samples
from wagtail_prcouncil.pages.privacy import private_paths
from wagtail_prcouncil.ui import keeping
from wagtail_prcouncil.ui.keeping import digest_of, may_keep
from wagtail_prcouncil.ui.renditions import CARD
from wagtail_prcouncil.ui.rows import PageRows

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models import NewsPage, SectionPage

Keys = TypeVar("Keys", bound=tuple[object, ...])

LATEST = 5
SPARE = 3
"""So many more are chosen, to move up when one of them may be read no longer."""

MOST_KEYS = 20
Card = namedtuple("Card", ON_CARDS)

TURN = "prcouncil_news.turn"  # another value with each publication


class Chosen(NamedTuple):
    """Keys, in order of showing."""

    latest: tuple[int, ...]
    related: tuple[int, ...]
    older: tuple[int, ...]
    newer: tuple[int, ...]


@dataclass(frozen=True)
class Beside:
    """Readable items; `older` and `newer` hold one at most."""

    latest: PageRows
    related: PageRows
    older: PageRows
    newer: PageRows


def beside(page: "NewsPage", request: HttpRequest) -> Beside:
    """What stands beside `page` in this answer; asked for once, whichever slot asks first. Two
    queries, when what is chosen is known."""
    known: dict[int, Beside] = request.__dict__.setdefault("_prcouncil_beside", {})
    if page.pk not in known:
        state = (
            *(page.pk, page.locale_id, page.section_id, page.agency_id),
            *(page.published_at, page.last_published_at),
        )
        known[page.pk] = _read(page, _chosen(state, lambda: _choose(page), request))
    return known[page.pk]


def elsewhere(section: "SectionPage", request: HttpRequest) -> PageRows:
    """The newest outside of a section and those below it. One query, when what is chosen is
    known."""
    family = section.section_tree.family_ids(section.path)
    scope = Scope(locale_id=section.locale_id)
    state = "elsewhere", section.locale_id, tuple(family)
    keys = _chosen(state, lambda: scope.latest_elsewhere(LATEST + SPARE, family), request)
    cards, found = _cards(keys, section.locale_id)
    return cards.picked([key for key in keys if key in found][:LATEST])


def forget_chosen() -> None:
    """At once, and after commit: between the two another request may have chosen of the old."""
    _turn()
    transaction.on_commit(_turn)


def _turn() -> None:
    cache.set(TURN, uuid4().hex, None)


def _chosen(state: object, choose: Callable[[], Keys], request: HttpRequest) -> Keys:
    """What is chosen for one state of a page."""
    if not may_keep(request):
        return choose()
    key = f"prcouncil_news.beside.{digest_of((state, cache.get(TURN)))}"
    chosen: Keys | None = cache.get(key)
    if chosen is None:
        chosen = choose()
        cache.set(key, chosen, keeping.KEPT_FOR)
    return chosen


def _choose(page: "NewsPage") -> Chosen:
    news = Scope(locale_id=page.locale_id, section_id=page.section_id).news()
    newest = news.newest_first().values_list("pk", flat=True)[: LATEST + SPARE + 1]
    older, newer = neighbour_keys(page)
    return Chosen(
        tuple(key for key in newest if key != page.pk), tuple(related_keys(page)), older, newer
    )


def _read(page: "NewsPage", chosen: Chosen) -> Beside:
    cards, found = _cards({key for keys in chosen for key in keys}, page.locale_id)

    def picked(keys: Iterable[int], size: int) -> PageRows:
        return cards.picked([key for key in keys if key in found][:size])

    return Beside(
        picked(chosen.latest, LATEST),
        picked(chosen.related, MOST_RELATED),
        picked(chosen.older, 1),
        picked(chosen.newer, 1),
    )


def _cards(keys: Collection[int], locale_id: int) -> tuple[PageRows, set[int]]:
    """Those of the keys that may be read, and which these are."""
    rows = _rows_of(keys, locale_id) if keys else []
    return models.NewsPage.objects.cards(rows, *CARD.specs), {row.pk for row in rows}


def _rows_of(keys: Collection[int], locale_id: int) -> list[Any]:
    if private_paths() or len(keys) > MOST_KEYS:
        return list(_rows().readable(locale_id).filter(pk__in=keys))
    nobody = [0] * (MOST_KEYS - len(keys))
    return [Card(*row) for row in _prepared().read(locale_id, *keys, *nobody)]


@once
def _prepared() -> Prepared:
    """Of a site on which nothing is private: what is, changes the query."""
    locale_id, *keys = samples(1 + MOST_KEYS)
    return Prepared(_rows().filter(live=True, locale=locale_id, pk__in=keys))


@once
def _rows() -> NewsQuerySet:
    """The columns are looked up once in a process."""
    return models.NewsPage.objects.without_aliases().recommended().order_by().card_rows()
