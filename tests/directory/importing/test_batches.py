"""What others do to the register between two batches of an import."""

import datetime as dt

import pytest
from django.utils.translation import override

from tests.directory.importing.making import Row, applied, checked, imported, problems, unit
from tests.directory.making import agency
from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.exchange import actions
from wagtail_prcouncil.exchange.actions import advance, check_again, start, withdraw
from wagtail_prcouncil.exchange.models import ImportRun

pytestmark = pytest.mark.django_db

CLOSED = {"closed_on": "1403/01/01", "closing_reason": "abolished"}


@pytest.fixture(autouse=True)
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "BATCH", 1)


def begun(*rows: Row) -> ImportRun:
    """An import of which the first change is written."""
    run = advance(start(checked(*rows)))
    assert (run.state, run.next_step) == ("running", 1)
    return run


def stopped(run: ImportRun) -> list[tuple[int, str]]:
    """Lines and sentences with which it stops at the next batch."""
    with override("en"):
        advance(run)
    row = ImportRun.objects.get(pk=run.pk)
    assert (row.state, row.next_step) == ("failed", 1)
    return [(line, sentence) for line, _column, sentence in problems(row)]


def test_a_child_that_was_moved_back() -> None:
    top = agency("زبرین", code="top")
    agency("زیرین", code="low", parent=top)
    run = begun({"code": "top", **CLOSED}, {"code": "low", "parent": ""})
    Agency.objects.filter(code="low").update(parent=top)
    sentence = "Agencies below it are still open; move or close them first: زیرین"
    assert stopped(run) == [(2, sentence)]
    assert applied(check_again(run)).state == "done"
    assert Agency.objects.get(code="top").is_closed


def test_a_parent_that_was_deleted() -> None:
    run = begun(unit("low", "زیرین", parent="top"), unit("top", "زبرین"))
    Agency.objects.get(code="top").delete()
    sentence = "There is no agency “top”, neither in the register nor here."
    assert stopped(run) == [(2, sentence)]
    assert applied(check_again(run)).state == "done"


def test_a_parent_that_was_closed() -> None:
    run = begun(unit("low", "زیرین", parent="top"), unit("top", "زبرین"))
    close_agency(Agency.objects.get(code="top"), on=dt.date(2020, 1, 1), reason="abolished")
    assert stopped(run) == [(2, "“زبرین” is closed and accepts no new use.")]


def test_a_move_that_was_undone_makes_no_circle() -> None:
    upper = agency("یک", code="a")
    agency("دو", code="b", parent=upper)
    run = begun({"code": "a", "parent": "b"}, {"code": "b", "parent": ""})
    Agency.objects.filter(code="b").update(parent=upper)
    assert stopped(run) == [(2, "These belong to each other in a circle: a ← b")]
    assert Agency.objects.get(code="a").parent is None


def test_a_successor_that_was_deleted() -> None:
    agency("کهن", code="old")
    closing = {"closed_on": "1403/01/01", "closing_reason": "merged", "successors": "heir"}
    run = begun({"code": "old", **closing}, unit("heir", "وارث"))
    Agency.objects.get(code="heir").delete()
    sentence = "There is no agency “heir”, neither in the register nor here."
    assert stopped(run) == [(2, sentence)]


def test_one_that_was_deleted_before_it_is_closed() -> None:
    run = begun(unit("old", "کهن", **CLOSED))
    Agency.objects.get(code="old").delete()
    assert stopped(run) == [(2, "Somebody has added or deleted it since the check.")]


def test_one_that_somebody_has_closed_in_the_same_way() -> None:
    run = begun(unit("old", "کهن", **CLOSED))
    close_agency(Agency.objects.get(code="old"), on=dt.date(2024, 3, 20), reason="abolished")
    assert advance(run).state == "done"


def test_one_that_somebody_has_closed_otherwise() -> None:
    run = begun(unit("old", "کهن", **CLOSED))
    close_agency(Agency.objects.get(code="old"), on=dt.date(2020, 1, 1), reason="left")
    assert "It is closed in the register." in stopped(run)[0][1]


def test_what_was_written_stays_when_it_is_given_up() -> None:
    run = withdraw(begun(unit("low", "زیرین", parent="top"), unit("top", "زبرین")))
    assert (ImportRun.objects.get().state, run.next_step) == ("withdrawn", 1)
    assert [row.code for row in Agency.objects.all()] == ["top"]
    with pytest.raises(actions.ConflictError):
        advance(run)


def test_who_will_be_closed_may_stand_below_a_closed_one() -> None:
    agency("زبرین", code="top", closed_on="2020-01-01", closing_reason="abolished")
    imported(unit("low", "زیرین", parent="top", **CLOSED))
    assert Agency.objects.get(code="low").is_closed


def test_all_above_have_moved_before_one_moves_below_them() -> None:
    """The middle one stands in no line, so the lowest has to wait for the one above it."""
    one = agency("یک", code="a")
    two = agency("دو", code="b", parent=one)
    agency("سه", code="c", parent=two)
    imported({"code": "a", "parent": "c"}, {"code": "b", "parent": ""})
    assert [row.code for row in Agency.objects.get(code="a").ancestors()] == ["b", "c"]
