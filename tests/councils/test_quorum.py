import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_prcouncil.councils.quorum import quorum_due, wrong_quorum
from wagtail_prcouncil.councils.states import QuorumKind


@pytest.mark.parametrize(
    ("kind", "value", "seats", "due"),
    [
        (QuorumKind.MAJORITY, None, 8, 5),
        (QuorumKind.MAJORITY, None, 7, 4),
        (QuorumKind.MAJORITY, None, 0, 1),
        (QuorumKind.SHARE, 50, 8, 4),
        (QuorumKind.SHARE, 66, 8, 6),
        (QuorumKind.SHARE, 100, 3, 3),
        (QuorumKind.NUMBER, 5, 3, 5),
    ],
)
def test_how_many_are_due(kind: str, value: int | None, seats: int, due: int) -> None:
    assert quorum_due(kind, value, seats) == due


@given(st.integers(1, 100), st.integers(1, 1000))
def test_a_share_is_due_to_the_full(share: int, seats: int) -> None:
    due = quorum_due(QuorumKind.SHARE, share, seats)
    assert 1 <= due <= seats
    assert 100 * due >= share * seats


@pytest.mark.parametrize(
    ("kind", "value", "is_wrong"),
    [
        (QuorumKind.MAJORITY, None, False),
        (QuorumKind.MAJORITY, 5, True),
        (QuorumKind.SHARE, 101, True),
        (QuorumKind.SHARE, None, True),
        (QuorumKind.NUMBER, 0, True),
        (QuorumKind.NUMBER, 200, False),
    ],
)
def test_rules_that_cannot_be_kept(kind: str, value: int | None, is_wrong: bool) -> None:
    assert (wrong_quorum(kind, value) is not None) == is_wrong
