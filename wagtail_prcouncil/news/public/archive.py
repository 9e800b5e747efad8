"""News by year and month: Jalali for readers of Persian, Gregorian for others.

A month is a span of time, half open, from midnight in Tehran to midnight in Tehran; no database is
asked which month a moment lies in.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from django.core.cache import cache
from django.db.models import Count, Q
from django.utils.dates import MONTHS as ENGLISH_MONTHS

from wagtail_prcouncil.news.models.queryset import END_OF_TIME, NewsQuerySet
from wagtail_prcouncil.news.public.narrowing import midnight
from wagtail_prcouncil.news.public.standing import Standing, standing_of
from wagtail_prcouncil.pages.privacy import private_paths
from wagtail_prcouncil.persian import dates as jalali
from wagtail_prcouncil.persian.digits import to_ascii, to_persian
from wagtail_prcouncil.ui.keeping import digest_of
from wagtail_prcouncil.ui.languages import page_language

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models.listing import ListingMixin

FOLDER = "archive/"
MONTHS = range(1, 13)
JALALI_YEARS, GREGORIAN_YEARS = range(1, 1700), range(1700, 3000)
KEPT_FOR = 60  # seconds; an item that was deleted or moved, not withdrawn, may count so long

Span = tuple[dt.datetime, dt.datetime]


@dataclass(frozen=True)
class Calendar:
    """How readers of a language count years and months."""

    is_jalali: bool

    @property
    def years(self) -> range:
        """A number outside means a year of the other calendar, or none."""
        return JALALI_YEARS if self.is_jalali else GREGORIAN_YEARS

    def span(self, year: int, month: int | None = None) -> Span:
        """From when until when, in UTC."""
        if self.is_jalali:
            return jalali.month_interval(year, month) if month else jalali.year_interval(year)
        last = month or 12
        after = dt.date(year + 1, 1, 1) if last == 12 else dt.date(year, last + 1, 1)
        return midnight(dt.date(year, month or 1, 1)), midnight(after)

    def month_of(self, moment: dt.datetime) -> tuple[int, int]:
        """Year and month in Tehran."""
        if self.is_jalali:
            return jalali.to_jalali(moment)[:2]
        here = moment.astimezone(jalali.TEHRAN)
        return here.year, here.month

    def name(self, month: int) -> str:
        return jalali.MONTHS[month - 1] if self.is_jalali else str(ENGLISH_MONTHS[month])

    def title(self, year: int, month: int | None = None) -> str:
        """«مرداد ۱۴۰۴», "August 2025", or the year alone."""
        named = to_persian(year) if self.is_jalali else str(year)
        return f"{self.name(month)} {named}" if month else named


class Place(NamedTuple):
    """A year or month that has news; `path` follows the address of the list."""

    title: str
    path: str


class MonthOfYear(NamedTuple):
    """A month with the number of its news; `path` is empty where there are none."""

    name: str
    number: int
    path: str
    is_shown: bool


class Archive:
    """The news of `page`, a list of news, in one year, or in one month of it.

    Raises ValueError for a year or month that the calendar of the page's language does not have.
    Reads each of its parts once, when a template asks. `is_aside`: it stands beside a list, and
    nobody asks for what comes before and after.
    """

    def __init__(
        self, page: "ListingMixin", year: int, month: int | None = None, *, is_aside: bool = False
    ) -> None:
        self.page = page
        self.is_aside = is_aside
        self.calendar = calendar_of(page)
        if year not in self.calendar.years or (month is not None and month not in MONTHS):
            raise ValueError(f"no such month: {year}/{month}")
        self.year, self.month = year, month

    @cached_property
    def title(self) -> str:
        return self.calendar.title(self.year, self.month)

    @property
    def year_title(self) -> str:
        return self.calendar.title(self.year)

    @property
    def path(self) -> str:
        return path_of(self.year, self.month)

    @property
    def year_path(self) -> str:
        return path_of(self.year)

    def news(self) -> NewsQuerySet:
        """In no order yet."""
        return self.all_news.between(*self.span)

    @property
    def span(self) -> Span:
        return self.calendar.span(self.year, self.month)

    @property
    def previous(self) -> Place | None:
        """The year or month before it that has news."""
        return self._place(self._standing.last_before)

    @property
    def next(self) -> Place | None:
        return self._place(self._standing.first_after)

    @cached_property
    def months(self) -> list[MonthOfYear]:
        """All twelve of the year."""
        return [
            MonthOfYear(
                name=self.calendar.name(month),
                number=count,
                path=path_of(self.year, month) if count else "",
                is_shown=month == self.month,
            )
            for month, count in zip(MONTHS, self._counts, strict=True)
        ]

    @property
    def total(self) -> int:
        """How many items the year has."""
        return sum(self._counts)

    @property
    def count(self) -> int:
        """How many items the month has, or the year."""
        return self._counts[self.month - 1] if self.month else self.total

    @cached_property
    def all_news(self) -> NewsQuerySet:
        """Of any time."""
        return self.page.news()

    @cached_property
    def _standing(self) -> Standing:
        if self.is_aside:
            return self.page.standing
        start, end = self.span
        return standing_of(
            self.page, self.all_news.between(None, start), self.all_news.between(end, END_OF_TIME)
        )

    @cached_property
    def _counts(self) -> list[int]:
        """For each month, kept until something is published or withdrawn, or becomes private or
        public. One query where nothing is kept."""
        last = self._standing.last_publication
        state = (self.page.pk, self.calendar, self.year, last, private_paths())
        key = f"prcouncil_news.months.{digest_of(state)}"
        kept: list[int] | None = cache.get(key)
        if kept is None:
            kept = self._counted()
            cache.set(key, kept, KEPT_FOR)
        return kept

    def _counted(self) -> list[int]:
        counts = {}
        for month in MONTHS:
            start, end = self.calendar.span(self.year, month)
            within = Q(published_at__gte=start, published_at__lt=end)
            counts[f"in_{month}"] = Count("pk", filter=within)
        year = self.all_news.between(*self.calendar.span(self.year)).order_by()
        return list(year.aggregate(**counts).values())

    def _place(self, moment: dt.datetime | None) -> Place | None:
        if moment is None:
            return None
        year, month = self.calendar.month_of(moment)
        wanted = (year, month if self.month else None)
        return Place(self.calendar.title(*wanted), path_of(*wanted))


def calendar_of(page: "ListingMixin") -> Calendar:
    return Calendar(is_jalali=page_language(page).is_persian)


def path_of(year: int, month: int | None = None) -> str:
    """ "archive/1404/05/": ASCII digits, filled up with zeros."""
    return f"{FOLDER}{year:04d}/" + (f"{month:02d}/" if month else "")


def number(text: str, digits: int) -> int | None:
    """A year or month as typed into an address, in any digits; None for anything else."""
    plain = to_ascii(text)
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) <= digits else None
