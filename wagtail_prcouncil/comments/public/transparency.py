"""What became of readers' comments, month by month, in numbers that everybody may read."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.core.cache import cache
from django.db.models import Case, Count, SmallIntegerField, Value, When
from django.utils import dateformat, timezone, translation
from django.utils.translation import gettext

from wagtail_prcouncil.comments.models import Decision, ReaderComment
from wagtail_prcouncil.comments.quantities import NOTHING, span_as_read
from wagtail_prcouncil.comments.states import Reason, Verb
from wagtail_prcouncil.comments.statistics import verdicts, waits
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.persian.dates import MONTHS, month_interval
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.jalali import TEHRAN, to_jalali
from wagtail_prcouncil.ui.languages import PageLanguage

SHOWN_MONTHS = 12
KEPT_FOR = 3600  # seconds by which the numbers may be behind

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
        return not self.received and not self.decided


class Sheet(NamedTuple):
    """A table as `components/table.html` shows it."""

    caption: str
    headings: list[str]
    rows: list[list[str]]


def months_until(moment: dt.datetime, language: PageLanguage) -> list[Month]:
    """The month of the moment and the eleven before it, the latest first: Jalali for readers of
    Persian, Gregorian for others."""
    day = moment.astimezone(TEHRAN).date()
    year, month = to_jalali(day)[:2] if language.is_persian else (day.year, day.month)
    ordinals = range(year * 12 + month - 1, year * 12 + month - 1 - SHOWN_MONTHS, -1)
    return [_month(*divmod(ordinal, 12), language) for ordinal in ordinals]


def numbers_of(months: list[Month]) -> Numbers:
    """Three queries over the span of these months."""
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
        received=dict(received),
        decided={(month, verb, reason): number for month, verb, reason, number in decided},
        median={month: found.median for month, found in waited.items()},
    )


def kept_numbers(months: list[Month]) -> Numbers:
    """The same, at most an hour old."""
    key = f"prcouncil_comments.transparency.{months[0].begin:%Y%m%d}"
    numbers: Numbers | None = cache.get(key)
    if numbers is None:
        numbers = numbers_of(months)
        cache.set(key, numbers, KEPT_FOR)
    return numbers


def sheets(months: list[Month], numbers: Numbers) -> list[Sheet]:
    """What became of the comments, and why some were rejected."""
    found = [_outcomes(months, numbers)]
    reasons = _reasons(months, numbers)
    return [*found, reasons] if reasons.rows else found


def current_months(language: PageLanguage) -> list[Month]:
    return months_until(timezone.now(), language)


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


def _outcomes(months: list[Month], numbers: Numbers) -> Sheet:
    headings = [
        gettext("Month"),
        gettext("Received"),
        gettext("Comments published"),
        gettext("Rejected"),
        gettext("Spam"),
        gettext("Taken down later"),
        gettext("Erased"),
        gettext("Half were decided within"),
    ]
    rows = []
    for place, month in enumerate(months):
        counted = [numbers.received.get(place, 0), *(numbers.done(place, verb) for verb in TOLD)]
        waited = span_as_read(numbers.median.get(place))
        rows.append([_title(place, month), *map(in_numerals, counted), waited])
    return Sheet(gettext("What became of the comments"), headings, rows)


def _reasons(months: list[Month], numbers: Numbers) -> Sheet:
    """One row for each reason that was given, the most frequent first."""
    by_reason: dict[str, Counter[int]] = {}
    for (place, verb, reason), number in numbers.decided.items():
        if verb in (Verb.REJECT, Verb.TAKE_DOWN):
            by_reason.setdefault(reason, Counter())[place] += number
    headings = [gettext("Reason"), gettext("Sum"), *(month.title for month in months)]
    rows = []
    for reason, counts in sorted(by_reason.items(), key=lambda one: -one[1].total()):
        label = str(Reason(reason).label) if reason in Reason else NOTHING
        places = range(len(months))
        counted = [counts.total(), *(counts[place] for place in places)]
        rows.append([label, *map(in_numerals, counted)])
    return Sheet(gettext("Why comments were rejected or taken down"), headings, rows)


def _title(place: int, month: Month) -> str:
    if place:
        return month.title
    return gettext("%(month)s, so far") % {"month": month.title}
