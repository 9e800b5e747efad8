"""When agencies are reminded of what has a last day: seven days and one day before it, the day
after it and then each week. Which one was told last stands with the row."""

import datetime as dt

from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.persian.jalali import in_tehran

DAYS_BEFORE = (1, 7)
WEEK = 7
AT_ONCE = 100
"""Rows of one transaction."""


def horizon() -> dt.date:
    """Nobody is reminded of what is due after this day."""
    return today() + dt.timedelta(max(DAYS_BEFORE))


def reminder_due(due_on: dt.date, given_on: dt.date, day: dt.date) -> str:
    """Which reminder holds on that day: "2026-11-22:7", "2026-11-22:1", or "2026-11-22:w0" for the
    first week after it; empty before the time of the first. Whoever was given it within those days
    knows."""
    left = (due_on - day).days
    if left < 0:
        return f"{due_on}:w{(-left - 1) // WEEK}"
    for before in DAYS_BEFORE:
        if left <= before:
            return f"{due_on}:{before}" if (due_on - given_on).days > before else ""
    return ""


def reminder_now(due_on: dt.date, given_at: dt.datetime) -> str:
    """The one that holds today."""
    return reminder_due(due_on, in_tehran(given_at).date(), today())


def is_new(due_on: dt.date, given_at: dt.datetime, last_reminder: str) -> bool:
    mark = reminder_now(due_on, given_at)
    return bool(mark) and mark != last_reminder
