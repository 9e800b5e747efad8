from datetime import UTC, date, datetime, timedelta

import pytest

from wagtail_prcouncil.persian.dates_parsing import parse_date, parse_datetime
from wagtail_prcouncil.persian.errors import PersianError

DAY = date(2022, 8, 14)  # 23 Mordad 1401, a Sunday


@pytest.mark.parametrize(
    "text",
    [
        "۱۴۰۱/۰۵/۲۳",
        "۱۴۰۱/۵/۲۳",
        "1401-05-23",
        "1401.5.23",
        "١٤٠١/٠٥/٢٣",
        "2022-08-14",
        "۲۰۲۲/۸/۱۴",
        " \u200f۱۴۰۱/۵/۲۳\xa0\n",
        "۲۳ مرداد ۱۴۰۱",
        "23 مرداد، 1401",
        "۲۳ مردادماه ۱۴۰۱",
        "۲۳ مرداد ماه ۱۴۰۱",
        "۲۳ امرداد ۱۴۰۱",
        "مرداد ۲۳, ۱۴۰۱",
        "مرداد ۲۳، ۱۴۰۱",
        "یکشنبه ۲۳ مرداد ۱۴۰۱",
        "یک‌شنبه، ۲۳ مرداد ۱۴۰۱",
        "يك شنبه ۱۴۰۱/۵/۲۳",
        "یکشنبه، 23 مرداد 1401 - 12:13",
        "۱۴۰۱/۰۵/۲۳ ساعت ۱۲:۱۳",
        "2022-08-14T12:13:00+03:30",
        "2022-08-13T20:13:00Z",
    ],
)
def test_one_day_in_many_styles(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("مهر ۲۴, ۱۳۹۶", date(2017, 10, 16)),
        ("سه‌شنبه ۱ آبان ۱۴۰۳", date(2024, 10, 22)),
        ("سه شنبه ۱ ابان ۱۴۰۳", date(2024, 10, 22)),
        ("جمعه ۳۰ اسفند ۱۴۰۳", date(2025, 3, 20)),
        ("آدینه ۱ دی ۱۴۰۲", date(2023, 12, 22)),
        ("1699/1/1", date(2320, 3, 21)),
        ("1700-01-01", date(1700, 1, 1)),
    ],
)
def test_other_days(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("یکشنبه، 23 مرداد 1401 - 12:13", datetime(2022, 8, 14, 7, 43, tzinfo=UTC)),
        ("یکشنبه ۲۳ مرداد ۱۴۰۱ – ۱۲:۱۳", datetime(2022, 8, 14, 7, 43, tzinfo=UTC)),
        ("۱۴۰۲/۰۵/۲۳، ساعت: ۹:۰۵", datetime(2023, 8, 14, 5, 35, tzinfo=UTC)),
        ("مهر ۲۴, ۱۳۹۶", datetime(2017, 10, 15, 20, 30, tzinfo=UTC)),
        ("2022-08-14T12:13:01.25+0330", datetime(2022, 8, 14, 8, 43, 1, 250000, tzinfo=UTC)),
        ("2022-08-14 12:13:01Z", datetime(2022, 8, 14, 12, 13, 1, tzinfo=UTC)),
        ("2022-08-14T12:13-05:00", datetime(2022, 8, 14, 17, 13, tzinfo=UTC)),
        # The night summer time began had no midnight; the day starts an hour later by the clock.
        ("۲ فروردین ۱۴۰۰", datetime(2021, 3, 21, 20, 30, tzinfo=UTC)),
    ],
)
def test_instants_in_utc(text: str, instant: datetime) -> None:
    read = parse_datetime(text)

    assert read == instant
    assert read.tzinfo is UTC


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_a_date"),
        ("چرت", "not_a_date"),
        ("۲۳ مرداد", "not_a_date"),
        ("۹۶/۷/۲۴", "not_a_date"),
        ("۱۴۰۱/۵-۲۳", "not_a_date"),
        ("۱۴۰۱/۵/۲۳۱", "not_a_date"),
        ("۲۳ مرداد ۱۴۰۱۱", "not_a_date"),
        ("۱۴۰۱/۵/۲۳ و بعد", "not_a_date"),
        ("۱۴۰۱/۵/۲۳ 12", "not_a_date"),
        ("۲۳ اوت ۲۰۲۲", "not_a_date"),
        ("१४०१/५/२३", "not_a_date"),
        ("\ud800", "not_a_date"),
        ("1401/5/23" + "0" * 1000, "not_a_date"),
        ("۱۴۰۴/۱۲/۳۰", "impossible_date"),
        ("۳۱ مهر ۱۴۰۰", "impossible_date"),
        ("۱۴۰۰/۱۳/۱", "impossible_date"),
        ("2023-02-29", "impossible_date"),
        ("۲۳ مرداد ۲۰۲۲", "impossible_date"),
        ("0000/1/1", "year_out_of_range"),
        ("۱۴۰۱/۵/۲۳ - ۲۴:۰۰", "impossible_time"),
        ("۱۴۰۱/۵/۲۳ - ۱۲:۶۰", "impossible_time"),
        ("2022-08-14T12:13+15:00", "impossible_time"),
        ("9999-12-31T23:59-12:00", "year_out_of_range"),
        ("9999-12-31", "year_out_of_range"),
    ],
)
def test_refused_with_a_code(text: str, code: str) -> None:
    for read in (parse_date, parse_datetime):
        with pytest.raises(PersianError) as raised:
            read(text)
        assert raised.value.code == code


def test_the_start_of_a_day_lies_on_that_day() -> None:
    start = parse_datetime("۱ فروردین ۱۴۰۰")

    assert parse_datetime("۲ فروردین ۱۴۰۰") - start == timedelta(days=1)
