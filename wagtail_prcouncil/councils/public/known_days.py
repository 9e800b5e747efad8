"""Days of the past as far as they are known, in the reader's calendar."""

import datetime as dt

from wagtail_prcouncil.councils.spans import first_of, last_of
from wagtail_prcouncil.councils.states import Precision
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import PageLanguage


def as_known(day: dt.date, precision: str, language: PageLanguage) -> str:
    """«۳ مهر ۱۳۹۶», «مهر ۱۳۹۶» or «۱۳۹۶». A Jalali month or year lies in two of the Gregorian
    calendar, and is told as both: "September / October 2017", "2017 / 2018"."""
    if precision == Precision.DAY:
        return displayed(day, "short", language)
    style = str(precision)
    if language.is_persian:
        return displayed(day, style, language)
    first, last = (displayed(end(day, precision), style, language) for end in (first_of, last_of))
    month, _space, year = first.partition(" ")
    return f"{month if last.endswith(f' {year}') and year else first} / {last}"


def in_popolo(day: dt.date | None, precision: str) -> str | None:
    """A day of Popolo: ISO 8601, shorter where less is known. `day` is the earliest or the latest
    that can be meant, so that its Gregorian month or year is among those that can be."""
    if day is None:
        return None
    lengths = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
    return day.isoformat()[: lengths[Precision(precision)]]
