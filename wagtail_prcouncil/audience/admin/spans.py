"""The days that a report is about, and how finely a chart divides them."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal, NamedTuple

from wagtail_prcouncil.persian.jalali import TEHRAN, to_gregorian, to_jalali

USUAL_DAYS = 30
MOST_BARS = 62

Step = Literal["day", "week", "month"]


class Days(NamedTuple):
    """From one day to another, both included, by Tehran's calendar."""

    first: dt.date
    last: dt.date

    @property
    def start(self) -> dt.datetime:
        return dt.datetime.combine(self.first, dt.time(), TEHRAN)

    @property
    def end(self) -> dt.datetime:
        """The moment after the last day."""
        return dt.datetime.combine(self.last + dt.timedelta(days=1), dt.time(), TEHRAN)

    @property
    def step(self) -> Step:
        """The finest that leaves bars one can see."""
        length = (self.last - self.first).days + 1
        if length <= MOST_BARS:
            return "day"
        return "week" if length <= 7 * MOST_BARS else "month"

    def steps(self) -> Iterator[dt.date]:
        """The first day of each step, the first of them cut where the span begins."""
        day = self.first
        while day <= self.last:
            yield day
            day = next_step(day, self.step)


def usual(today: dt.date) -> Days:
    """What is reported when nobody asked for days: thirty, today included."""
    return Days(today - dt.timedelta(days=USUAL_DAYS - 1), today)


def next_step(day: dt.date, step: Step) -> dt.date:
    """The day after, the next Saturday, or the first of the next Jalali month."""
    if step == "day":
        return day + dt.timedelta(days=1)
    if step == "week":
        return day + dt.timedelta(days=7 - (day.weekday() + 2) % 7)
    jalali = to_jalali(day)
    year, month = divmod(jalali.year * 12 + jalali.month, 12)
    return to_gregorian(year, month + 1, 1)
