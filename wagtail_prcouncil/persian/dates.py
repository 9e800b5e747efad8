"""Jalali dates for readers: printing them, reading them, and the span of a month or year.

Days and instants are stored Gregorian and in UTC; this is the edge where they turn Persian.
A datetime stands for its day in Tehran; a naive one raises PersianError.
"""

from datetime import UTC, date, datetime, time, timedelta

from wagtail_prcouncil.persian.dates_parsing import parse_date, parse_datetime
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.jalali import (
    MONTHS,
    TEHRAN,
    WEEKDAYS,
    Jalali,
    in_tehran,
    is_leap,
    month_length,
    to_gregorian,
    to_jalali,
)

__all__ = [
    "MONTHS",
    "TEHRAN",
    "WEEKDAYS",
    "Jalali",
    "format_datetime",
    "format_long",
    "format_month",
    "format_numeric",
    "format_short",
    "format_year",
    "is_leap",
    "month_interval",
    "month_length",
    "parse_date",
    "parse_datetime",
    "to_gregorian",
    "to_jalali",
    "year_interval",
]


def format_long(value: date) -> str:
    """«یکشنبه ۱ آذر ۱۴۰۵»: a day with its weekday, as in a dateline."""
    day = in_tehran(value) if isinstance(value, datetime) else value
    return f"{WEEKDAYS[(day.weekday() + 2) % 7]} {format_short(day)}"


def format_datetime(value: datetime) -> str:
    """«یکشنبه ۲۳ مرداد ۱۴۰۱ - ۱۲:۱۳»: an instant as Tehran's clock showed it."""
    local = in_tehran(value)
    return f"{format_long(local)} - {to_persian(f'{local:%H:%M}')}"


def format_short(value: date) -> str:
    """«۱ آذر ۱۴۰۵»: a day in running text."""
    year, month, day = to_jalali(value)
    return f"{to_persian(day)} {MONTHS[month - 1]} {to_persian(year)}"


def format_month(value: date) -> str:
    """«آذر ۱۴۰۵»: the month of a day."""
    year, month, _day = to_jalali(value)
    return f"{MONTHS[month - 1]} {to_persian(year)}"


def format_year(value: date) -> str:
    """«۱۴۰۵»: the year of a day."""
    return to_persian(to_jalali(value).year)


def format_numeric(value: date) -> str:
    """«۱۴۰۵/۰۹/۰۱»: a day in tables and form fields; `parse_date` reads it back."""
    year, month, day = to_jalali(value)
    return to_persian(f"{year:04d}/{month:02d}/{day:02d}")


def month_interval(year: int, month: int) -> tuple[datetime, datetime]:
    """The start of a Jalali month in Tehran and of the next one, in UTC: ``start <= t < end``.

    Raises PersianError for a month that does not exist.
    """
    return _interval(to_gregorian(year, month, 1), month_length(year, month))


def year_interval(year: int) -> tuple[datetime, datetime]:
    """The start of a Jalali year in Tehran and of the next one, in UTC: ``start <= t < end``.

    Raises PersianError for a year outside 1–9377.
    """
    return _interval(to_gregorian(year, 1, 1), 366 if is_leap(year) else 365)


def _interval(first: date, days: int) -> tuple[datetime, datetime]:
    return _midnight(first), _midnight(first + timedelta(days=days))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), TEHRAN).astimezone(UTC)
