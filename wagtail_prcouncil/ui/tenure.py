"""Who held what from when to when, drawn to the day: `components/tenure.html`.

Places along the time are percentages in attributes of SVG. They need no inline style, which a
strict Content-Security-Policy refuses, and no rounding to months.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from wagtail_prcouncil.persian.dates import to_gregorian, to_jalali
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.letters import ZWNJ
from wagtail_prcouncil.ui.languages import PageLanguage

ONE_DAY = dt.timedelta(days=1)
# What a name takes of the narrowest line that is drawn, 33 rem, in per cent, and how little of it
# is worth showing: some letters and an ellipsis.
LETTER, MARGINS, SHORTEST = 1.2, 2.7, 9.0


@dataclass(frozen=True, slots=True)
class Stay:
    """One person in a place, or the place empty, from a day to a day, both included.

    `until` is None for a stay that goes on. `note` says the capacity in a word («سرپرست»); `look`
    draws it: "full", "acting" (hatched) or "vacant" (an outline). `since_words` and `until_words`
    stand in place of days of which the month or the year alone is known.
    """

    name: str
    since: dt.date
    until: dt.date | None = None
    note: str = ""
    look: Literal["full", "acting", "vacant"] = "full"
    url: str = ""
    since_words: str = ""
    until_words: str = ""

    @property
    def is_current(self) -> bool:
        """Whether somebody sits there still."""
        return self.until is None and self.look != "vacant"


@dataclass(frozen=True, slots=True)
class Bar:
    """A stay on the drawing; `x` and `width` in per cent of the time shown."""

    stay: Stay
    x: str
    width: str

    @property
    def words(self) -> str:
        """The name, where there is room for it or for its beginning, which a browser ends with an
        ellipsis; the line below says it in any case."""
        whole = MARGINS + LETTER * len(self.stay.name.replace(ZWNJ, ""))
        has_room = float(self.width.rstrip("%")) >= min(whole, SHORTEST)
        return self.stay.name if has_room else ""


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a year; `year` in the digits of the page."""

    x: str
    year: str


@dataclass(frozen=True, slots=True)
class Row:
    """A place (a seat, a directorate) and those who held it, the earliest first."""

    title: str
    stays: tuple[Stay, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """The drawing of several rows over one span of time. It runs as the page is read: from the
    right on Persian pages."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]

    @classmethod
    def of(
        cls,
        places: Mapping[str, Sequence[Stay]],
        since: dt.date,
        until: dt.date,
        language: PageLanguage,
    ) -> "Tenure":
        """`places` by title. What lies outside `since` to `until`, both included, is cut off.
        ValueError when the span ends before it starts."""
        if until < since:
            raise ValueError(f"the span ends on {until}, before it starts on {since}")
        span = _Span(since, until + ONE_DAY, is_mirrored=language.is_bidi)
        rows = tuple(_row(title, stays, span) for title, stays in places.items())
        return cls(rows, tuple(_ticks(span, language)))


@dataclass(frozen=True, slots=True)
class _Span:
    """Time as a line: `end` is the day after the last."""

    start: dt.date
    end: dt.date
    is_mirrored: bool

    def part(self, since: dt.date, end: dt.date) -> tuple[str, str]:
        """Where the days from `since` to before `end` begin on the line, and how long they are."""
        first, last = max(since, self.start), min(end, self.end)
        width = max(0, (last - first).days)
        offset = (self.end - last if self.is_mirrored else first - self.start).days
        return self._percent(offset), self._percent(width)

    def point(self, day: dt.date) -> str:
        return self._percent((self.end - day if self.is_mirrored else day - self.start).days)

    def _percent(self, days: int) -> str:
        return f"{100 * days / (self.end - self.start).days:.3f}%"


def _row(title: str, stays: Sequence[Stay], span: _Span) -> Row:
    ordered = tuple(sorted(stays, key=lambda stay: stay.since))
    followers = [stay.since for stay in ordered[1:]]
    drawn = (_bar(*pair, span) for pair in zip_longest(ordered, followers))
    return Row(title, ordered, tuple(bar for bar in drawn if bar))


def _bar(stay: Stay, followed_on: dt.date | None, span: _Span) -> Bar | None:
    """Not beyond the day on which it is followed: where only the year of a change is known, both
    stays reach into it. None where nothing of it lies within the span."""
    end = stay.until + ONE_DAY if stay.until else span.end
    end = min(end, followed_on) if followed_on else end
    if end <= max(stay.since, span.start) or stay.since >= span.end:
        return None
    x, width = span.part(stay.since, end)
    return Bar(stay, x, width)


def _ticks(span: _Span, language: PageLanguage) -> Iterator[Tick]:
    """The years that begin within the span: of the Jalali calendar for Persian readers."""
    if language.is_persian:
        years = range(to_jalali(span.start).year, to_jalali(span.end).year + 1)
        starts = {to_persian(year): to_gregorian(year, 1, 1) for year in years}
    else:
        years = range(span.start.year, span.end.year + 1)
        starts = {str(year): dt.date(year, 1, 1) for year in years}
    for year, day in starts.items():
        if span.start <= day < span.end:
            yield Tick(span.point(day), year)
