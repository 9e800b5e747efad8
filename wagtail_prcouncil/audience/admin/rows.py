"""Lines of the report: views with the votes of the same item, section, agency or day."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models.functions import TruncDay
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

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


class Grouping(NamedTuple):
    """By what views are added up: a column of counts, one of votes, and how keys are called."""

    slug: str
    title: str | Promise
    heading: str | Promise
    counted_by: str
    voted_by: str
    names: Callable[[Collection[Any]], dict[Any, str]]


def titles(ids: Collection[int]) -> dict[int, str]:
    """Of pages, items and sections alike."""
    return dict(Page.objects.filter(pk__in=ids).order_by().values_list("pk", "draft_title"))


def _agencies(ids: Collection[int]) -> dict[int, str]:
    return names_of("agency_id", ids)


ITEMS = Grouping("items", _("By item"), _("Item"), "item_id", "page_id", titles)
SECTIONS = Grouping("sections", _("By section"), _("Section"), "section_id", "section_id", titles)
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
    grouping: Grouping, row: dict[str, Any], names: dict[Any, str], votes: tuple[int, int]
) -> Line:
    key = row[grouping.counted_by]
    day = key.astimezone(TEHRAN).date() if isinstance(key, dt.datetime) else None
    return Line(
        name=names.get(key) or _unnamed(key),
        views=row["views"],
        useful=votes[0],
        useless=votes[1],
        capped=row["capped"],
        page_id=key if grouping is ITEMS and key in names else None,
        day=day,
    )


def _unnamed(key: Any) -> str:
    if key is None:
        return gettext("None")
    return "" if isinstance(key, dt.datetime) else gettext("Deleted (%(number)s)") % {"number": key}


def _votes(grouping: Grouping, keys: Collection[Any], days: Days) -> dict[Any, tuple[int, int]]:
    votes = UsefulnessVote.objects.between(days.start, days.end)
    if grouping is DAYS:
        votes = votes.annotate(day=TruncDay("voted_at", tzinfo=TEHRAN))
    else:
        votes = votes.filter(**{f"{grouping.voted_by}__in": keys})
    tallies = votes.tallied_by(grouping.voted_by)
    return {tally[grouping.voted_by]: (tally["useful"], tally["useless"]) for tally in tallies}
