"""Time in office: from a day to a day, both included, as far as the days are known.

Older records often know a year alone («دبیر از ۱۳۹۶»). Such a day is stored as the first (`since`)
or last (`until`) that it can have been, so that lists and `on(date)` miss nobody; what is *sure* is
kept beside it, and only what is sure can contradict another span. Tehran's calendar days; months
and years are Jalali.
"""

import datetime as dt
from typing import NamedTuple, Self

from wagtail_prcouncil.councils.states import Precision
from wagtail_prcouncil.persian.jalali import month_length, to_gregorian, to_jalali

ONE_DAY = dt.timedelta(days=1)


def first_of(day: dt.date, precision: str) -> dt.date:
    """The first day of the Jalali month or year in which `day` lies; `day` where it is exact."""
    if precision == Precision.DAY:
        return day
    known = to_jalali(day)
    return to_gregorian(known.year, known.month if precision == Precision.MONTH else 1, 1)


def last_of(day: dt.date, precision: str) -> dt.date:
    """The last day of the Jalali month or year in which `day` lies; `day` where it is exact."""
    if precision == Precision.DAY:
        return day
    known = to_jalali(day)
    month = known.month if precision == Precision.MONTH else 12
    return to_gregorian(known.year, month, month_length(known.year, month))


class Span(NamedTuple):
    """`until` is None for what goes on."""

    since: dt.date
    until: dt.date | None = None
    since_precision: str = Precision.DAY
    until_precision: str = Precision.DAY

    @classmethod
    def of(
        cls,
        since: dt.date,
        until: dt.date | None = None,
        since_precision: str = Precision.DAY,
        until_precision: str = Precision.DAY,
    ) -> Self:
        """From any day within the month or year that is known."""
        return cls(
            first_of(since, since_precision),
            until and last_of(until, until_precision),
            since_precision,
            until_precision,
        )

    @property
    def surely_since(self) -> dt.date:
        """The latest day on which it can have begun."""
        return last_of(self.since, self.since_precision)

    @property
    def surely_until(self) -> dt.date | None:
        """The earliest day on which it can have ended."""
        return self.until and first_of(self.until, self.until_precision)

    @property
    def is_backwards(self) -> bool:
        """Whether it ends before it begins, whatever is not known of its days."""
        return self.until is not None and self.until < self.since

    def covers(self, day: dt.date) -> bool:
        """Whether it can have been so on that day."""
        return self.since <= day and (self.until is None or self.until >= day)

    def contradicts(self, other: "Span") -> bool:
        """Whether both were surely so on one day."""
        begins = max(self.surely_since, other.surely_since)
        ends = [day for day in (self.surely_until, other.surely_until) if day is not None]
        both_sure = self._has_sure_day() and other._has_sure_day()
        return both_sure and (not ends or begins <= min(ends))

    def _has_sure_day(self) -> bool:
        return self.surely_until is None or self.surely_since <= self.surely_until


def followed(span: Span, by: Span, day: dt.date) -> Span | None:
    """How a stay ends where another follows it that is not over on `day`; None where it was over
    already, or began no earlier. What is over itself ends nothing."""
    last = last_before(by)
    goes_on = by.until is None or by.until >= day
    is_running = span.until is None or span.until >= max(last, day)
    if not goes_on or not is_running or span.surely_since > last:
        return None
    return span._replace(until=last, until_precision=by.since_precision)


def last_before(span: Span) -> dt.date:
    """The last day of whom somebody follows: the day before, or, where only the month or year of
    the change is known, its last day, known as little."""
    if span.since_precision == Precision.DAY:
        return span.since - ONE_DAY
    return last_of(span.since, span.since_precision)
