import datetime as dt

import pytest

from wagtail_prcouncil.audience.admin.spans import Days, next_step, usual
from wagtail_prcouncil.persian.jalali import to_jalali

NOWRUZ = dt.date(2026, 3, 21)  # 1 Farvardin 1405, a Saturday


def test_usually_thirty_days_with_today() -> None:
    days = usual(NOWRUZ)
    assert (days.last - days.first).days == 29
    assert days.last == NOWRUZ


def test_a_span_is_of_whole_days_in_tehran() -> None:
    days = Days(NOWRUZ, NOWRUZ)
    assert days.start.astimezone(dt.UTC) == dt.datetime(2026, 3, 20, 20, 30, tzinfo=dt.UTC)
    assert days.end - days.start == dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("length", "step", "bars"),
    [(1, "day", 1), (62, "day", 62), (63, "week", 10), (500, "month", 17)],
)
def test_long_spans_have_wide_bars(length: int, step: str, bars: int) -> None:
    days = Days(dt.date(2025, 1, 1), dt.date(2025, 1, 1) + dt.timedelta(days=length - 1))
    assert days.step == step
    assert len(list(days.steps())) == bars


def test_weeks_begin_on_saturday_and_months_are_jalali() -> None:
    assert next_step(NOWRUZ - dt.timedelta(days=3), "week") == NOWRUZ
    assert next_step(NOWRUZ, "week") == NOWRUZ + dt.timedelta(days=7)
    assert to_jalali(next_step(NOWRUZ + dt.timedelta(days=5), "month")) == (1405, 2, 1)
    assert next_step(NOWRUZ - dt.timedelta(days=1), "month") == NOWRUZ


def test_steps_begin_with_the_span() -> None:
    days = Days(NOWRUZ - dt.timedelta(days=2), NOWRUZ + dt.timedelta(days=70))
    assert list(days.steps())[:2] == [NOWRUZ - dt.timedelta(days=2), NOWRUZ]
