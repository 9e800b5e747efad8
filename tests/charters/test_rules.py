"""Rules of charters, of plain values."""

import datetime as dt

import pytest

from wagtail_prcouncil.charters.rules import (
    CharterError,
    check_not_future,
    check_reason,
    check_votes,
)

TODAY = dt.date(2026, 11, 22)


def test_a_reason_is_words() -> None:
    assert check_reason("  کهنه ") == "کهنه"
    with pytest.raises(CharterError) as raised:
        check_reason(" \n")
    assert raised.value.field == "reason"


def test_what_happened_did_not_happen_tomorrow() -> None:
    check_not_future(TODAY, TODAY, "on")
    with pytest.raises(CharterError) as raised:
        check_not_future(TODAY + dt.timedelta(days=1), TODAY, "on")
    assert raised.value.field == "on"


@pytest.mark.parametrize(
    ("by_consensus", "counts", "field"),
    [
        (True, (None, None, None), None),
        (True, (1, None, None), "by_consensus"),
        (False, (5, 4, None), None),
        (False, (1, 0, 9), None),
        (False, (4, 4, 0), "votes_for"),
        (False, (None, 4, 0), "votes_for"),
        (False, (5, None, 0), "votes_for"),
    ],
)
def test_a_vote_by_which_nothing_was_adopted_is_refused(
    by_consensus: bool, counts: tuple[int | None, int | None, int | None], field: str | None
) -> None:
    if field is None:
        check_votes(by_consensus, counts)
        return
    with pytest.raises(CharterError) as raised:
        check_votes(by_consensus, counts)
    assert raised.value.field == field
