"""Months of a calendar with their meetings: Jalali for readers of Persian, Gregorian for others.

A month or year is a span of time from midnight in Tehran to midnight in Tehran.
"""

import datetime as dt
from functools import cached_property
from typing import NamedTuple

from django.db.models import Max, Min

from wagtail_prcouncil.meetings.public.scopes import Scope
from wagtail_prcouncil.pages.privacy import private_paths
from wagtail_prcouncil.persian import dates as jalali
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.ui.keeping import Parts
from wagtail_prcouncil.ui.languages import PageLanguage, page_language
from wagtail_prcouncil.ui.months import Month, ends_of_month

ONE_DAY = dt.timedelta(days=1)
FOLDER = "calendar/"

Span = tuple[dt.datetime, dt.datetime]


class Way(NamedTuple):
    """To the sheet before or after; see components/month.html."""

    title: str
    url: str


class Sheet:
    """One month of the meetings of a list. Raises ValueError for what is no month."""

    def __init__(self, scope: Scope, year: int, month: int) -> None:
        self.scope, self.language = scope, page_language(scope.page)
        self.first = first_of(year, month, self.language)

    @classmethod
    def at(cls, scope: Scope, day: dt.date) -> "Sheet":
        """The one in which a day lies."""
        return cls(scope, *year_and_month(day, page_language(scope.page)))

    @cached_property
    def last(self) -> dt.date:
        return ends_of_month(self.first, self.language)[1]

    @property
    def path(self) -> str:
        """Below the address of the list: "calendar/1405/09/"."""
        return path_of(self.first, self.language)

    @cached_property
    def month(self) -> Month:
        """One query."""
        span = (midnight(self.first), midnight(self.last + ONE_DAY))
        rows = self.scope.with_pages(self.scope.meetings().between(*span))
        rows = rows.order_by("starts_at", "pk")
        return Month.of(self.first, self.scope.occasions(rows), self.language)

    @property
    def has_any(self) -> bool:
        return bool(self.month.occasions)

    @property
    def previous(self) -> Way | None:
        """None where all meetings lie later, and this month as well: nobody needs endless empty
        sheets, least of all a robot."""
        day = self.first - ONE_DAY
        return self._way(day) if day >= self._reach[0] else None

    @property
    def next(self) -> Way | None:
        day = self.last + ONE_DAY
        return self._way(day) if day <= self._reach[1] else None

    @cached_property
    def _reach(self) -> tuple[dt.date, dt.date]:
        """The days between which sheets follow one another: of all meetings, and today. Known for
        a minute, and asked at once when other parts of the site become private."""
        scope = self.scope
        state = (scope.council_key, scope.page.locale_id, private_paths())
        known = Parts("prcouncil_meetings.reach", state)
        found = known.part("ends", self._ends)
        days = [moment.astimezone(jalali.TEHRAN).date() for moment in found.values() if moment]
        days.append(dt.datetime.now(jalali.TEHRAN).date())
        return min(days), max(days)

    def _ends(self) -> dict[str, dt.datetime | None]:
        """Of all meetings: one query."""
        ends: dict[str, dt.datetime | None] = self.scope.meetings().aggregate(
            first=Min("starts_at"), last=Max("starts_at")
        )
        return ends

    @property
    def is_within_reach(self) -> bool:
        return self._reach[0] <= self.last and self.first <= self._reach[1]

    def _way(self, day: dt.date) -> Way:
        base = self.scope.page.get_url(self.scope.request) or ""
        title = Month.of(day, (), self.language).title
        return Way(title, f"{base}{path_of(day, self.language)}")


def path_of(day: dt.date, language: PageLanguage) -> str:
    """Of the month in which a day lies: ASCII digits, filled up with zeros."""
    year, month = year_and_month(day, language)
    return f"{FOLDER}{year:04d}/{month:02d}/"


def first_of(year: int, month: int, language: PageLanguage) -> dt.date:
    """The first day of a month. Raises ValueError for what is none."""
    if not language.is_persian:
        return dt.date(year, month, 1)
    try:
        return jalali.to_gregorian(year, month, 1)
    except PersianError as error:
        raise ValueError(str(error)) from error


def year_and_month(day: dt.date, language: PageLanguage) -> tuple[int, int]:
    if language.is_persian:
        year, month, _day = jalali.to_jalali(day)
        return year, month
    return day.year, day.month


def year_of(moment: dt.datetime, language: PageLanguage) -> int:
    """As readers count it, in Tehran."""
    return year_and_month(moment.astimezone(jalali.TEHRAN).date(), language)[0]


def year_span(year: int, language: PageLanguage) -> Span:
    """From when until when, in UTC."""
    if language.is_persian:
        return jalali.year_interval(year)
    return midnight(dt.date(year, 1, 1)), midnight(dt.date(year + 1, 1, 1))


def midnight(day: dt.date) -> dt.datetime:
    """When a day begins in Tehran, in UTC."""
    return dt.datetime.combine(day, dt.time(), jalali.TEHRAN).astimezone(dt.UTC)
