"""Dates for two eyes: the reader's, in the page's language, and the machine's, in ISO 8601."""

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils import dateformat, translation

from wagtail_prcouncil.persian import dates as jalali_dates
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.ui.languages import PageLanguage


def _weekday_and_hour(value: dt.datetime) -> str:
    """«شنبه ۱۰:۰۰», where the day itself stands beside it."""
    return f"{jalali_dates.WEEKDAYS[(value.weekday() + 2) % 7]} {to_persian(f'{value:%H:%M}')}"


# style: (on Persian pages, Django date format elsewhere)
STYLES: dict[str, tuple[Callable[[Any], str], str]] = {
    "long": (jalali_dates.format_long, "l j F Y"),
    "datetime": (jalali_dates.format_datetime, "l j F Y, H:i"),
    "hour": (_weekday_and_hour, "l, H:i"),
    "short": (jalali_dates.format_short, "j F Y"),
    "month": (jalali_dates.format_month, "F Y"),
    "year": (jalali_dates.format_year, "Y"),
    "numeric": (jalali_dates.format_numeric, "Y-m-d"),
}


def in_tehran(value: dt.date) -> dt.date:
    """A moment on Tehran's clock; a plain day stays as it is. A datetime without a zone is
    taken as Tehran's own, since all that editors type is."""
    if not isinstance(value, dt.datetime):
        return value
    if value.tzinfo is None:
        return value.replace(tzinfo=jalali_dates.TEHRAN)
    return value.astimezone(jalali_dates.TEHRAN)


def displayed(value: dt.date, style: str, language: PageLanguage) -> str:
    """The date as readers of `language` write it: Jalali with Persian digits, or Gregorian."""
    here = in_tehran(value)
    if style in {"datetime", "hour"} and not isinstance(here, dt.datetime):
        style = "long"  # a day has no hour to show
    persian, gregorian = STYLES[style]
    if language.is_persian:
        return persian(here)
    with translation.override(language.code):
        return dateformat.format(here, gregorian)


class DayParts(NamedTuple):
    """A day as a sheet of a calendar tells it: «۱۴», «آذر», «۱۴۰۵»."""

    number: str
    month: str
    year: str


def day_parts(value: dt.date, language: PageLanguage) -> DayParts:
    """Day, month and year apart, each as readers of `language` write it."""
    return DayParts(*displayed(value, "short", language).split())


def machine_readable(value: dt.date) -> str:
    """For `<time datetime>`: "2026-11-22", or "2026-11-22T09:40:00+03:30" for a moment."""
    here = in_tehran(value)
    return here.isoformat(timespec="seconds") if isinstance(here, dt.datetime) else here.isoformat()
