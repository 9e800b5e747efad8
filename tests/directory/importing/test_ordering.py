import pytest
from django.utils.translation import override

from tests.directory.importing.making import Row, checked, imported, problems, unit
from tests.directory.making import agency

pytestmark = pytest.mark.django_db

CLOSED = {"closed_on": "1403/01/01"}


def order(*rows: Row) -> list[str]:
    """The changes as "verb code", in the order of applying them."""
    run = checked(*rows)
    assert problems(run) == []
    return [f"{step.verb} {rows[step.place]['code']}" for step in run.read_steps]


def test_parents_before_children_wherever_they_stand() -> None:
    rows = [
        unit("low", "زیرین", parent="middle"),
        unit("middle", "میانی", parent="top"),
        unit("top", "زبرین"),
    ]
    assert order(*rows) == ["write top", "write middle", "write low"]


def test_closings_after_successors_and_from_below() -> None:
    below = unit("low", "زیرین", parent="top", closing_reason="abolished", **CLOSED)
    above = unit("top", "زبرین", closing_reason="merged", successors="heir", **CLOSED)
    assert order(above, below, unit("heir", "وارث")) == [
        "write top",
        "write heir",
        "write low",
        "close low",
        "close top",
    ]


def test_who_leaves_a_closing_agency_leaves_first() -> None:
    agency("زیرین", code="low", parent=agency("زبرین", code="top"))
    rows = [{"code": "top", "closing_reason": "left", **CLOSED}, {"code": "low", "parent": "x"}]
    assert order(*rows[:1], unit("x", "دیگر"), {"code": "low", "parent": "x"}) == [
        "write x",
        "write low",
        "close top",
    ]


def test_two_that_exchange_their_names() -> None:
    agency("آب", code="a")
    agency("برق", code="b")
    with override("en"):
        run = checked({"code": "a", "name": "برق"}, {"code": "b", "name": "آب"})
    sentence = "These lines wait for each other; import them in two files: 2، 3"
    assert problems(run) == [(2, "", sentence), (3, "", sentence)]


def test_a_name_is_handed_down_from_one_to_the_next() -> None:
    """A register with its history: of three in turn, the last is open."""
    first = {"closed_on": "1380/01/01", "closing_reason": "abolished"}
    second = {"closed_on": "1390/01/01", "closing_reason": "abolished"}
    rows = [unit("new", "آب"), unit("first", "آب", **first), unit("second", "آب", **second)]
    expected = ["write first", "close first", "write second", "close second", "write new"]
    assert order(*rows) == expected
    imported(*rows)


def test_no_closed_one_of_a_name_that_an_open_one_keeps() -> None:
    agency("آب", code="new")
    row = unit("old", "آب", closing_reason="abolished", **CLOSED)
    with override("en"):
        run = checked(row)
    ((line, column, sentence),) = problems(run)
    assert (line, column) == (2, "name")
    assert "As long as “new” is open under this name" in sentence
    assert problems(checked(row, {"code": "new", "name": "آب نو"})) == []
