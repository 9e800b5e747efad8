"""The Jalali (Solar Hijri) calendar over persiantools, with types and our own errors.

Checked against ICU's Persian calendar for every day of 1300 to 1500.
"""

from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from persiantools.jdatetime import JalaliDate

from wagtail_prcouncil.persian.errors import PersianError

TEHRAN = ZoneInfo("Asia/Tehran")
"""Iran's civil time. Summer time ended for good in 1401 (2022)."""

FIRST_YEAR = 1
LAST_YEAR = 9377
"""The last Jalali year that ends within Python's dates."""

MONTHS = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
WEEKDAYS = ("شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه")
"""The days of the Iranian week, which starts on Saturday."""


class Jalali(NamedTuple):
    """A day of the Jalali calendar; months count from 1 (Farvardin)."""

    year: int
    month: int
    day: int


def is_leap(year: int) -> bool:
    """Whether Esfand of this Jalali year has 30 days. Raises PersianError outside 1–9377."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PersianError("year_out_of_range", f"Jalali year outside {FIRST_YEAR}–{LAST_YEAR}")
    return bool(JalaliDate.is_leap(year))


def month_length(year: int, month: int) -> int:
    """Days in a Jalali month, 29 to 31. Raises PersianError for a month outside 1–12."""
    leap = is_leap(year)
    if not 1 <= month <= 12:
        raise PersianError("impossible_date", "Jalali month outside 1–12")
    if month <= 6:
        return 31
    return 30 if month < 12 or leap else 29


def to_gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day of a Jalali one. Raises PersianError when there is no such day."""
    if not 1 <= day <= month_length(year, month):
        raise PersianError("impossible_date", f"no day {day} in {year}/{month}")
    gregorian = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    return date(gregorian.year, gregorian.month, gregorian.day)


def to_jalali(value: date) -> Jalali:
    """The Jalali day of a Gregorian one; of an aware datetime, its day in Tehran.

    Raises PersianError for a naive datetime and for days outside the Jalali years 1–9377.
    """
    day = in_tehran(value).date() if isinstance(value, datetime) else value
    try:
        jalali = JalaliDate.to_jalali(day.year, day.month, day.day)  # type: ignore[no-untyped-call]
    except ValueError as error:
        raise PersianError("year_out_of_range", f"{day} is outside the Jalali years") from error
    return Jalali(jalali.year, jalali.month, jalali.day)


def in_tehran(value: datetime) -> datetime:
    """The same instant on a clock in Tehran. Raises PersianError for a naive datetime."""
    if value.tzinfo is None:
        raise PersianError("naive_datetime", "a datetime without a time zone is no instant")
    try:
        return value.astimezone(TEHRAN)
    except OverflowError as error:
        raise PersianError("year_out_of_range", "an instant outside Python's dates") from error
