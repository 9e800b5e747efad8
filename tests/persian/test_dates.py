from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_prcouncil.persian import dates
from wagtail_prcouncil.persian.errors import PersianError

DAYS = st.dates(
    min_value=dates.to_gregorian(1000, 1, 1), max_value=dates.to_gregorian(1699, 12, 29)
)


def test_long_short_and_numeric() -> None:
    day = date(2026, 11, 22)

    assert dates.format_long(day) == "یکشنبه ۱ آذر ۱۴۰۵"
    assert dates.format_short(day) == "۱ آذر ۱۴۰۵"
    assert dates.format_numeric(day) == "۱۴۰۵/۰۹/۰۱"
    assert (dates.format_month(day), dates.format_year(day)) == ("آذر ۱۴۰۵", "۱۴۰۵")


def test_datetime_shows_tehrans_clock() -> None:
    assert (
        dates.format_datetime(datetime(2022, 8, 14, 7, 43, tzinfo=UTC))
        == "یکشنبه ۲۳ مرداد ۱۴۰۱ - ۱۲:۱۳"
    )
    # Since 1402 there is no summer time.
    assert dates.format_datetime(datetime(2023, 8, 14, 8, 43, tzinfo=UTC)).endswith("۱۲:۱۳")
    assert dates.format_datetime(datetime(2026, 3, 20, 20, 35, tzinfo=UTC)).endswith(" - ۰۰:۰۵")


def test_instants_turn_into_tehrans_day_first() -> None:
    late = datetime(2026, 11, 21, 23, 0, tzinfo=timezone(timedelta(hours=1)))

    assert dates.format_long(late) == "یکشنبه ۱ آذر ۱۴۰۵"
    assert dates.format_short(late) == "۱ آذر ۱۴۰۵"
    assert dates.format_numeric(late) == "۱۴۰۵/۰۹/۰۱"


def test_naive_datetimes_are_refused() -> None:
    naive = datetime(2026, 11, 22, 12)  # noqa: DTZ001 - the point of the test
    for show in (dates.format_long, dates.format_datetime, dates.format_short):
        with pytest.raises(PersianError) as raised:
            show(naive)
        assert raised.value.code == "naive_datetime"


def test_the_week_starts_on_saturday() -> None:
    saturday = date(2026, 11, 21)
    week = [dates.format_long(saturday + timedelta(days=n)).split()[0] for n in range(7)]

    assert tuple(week) == dates.WEEKDAYS
    assert week[0] == "شنبه"


def test_months_in_order() -> None:
    shown = [dates.format_short(dates.to_gregorian(1405, month, 1)) for month in range(1, 13)]

    assert [text.split()[1] for text in shown] == list(dates.MONTHS)


@given(DAYS)
def test_what_is_printed_is_read_back(day: date) -> None:
    for show in (dates.format_long, dates.format_short, dates.format_numeric):
        assert dates.parse_date(show(day)) == day


@given(st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_printed_instant_is_read_back_to_the_minute(instant: datetime) -> None:
    minute = instant.replace(second=0, microsecond=0)
    read = dates.parse_datetime(dates.format_datetime(minute))

    # In the hour that the end of summer time repeats, the clock alone means the first one.
    assert minute - read in {timedelta(0), timedelta(hours=1)}
    if minute != read:
        assert minute.astimezone(dates.TEHRAN).fold == 1


def _utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("year", "month", "start", "end"),
    [
        # Summer time began at the end of 1 Farvardin and ended with 30 Shahrivar.
        (1400, 1, _utc(2021, 3, 20, 20, 30), _utc(2021, 4, 20, 19, 30)),
        (1400, 6, _utc(2021, 8, 22, 19, 30), _utc(2021, 9, 22, 20, 30)),
        (1401, 5, _utc(2022, 7, 22, 19, 30), _utc(2022, 8, 22, 19, 30)),
        # None from 1402 on.
        (1402, 1, _utc(2023, 3, 20, 20, 30), _utc(2023, 4, 20, 20, 30)),
        (1402, 5, _utc(2023, 7, 22, 20, 30), _utc(2023, 8, 22, 20, 30)),
        (1403, 12, _utc(2025, 2, 18, 20, 30), _utc(2025, 3, 20, 20, 30)),
    ],
)
def test_month_interval(year: int, month: int, start: datetime, end: datetime) -> None:
    assert dates.month_interval(year, month) == (start, end)


def test_year_interval() -> None:
    assert dates.year_interval(1403) == (_utc(2024, 3, 19, 20, 30), _utc(2025, 3, 20, 20, 30))


def test_intervals_meet_without_gap_or_overlap() -> None:
    months = [
        dates.month_interval(year, month) for year in range(1300, 1501) for month in range(1, 13)
    ]
    years = [dates.year_interval(year) for year in range(1300, 1501)]

    for spans in (months, years):
        assert all(one[1] == next_one[0] for one, next_one in pairwise(spans))
        assert all(start < end for start, end in spans)
    assert (months[0][0], months[-1][1]) == (years[0][0], years[-1][1])
    assert {moment.tzinfo for span in months + years for moment in span} == {UTC}


@given(st.datetimes(datetime(1922, 1, 1), datetime(2121, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_an_instant_lies_in_its_month(instant: datetime) -> None:
    year, month, _ = dates.to_jalali(instant)
    start, end = dates.month_interval(year, month)

    assert start <= instant < end


@pytest.mark.parametrize("year", [1, 9377])
def test_the_first_and_last_year_have_an_interval(year: int) -> None:
    assert dates.year_interval(year)[1] == dates.month_interval(year, 12)[1]


@pytest.mark.parametrize(
    ("year", "month", "code"),
    [(1405, 13, "impossible_date"), (0, 1, "year_out_of_range"), (9378, 1, "year_out_of_range")],
)
def test_months_that_do_not_exist(year: int, month: int, code: str) -> None:
    with pytest.raises(PersianError) as raised:
        dates.month_interval(year, month)
    assert raised.value.code == code


def test_years_that_do_not_exist() -> None:
    with pytest.raises(PersianError) as raised:
        dates.year_interval(9378)
    assert raised.value.code == "year_out_of_range"
