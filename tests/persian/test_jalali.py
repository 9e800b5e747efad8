"""The tables here come from ICU 72's Persian calendar, not from the library under the façade."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.jalali import (
    Jalali,
    in_tehran,
    is_leap,
    month_length,
    to_gregorian,
    to_jalali,
)

LEAP_YEARS = {
    *(1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354),
    *(1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412),
    *(1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445, 1449, 1453, 1457, 1461, 1465, 1469),
    *(1474, 1478, 1482, 1486, 1490, 1494, 1498),
}


def test_leap_years() -> None:
    assert len(LEAP_YEARS) == 49
    assert {year for year in range(1300, 1501) if is_leap(year)} == LEAP_YEARS


def test_every_day_from_1300_to_1500_round_trips() -> None:
    day = date(1921, 3, 21)  # 1 Farvardin 1300
    for year in range(1300, 1501):
        lengths = [31] * 6 + [30] * 5 + [30 if year in LEAP_YEARS else 29]
        for month, length in enumerate(lengths, 1):
            assert month_length(year, month) == length
            for number in range(1, length + 1):
                assert to_jalali(day) == (year, month, number)
                assert to_gregorian(year, month, number) == day
                day += timedelta(days=1)
    assert day == date(2122, 3, 21)


@pytest.mark.parametrize(
    ("year", "nowruz"),
    [
        (1358, date(1979, 3, 21)),
        (1403, date(2024, 3, 20)),
        (1404, date(2025, 3, 21)),
        (1405, date(2026, 3, 21)),
    ],
)
def test_nowruz(year: int, nowruz: date) -> None:
    assert to_gregorian(year, 1, 1) == nowruz


@pytest.mark.parametrize(
    ("year", "month", "day", "code"),
    [
        (1404, 12, 30, "impossible_date"),
        (1400, 7, 31, "impossible_date"),
        (1400, 13, 1, "impossible_date"),
        (1400, 0, 1, "impossible_date"),
        (1400, 1, 0, "impossible_date"),
        (1400, 1, -1, "impossible_date"),
        (0, 1, 1, "year_out_of_range"),
        (9378, 1, 1, "year_out_of_range"),
        (10**30, 1, 1, "year_out_of_range"),
    ],
)
def test_impossible_days(year: int, month: int, day: int, code: str) -> None:
    with pytest.raises(PersianError) as raised:
        to_gregorian(year, month, day)
    assert raised.value.code == code


@pytest.mark.parametrize("day", [date.min, date(622, 3, 21), date.max])
def test_days_outside_the_calendar(day: date) -> None:
    with pytest.raises(PersianError) as raised:
        to_jalali(day)
    assert raised.value.code == "year_out_of_range"


@given(st.dates(min_value=date(622, 3, 22), max_value=date(9999, 3, 20)))
def test_round_trip_within_all_years(day: date) -> None:
    assert to_gregorian(*to_jalali(day)) == day


def test_an_instant_has_its_day_in_tehran() -> None:
    assert to_jalali(datetime(2026, 3, 20, 20, 29, tzinfo=UTC)) == Jalali(1404, 12, 29)
    assert to_jalali(datetime(2026, 3, 20, 20, 30, tzinfo=UTC)) == Jalali(1405, 1, 1)


def test_a_naive_datetime_is_no_instant() -> None:
    with pytest.raises(PersianError) as raised:
        to_jalali(datetime(2026, 3, 20))  # noqa: DTZ001 - the point of the test
    assert raised.value.code == "naive_datetime"


def test_an_instant_outside_pythons_dates() -> None:
    with pytest.raises(PersianError) as raised:
        in_tehran(datetime.max.replace(tzinfo=timezone(timedelta(hours=-12))))
    assert raised.value.code == "year_out_of_range"
