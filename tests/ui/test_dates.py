import datetime as dt

import pytest

from wagtail_prcouncil.ui.dates import day_parts, displayed, machine_readable
from wagtail_prcouncil.ui.languages import PageLanguage

FA, EN = PageLanguage("fa", is_bidi=True), PageLanguage("en", is_bidi=False)
# 23:40 in UTC is ten past three on the next day in Tehran.
LATE = dt.datetime(2026, 11, 21, 23, 40, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("value", "style", "persian", "english"),
    [
        (LATE, "long", "یکشنبه ۱ آذر ۱۴۰۵", "Sunday 22 November 2026"),
        (LATE, "datetime", "یکشنبه ۱ آذر ۱۴۰۵ - ۰۳:۱۰", "Sunday 22 November 2026, 03:10"),
        (LATE, "short", "۱ آذر ۱۴۰۵", "22 November 2026"),
        (LATE, "numeric", "۱۴۰۵/۰۹/۰۱", "2026-11-22"),
        (DAY, "long", "یکشنبه ۱ آذر ۱۴۰۵", "Sunday 22 November 2026"),
        (DAY, "datetime", "یکشنبه ۱ آذر ۱۴۰۵", "Sunday 22 November 2026"),
        (DAY, "short", "۱ آذر ۱۴۰۵", "22 November 2026"),
        (LATE, "month", "آذر ۱۴۰۵", "November 2026"),
        (DAY, "year", "۱۴۰۵", "2026"),
    ],
)
def test_displayed(value: dt.date, style: str, persian: str, english: str) -> None:
    assert displayed(value, style, FA) == persian
    assert displayed(value, style, EN) == english


def test_other_languages_get_gregorian_dates_in_their_own_words() -> None:
    assert displayed(DAY, "short", PageLanguage("de", is_bidi=False)) == "22 November 2026"
    assert displayed(DAY, "long", PageLanguage("de", is_bidi=False)).startswith("Sonntag")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (LATE, "2026-11-22T03:10:00+03:30"),
        (DAY, "2026-11-22"),
        # A summer in which Iran still moved its clocks.
        (dt.datetime(2022, 8, 14, 7, 43, tzinfo=dt.UTC), "2022-08-14T12:13:00+04:30"),
    ],
)
def test_machine_readable(value: dt.date, expected: str) -> None:
    assert machine_readable(value) == expected


def test_a_time_without_a_zone_is_tehrans() -> None:
    typed = dt.datetime(2026, 11, 22, 9, 40)  # noqa: DTZ001 - what is tested
    assert machine_readable(typed) == "2026-11-22T09:40:00+03:30"
    assert displayed(typed, "datetime", FA).endswith("۰۹:۴۰")


def test_hour_beside_its_day() -> None:
    moment = dt.datetime(2026, 12, 5, 6, 30, tzinfo=dt.UTC)
    assert displayed(moment, "hour", FA) == "شنبه ۱۰:۰۰"
    assert displayed(moment, "hour", EN) == "Saturday, 10:00"


def test_parts_of_a_day() -> None:
    assert day_parts(dt.date(2026, 12, 5), FA) == ("۱۴", "آذر", "۱۴۰۵")
    assert day_parts(dt.date(2026, 12, 5), EN) == ("5", "December", "2026")
