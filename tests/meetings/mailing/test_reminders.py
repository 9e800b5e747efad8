import datetime as dt

import pytest

from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.mailing.reminders import horizon, is_new, reminder_due
from wagtail_prcouncil.persian.jalali import TEHRAN

DUE = dt.date(2026, 11, 22)
LONG_AGO = DUE - dt.timedelta(60)


@pytest.mark.parametrize(
    ("days_left", "mark"),
    [
        (8, ""),
        (7, "7"),
        (2, "7"),
        (1, "1"),
        (0, "1"),
        (-1, "w0"),
        (-7, "w0"),
        (-8, "w1"),
        (-15, "w2"),
    ],
)
def test_which_reminder_holds_on_a_day(days_left: int, mark: str) -> None:
    found = reminder_due(DUE, LONG_AGO, DUE - dt.timedelta(days_left))
    assert found == (f"{DUE}:{mark}" if mark else "")


def test_whoever_was_given_it_a_moment_ago_knows() -> None:
    given_on = DUE - dt.timedelta(5)
    assert reminder_due(DUE, given_on, DUE - dt.timedelta(5)) == ""
    assert reminder_due(DUE, given_on, DUE - dt.timedelta(1)) == f"{DUE}:1"
    assert reminder_due(DUE, DUE, DUE) == ""


def test_the_same_is_told_once_until_another_day_is_the_last() -> None:
    given_at = dt.datetime.now(TEHRAN) - dt.timedelta(60)
    near = today() + dt.timedelta(3)
    assert is_new(near, given_at, "")
    assert is_new(near, given_at, f"{today()}:7")
    assert not is_new(near, given_at, f"{near}:7")
    assert not is_new(horizon() + dt.timedelta(1), given_at, "")
    assert is_new(horizon(), given_at, "")
