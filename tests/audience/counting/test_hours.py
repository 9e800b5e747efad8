import datetime as dt

from wagtail_prcouncil.audience.counting.hours import beginning_of, day_of, hour_of, minute_of


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def test_an_hour_begins_by_tehrans_clock() -> None:
    assert hour_of(utc("2026-11-22T08:29:59")) == utc("2026-11-22T07:30")
    assert hour_of(utc("2026-11-22T08:30:00")) == utc("2026-11-22T08:30")


def test_a_day_begins_at_midnight_in_tehran() -> None:
    assert day_of(utc("2026-11-22T20:29:59")) == utc("2026-11-21T20:30")
    assert day_of(utc("2026-11-22T20:30:00")) == utc("2026-11-22T20:30")


def test_summer_time_of_old_is_known() -> None:
    assert day_of(utc("2022-08-14T12:00")) == utc("2022-08-13T19:30")


def test_a_minute_knows_its_beginning() -> None:
    assert beginning_of(minute_of(utc("2026-11-22T08:29:59"))) == utc("2026-11-22T08:29")
