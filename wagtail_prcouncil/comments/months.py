"""The months in which comments are told of in numbers, and the numbers of each."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.conf import settings
from django.db.models import Case, Count, SmallIntegerField, Value, When
from django.utils import dateformat, timezone, translation

from wagtail_prcouncil.comments.models import CountedMonth, Decision, ReaderComment
from wagtail_prcouncil.comments.states import Verb
from wagtail_prcouncil.comments.statistics import verdicts, waits
from wagtail_prcouncil.persian.dates import MONTHS, month_interval
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.jalali import TEHRAN, to_jalali
from wagtail_prcouncil.ui.languages import PageLanguage, page_language

SHOWN_MONTHS = 12

TOLD = (Verb.APPROVE, Verb.REJECT, Verb.MARK_SPAM, Verb.TAKE_DOWN, Verb.ERASE)


class Month(NamedTuple):
    """From the midnight in Tehran with which a month begins to that of the next."""

    title: str
    begin: dt.datetime
    end: dt.datetime


@dataclass(slots=True)
class Numbers:
    """Of each month by its place in the list: how many comments came, what was decided (verb,
    reason), and the median time to a decision."""

    received: dict[int, int]
    decided: dict[tuple[int, str, str], int]
    median: dict[int, dt.timedelta]

    def done(self, month: int, verb: Verb) -> int:
        return sum(
            number
            for (one, what, _), number in self.decided.items()
            if (one, what) == (month, verb)
        )

    @property
    def is_empty(self) -> bool:
        return not any(self.received.values()) and not self.decided


def months_until(moment: dt.datetime, language: PageLanguage) -> list[Month]:
    """The month of the moment and the eleven before it, the latest first: Jalali for readers of
    Persian, Gregorian for others."""
    day = moment.astimezone(TEHRAN).date()
    year, month = to_jalali(day)[:2] if language.is_persian else (day.year, day.month)
    ordinals = range(year * 12 + month - 1, year * 12 + month - 1 - SHOWN_MONTHS, -1)
    return [_month(*divmod(ordinal, 12), language) for ordinal in ordinals]


def numbers_of(months: list[Month]) -> Numbers:
    """Three queries over the span of these months, the latest first; what lies between months that
    do not touch is left out."""
    begin, end = months[-1].begin, months[0].end
    received = (
        ReaderComment.objects.filter(posted_at__gte=begin, posted_at__lt=end)
        .annotate(month=_place("posted_at", months))
        .order_by()
        .values_list("month")
        .annotate(number=Count("pk"))
    )
    done = Decision.objects.filter(at__gte=begin, at__lt=end, verb__in=TOLD, undone_by=None)
    decided = (
        done.annotate(month=_place("at", months))
        .order_by()
        .values_list("month", "verb", "reason")
        .annotate(number=Count("pk"))
    )
    waited = waits(verdicts(begin, end), by=_place("at", months))
    return Numbers(
        received={month: number for month, number in received if month is not None},
        decided={
            (month, verb, reason): number
            for month, verb, reason, number in decided
            if month is not None
        },
        median={month: found.median for month, found in waited.items() if month is not None},
    )


def current_months(language: PageLanguage) -> list[Month]:
    return months_until(timezone.now(), language)


def shown_months() -> list[Month]:
    """All that readers of any of the site's languages are told of now."""
    found: dict[tuple[dt.datetime, dt.datetime], Month] = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            months = current_months(page_language(None))
        found |= {(month.begin, month.end): month for month in months}
    return list(found.values())


def stored_numbers(months: list[Month]) -> Numbers:
    """As the clock has counted them: one query. A month that it has not come to, the one that has
    just begun, is counted now.
    """
    begins = {month.begin: place for place, month in enumerate(months)}
    rows = {
        begins[row.begin]: row
        for row in CountedMonth.objects.filter(begin__in=begins)
        if row.end == months[begins[row.begin]].end
    }
    numbers = Numbers({}, {}, {})
    for place, row in rows.items():
        numbers.received[place] = row.received
        numbers.decided |= {(place, verb, reason): done for verb, reason, done in row.decided}
        if row.median is not None:
            numbers.median[place] = row.median
    missing = [place for place in range(len(months)) if place not in rows]
    if missing:
        _count_into(numbers, months, missing)
    return numbers


def _count_into(numbers: Numbers, months: list[Month], places: list[int]) -> None:
    counted = numbers_of([months[place] for place in places])
    numbers.received |= {places[one]: n for one, n in counted.received.items()}
    numbers.decided |= {(places[one], *why): n for (one, *why), n in counted.decided.items()}
    numbers.median |= {places[one]: span for one, span in counted.median.items()}


def _month(year: int, month: int, language: PageLanguage) -> Month:
    """`month` counts from 0."""
    if language.is_persian:
        begin, end = month_interval(year, month + 1)
        return Month(f"{MONTHS[month]} {to_persian(str(year))}", begin, end)
    first = dt.datetime(year, month + 1, 1, tzinfo=TEHRAN)
    after = dt.datetime(year + (month + 1) // 12, (month + 1) % 12 + 1, 1, tzinfo=TEHRAN)
    with translation.override(language.code):
        return Month(dateformat.format(first, "F Y"), first, after)


def _place(field: str, months: Iterable[Month]) -> Case:
    """The place in the list of the month in which a moment lies."""
    return Case(
        *(
            When(**{f"{field}__gte": month.begin, f"{field}__lt": month.end}, then=Value(place))
            for place, month in enumerate(months)
        ),
        output_field=SmallIntegerField(),
    )
