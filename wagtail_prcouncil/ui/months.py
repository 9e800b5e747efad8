"""A month on one sheet, with what takes place in it: `components/month.html`."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import dateformat, translation

from wagtail_prcouncil.persian.dates import MONTHS, WEEKDAYS, month_length, to_gregorian, to_jalali
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.ui.dates import in_tehran, machine_readable
from wagtail_prcouncil.ui.languages import PageLanguage

WEEK = 7
THURSDAY, FRIDAY = 5, 6  # counted from Saturday
PERSIAN, ENGLISH = PageLanguage("fa", is_bidi=True), PageLanguage("en", is_bidi=False)


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that takes place, on a day or at a moment. `status` says how it stands, in words;
    `tone` is that of `components/status.html`; of one that is off, a sheet says it, too."""

    title: str
    starts: dt.date
    url: str = ""
    place: str = ""
    status: str = ""
    tone: str = ""
    is_off: bool = False

    @property
    def day(self) -> dt.date:
        """On Tehran's calendar."""
        here = in_tehran(self.starts)
        return here.date() if isinstance(here, dt.datetime) else here

    @property
    def has_hour(self) -> bool:
        return isinstance(self.starts, dt.datetime)


@dataclass(frozen=True, slots=True)
class Weekday:
    name: str
    letter: str


@dataclass(frozen=True, slots=True)
class Day:
    """A cell. `other` is the same day in the calendar the page is not written in: "22 Nov"."""

    date: dt.date
    number: str
    other: str
    is_outside: bool
    is_rest: bool
    is_holiday: bool
    is_today: bool
    occasions: tuple[Occasion, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """Jalali on Persian pages, Gregorian elsewhere; in both the week starts on Saturday, and
    Thursday and Friday are days of rest. `other_language` is that of each day's `other`, and of
    `other_title`, the months of the other calendar in which it lies."""

    title: str
    other_title: str
    weekdays: tuple[Weekday, ...]
    weeks: tuple[tuple[Day, ...], ...]
    other_language: PageLanguage
    occasions: tuple[Occasion, ...]

    @classmethod
    def of(
        cls,
        day: dt.date,
        occasions: Iterable[Occasion],
        language: PageLanguage,
        today: dt.date | None = None,
    ) -> "Month":
        """The month in which `day` lies. `today` is marked; leave it out of pages that caches
        keep."""
        first, last = ends_of_month(day, language)
        on_day: dict[dt.date, list[Occasion]] = defaultdict(list)
        for occasion in sorted(occasions, key=lambda one: machine_readable(one.starts)):
            on_day[occasion.day].append(occasion)
        start = first - dt.timedelta(days=_place_in_week(first))
        length = _place_in_week(first) + (last - first).days + 1
        days = [start + dt.timedelta(days=n) for n in range(-(-length // WEEK) * WEEK)]
        cells = [
            _cell(one, language, today, tuple(on_day[one]), is_outside=not first <= one <= last)
            for one in days
        ]
        return cls(
            title=_title(first, language),
            other_title=_other_title(first, last, language),
            weekdays=tuple(_weekdays(start, language)),
            weeks=tuple(tuple(cells[n : n + WEEK]) for n in range(0, len(cells), WEEK)),
            other_language=ENGLISH if language.is_persian else PERSIAN,
            occasions=tuple(one for n in days if first <= n <= last for one in on_day[n]),
        )


def _place_in_week(day: dt.date) -> int:
    return (day.weekday() + 2) % WEEK


def ends_of_month(day: dt.date, language: PageLanguage) -> tuple[dt.date, dt.date]:
    """First and last day of the month in which a day lies, in the calendar of the language."""
    if language.is_persian:
        year, month, _day = to_jalali(day)
        return to_gregorian(year, month, 1), to_gregorian(year, month, month_length(year, month))
    first = day.replace(day=1)
    return first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)


def _title(first: dt.date, language: PageLanguage) -> str:
    if language.is_persian:
        year, month, _day = to_jalali(first)
        return f"{MONTHS[month - 1]} {to_persian(year)}"
    return _formatted(first, "F Y", language)


def _other_title(first: dt.date, last: dt.date, language: PageLanguage) -> str:
    """In the other calendar: "November – December 2026"."""
    other = ENGLISH if language.is_persian else PERSIAN
    begins, ends = _title(first, other), _title(last, other)
    month, _space, year = begins.rpartition(" ")
    return f"{month if ends.endswith(f' {year}') else begins} – {ends}"


def _weekdays(start: dt.date, language: PageLanguage) -> Iterator[Weekday]:
    for n in range(WEEK):
        name = WEEKDAYS[n] if language.is_persian else ""
        name = name or _formatted(start + dt.timedelta(days=n), "l", language)
        yield Weekday(name, name[0] if language.is_persian else name[:2])


def _cell(
    day: dt.date,
    language: PageLanguage,
    today: dt.date | None,
    occasions: tuple[Occasion, ...],
    *,
    is_outside: bool,
) -> Day:
    jalali, place = to_jalali(day), _place_in_week(day)
    persian = to_persian(jalali.day)
    return Day(
        date=day,
        number=persian if language.is_persian else str(day.day),
        other=(
            _formatted(day, "j M", ENGLISH)
            if language.is_persian
            else f"{persian} {MONTHS[jalali.month - 1]}"
        ),
        is_outside=is_outside,
        is_rest=place in {THURSDAY, FRIDAY},
        is_holiday=place == FRIDAY,
        is_today=day == today,
        occasions=() if is_outside else occasions,
    )


def _formatted(day: dt.date, pattern: str, language: PageLanguage) -> str:
    with translation.override(language.code):
        return dateformat.format(day, pattern)
