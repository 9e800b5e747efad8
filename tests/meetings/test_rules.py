import datetime as dt

import pytest

from wagtail_prcouncil.meetings.rules import (
    LONGEST,
    MeetingError,
    check_reason,
    check_times,
    check_took_place,
    check_votes,
)
from wagtail_prcouncil.persian.jalali import TEHRAN

START = dt.datetime(2026, 3, 21, 10, 0, tzinfo=TEHRAN)
MINUTE = dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "field"),
    [
        (None, START, "starts_at"),
        (START, START, "ends_at"),
        (START, START - MINUTE, "ends_at"),
        (START, START + LONGEST + MINUTE, "ends_at"),
    ],
)
def test_times_that_cannot_be(
    starts_at: dt.datetime | None, ends_at: dt.datetime | None, field: str
) -> None:
    with pytest.raises(MeetingError) as refusal:
        check_times(starts_at, ends_at)
    assert refusal.value.field == field


@pytest.mark.parametrize("ends_at", [None, START + MINUTE, START + LONGEST])
def test_times_that_can_be(ends_at: dt.datetime | None) -> None:
    check_times(START, ends_at)
    check_times(None, None)


@pytest.mark.parametrize(
    ("started_at", "ended_at", "field"),
    [
        (START + MINUTE, START + MINUTE, "started_at"),
        (START - MINUTE, START + MINUTE, "ended_at"),
        (START, START - MINUTE, "ended_at"),
        (START - LONGEST - MINUTE, START, "ended_at"),
    ],
)
def test_real_times_that_cannot_have_been(
    started_at: dt.datetime, ended_at: dt.datetime, field: str
) -> None:
    with pytest.raises(MeetingError) as refusal:
        check_took_place(started_at, ended_at, now=START)
    assert refusal.value.field == field
    check_took_place(START - MINUTE, START, now=START)


def test_a_reason_is_words() -> None:
    assert check_reason("  تعمیر سالن ") == "تعمیر سالن"
    with pytest.raises(MeetingError) as refusal:
        check_reason(" \n")
    assert refusal.value.field == "reason"


@pytest.mark.parametrize(
    ("by_consensus", "counts", "present", "field"),
    [
        (True, (3, None, None), None, "by_consensus"),
        (True, (None, None, 0), None, "by_consensus"),
        (False, (None, 1, None), None, "votes_for"),
        (False, (3, None, None), None, "votes_for"),
        (False, (3, 1, 1), 4, "votes_for"),
        (False, (2, 2, None), None, "votes_for"),
        (False, (0, 0, 5), 5, "votes_for"),
    ],
)
def test_votes_that_cannot_be(
    by_consensus: bool,
    counts: tuple[int | None, int | None, int | None],
    present: int | None,
    field: str,
) -> None:
    with pytest.raises(MeetingError) as refusal:
        check_votes(by_consensus, counts, present)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("by_consensus", "counts", "present"),
    [
        (True, (None, None, None), 5),
        (False, (3, 1, 1), 5),
        (False, (3, 2, None), None),
        (False, (1, 0, 9), 10),
    ],
)
def test_votes_that_can_be(
    by_consensus: bool, counts: tuple[int | None, int | None, int | None], present: int | None
) -> None:
    check_votes(by_consensus, counts, present)
