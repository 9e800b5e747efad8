import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_prcouncil.councils.counting import (
    Ballots,
    ahead,
    check_ballots,
    check_day,
    winner,
)
from wagtail_prcouncil.councils.rules import CouncilError
from wagtail_prcouncil.councils.states import Method

counts = st.dictionaries(st.integers(1, 50), st.integers(0, 200), min_size=1, max_size=8)
DAY = dt.date(2024, 5, 1)


def refused(ballots: Ballots) -> str | None:
    """The field beside which something is wrong."""
    try:
        check_ballots(ballots)
    except CouncilError as error:
        return error.field
    return None


@pytest.mark.parametrize(
    ("ballots", "field"),
    [
        (Ballots(Method.SECRET, 10, {1: 6, 2: 3}, 1, 0), None),
        (Ballots(Method.SECRET, 10, {1: 6, 2: 3}, 1, 1), "voters_present"),
        (Ballots(Method.SECRET, None, {1: 6}), "voters_present"),
        (Ballots(Method.SECRET, 10, {1: 6, 2: None}), "candidates"),
        (Ballots(Method.SECRET, 10, {1: 0, 2: 0}, 10), "candidates"),
        (Ballots(Method.SHOW_OF_HANDS, 10, {}), "candidates"),
        (Ballots(Method.ACCLAMATION, None, {1: None}), None),
        (Ballots(Method.ACCLAMATION, None, {1: None, 2: None}), "method"),
    ],
)
def test_counts_that_cannot_be(ballots: Ballots, field: str | None) -> None:
    assert refused(ballots) == field


@given(counts, st.integers(0, 50), st.integers(0, 50), st.integers(0, 2000))
def test_never_more_votes_than_voters(
    votes: dict[int, int], blank: int, spoiled: int, voters: int
) -> None:
    cast = sum(votes.values()) + blank + spoiled
    found = refused(Ballots(Method.SECRET, voters, votes, blank, spoiled))
    assert (found == "voters_present") == (cast > voters)


@given(counts)
def test_nobody_has_more_votes_than_whoever_is_ahead(votes: dict[int, int]) -> None:
    leading = ahead(votes)
    assert {votes[key] for key in leading} == {max(votes.values())}
    if len(leading) == 1:
        assert winner(leading, None, "") == leading[0]
    else:
        with pytest.raises(CouncilError):
            winner(leading, None, "")
        assert winner(leading, leading[-1], "به قرعه") == leading[-1]


@pytest.mark.parametrize(
    ("chosen", "decision", "field"),
    [(None, "قرعه", "chosen"), (3, "قرعه", "chosen"), (1, " ", "tie_decision")],
)
def test_a_tie_asks_for_a_decision(chosen: int | None, decision: str, field: str) -> None:
    with pytest.raises(CouncilError) as error:
        winner([1, 2], chosen, decision)
    assert error.value.field == field


@pytest.mark.parametrize("held_on", [DAY - dt.timedelta(days=1), dt.date(2999, 1, 1)])
def test_days_on_which_no_vote_was_held(held_on: dt.date) -> None:
    check_day(DAY, announced_on=DAY)
    with pytest.raises(CouncilError) as error:
        check_day(held_on, announced_on=DAY)
    assert error.value.field == "held_on"
