"""Days as older records have them: to the day, or a Jalali month or year alone."""

import datetime as dt
import re
from typing import NamedTuple, Self

from wagtail_prcouncil.councils.spans import first_of
from wagtail_prcouncil.councils.states import Precision
from wagtail_prcouncil.persian.dates import MONTHS, format_numeric, parse_date, to_gregorian
from wagtail_prcouncil.persian.dates_parsing import FIRST_GREGORIAN_YEAR
from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.text import fold

_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"(?P<year>[0-9]{4}) ?[/.-] ?(?P<month>[0-9]{1,2})")
_NAMED_MONTH = re.compile(r"(?P<name>\D+?) (?P<year>[0-9]{4})")
_MONTH_NUMBERS = {fold(name): number for number, name in enumerate(MONTHS, 1)}


class KnownDay(NamedTuple):
    """The first day that is meant, and how exactly it is known."""

    day: dt.date
    precision: str = Precision.DAY

    @classmethod
    def read(cls, text: str) -> Self:
        """«۱۳۹۶», «۱۳۹۶/۰۵», «مرداد ۱۳۹۶», or what `parse_date` reads.

        Raises PersianError; also for a Gregorian month or year, which is none of the calendar in
        which older records count.
        """
        words = to_ascii(text).strip()
        if _YEAR.fullmatch(words):
            return cls(_jalali(int(words), 1), Precision.YEAR)
        if found := _MONTH.fullmatch(words):
            return cls(_jalali(int(found["year"]), int(found["month"])), Precision.MONTH)
        if found := _NAMED_MONTH.fullmatch(words):
            month = _MONTH_NUMBERS.get(fold(found["name"]))
            if month is not None:
                return cls(_jalali(int(found["year"]), month), Precision.MONTH)
        return cls(parse_date(text), Precision.DAY)

    @classmethod
    def stored(cls, day: dt.date, precision: str) -> Self:
        """From a row, where a last day is the latest that can be meant."""
        return cls(first_of(day, precision), precision)

    def __str__(self) -> str:
        """As `read` takes it back: "1396", "1396/05", "1396/05/12"."""
        written = to_ascii(format_numeric(self.day))
        return written[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(Precision(self.precision), 10)]


def _jalali(year: int, month: int) -> dt.date:
    if year >= FIRST_GREGORIAN_YEAR:
        raise PersianError("not_a_date", "a month or a year alone is Jalali")
    return to_gregorian(year, month, 1)
