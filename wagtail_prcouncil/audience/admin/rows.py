"""Lines of the report: views with the votes of the same item, section, agency or day."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models.functions import TruncDay
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.audience.admin.items import items_of
from wagtail_prcouncil.audience.admin.spans import Days
from wagtail_prcouncil.audience.models import UsefulnessVote
from wagtail_prcouncil.pages.facets import names_of
from wagtail_prcouncil.persian.jalali import TEHRAN


@dataclass(frozen=True, slots=True)
class Line:
    """`day` is set in a report by days only. `capped` counts minutes in which more views came than
    are believed."""

    name: str
    views: int
    useful: int = 0
    useless: int = 0
    capped: int = 0
    page_id: int | None = None
    day: dt.date | None = None
    language: str = ""
    address: str = ""
    code: int | None = None


class Name(NamedTuple):
    """How a key is called; the rest is of an item's original, by which items of the same headline
    are told apart."""

    words: str
    page_id: int | None = None
    language: str = ""
    address: str = ""
    code: int | None = None


class Grouping(NamedTuple):
    """By what views are added up: a column of counts, one of votes, and how keys are called."""

    slug: str
    title: str | Promise
    heading: str | Promise
    counted_by: str
    voted_by: str
    names: Callable[[Collection[Any]], Mapping[Any, Name]]


def titles(ids: Collection[int]) -> dict[int, str]:
    """Of sections, which are pages."""
    return dict(Page.objects.filter(pk__in=ids).order_by().values_list("pk", "title"))


def _sections(ids: Collection[int]) -> dict[int, Name]:
    return {key: Name(title) for key, title in titles(ids).items()}


def _agencies(ids: Collection[int]) -> dict[int, Name]:
    return {key: Name(name) for key, name in names_of("agency_id", ids).items()}


def _items(keys: Collection[UUID]) -> dict[UUID, Name]:
    """By the title that readers see."""
    return {key: Name(*item) for key, item in items_of(keys).items()}


ITEMS = Grouping("items", _("By item"), _("Item"), "item", "item", _items)
SECTIONS = Grouping(
    "sections", _("By section"), _("Section"), "section_id", "section_id", _sections
)
AGENCIES = Grouping("agencies", _("By agency"), _("Agency"), "agency_id", "agency_id", _agencies)
DAYS = Grouping("days", _("By day"), _("Day"), "day", "day", lambda days: {})
GROUPINGS = (ITEMS, SECTIONS, AGENCIES, DAYS)


def lines(grouping: Grouping, sums: Iterable[dict[str, Any]], days: Days) -> list[Line]:
    """Sums of view counts with their names and votes: two queries however many they are."""
    sums = list(sums)
    keys = {row[grouping.counted_by] for row in sums} - {None}
    names, votes = grouping.names(keys), _votes(grouping, keys, days)
    return [
        _line(grouping, row, names, votes.get(row[grouping.counted_by], (0, 0))) for row in sums
    ]


def _line(
    grouping: Grouping, row: dict[str, Any], names: Mapping[Any, Name], votes: tuple[int, int]
) -> Line:
    key = row[grouping.counted_by]
    day = key.astimezone(TEHRAN).date() if isinstance(key, dt.datetime) else None
    name = names.get(key) or Name(_unnamed(key))
    return Line(
        name=name.words,
        views=row["views"],
        useful=votes[0],
        useless=votes[1],
        capped=row["capped"],
        page_id=name.page_id,
        day=day,
        language=name.language,
        address=name.address,
        code=name.code,
    )


def _unnamed(key: Any) -> str:
    if key is None:
        return gettext("None")
    if isinstance(key, dt.datetime):
        return ""
    number = key.hex[:8] if isinstance(key, UUID) else key
    return gettext("Deleted (%(number)s)") % {"number": number}


def _votes(grouping: Grouping, keys: Collection[Any], days: Days) -> dict[Any, tuple[int, int]]:
    votes = UsefulnessVote.objects.between(days.start, days.end)
    if grouping is DAYS:
        votes = votes.annotate(day=TruncDay("voted_at", tzinfo=TEHRAN))
    else:
        votes = votes.filter(**{f"{grouping.voted_by}__in": keys})
    tallies = votes.tallied_by(grouping.voted_by)
    return {tally[grouping.voted_by]: (tally["useful"], tally["useless"]) for tally in tallies}
