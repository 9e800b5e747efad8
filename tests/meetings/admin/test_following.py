"""An assignment is followed up, on screens."""

import datetime as dt
from typing import Any

import pytest

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, errors, secretary
from tests.meetings.making import held, staffed_council
from tests.meetings.owing import agencies_at, assignment, paper, task_place
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.models import Assignment, Evidence, FollowUp
from wagtail_prcouncil.meetings.states import AssignmentState
from wagtail_prcouncil.persian.jalali import to_jalali


def typed(day: dt.date) -> str:
    return "{}/{}/{}".format(*to_jalali(day))


@pytest.fixture
def one(site: SmallSite) -> Assignment:
    made = held(staffed_council(site), days=-40)
    return assignment(made, agencies_at(made.council)[0])


def now(one: Assignment) -> Assignment:
    return Assignment.objects.get(pk=one.pk)


def said(one: Assignment, **words: Any) -> dict[str, Any]:
    return {"version": now(one).version, "on": typed(today()), "text": "پیگیری شد"} | words


def test_its_whole_life(one: Assignment) -> None:
    client = chief()
    for name, state, words in (
        ("start", AssignmentState.IN_PROGRESS, {}),
        ("block", AssignmentState.IN_PROGRESS, {"blocked_by": "بودجه"}),
        ("unblock", AssignmentState.IN_PROGRESS, {}),
        ("fulfil", AssignmentState.DONE, {"attached": [paper(), paper("دوم.pdf")]}),
        ("reopen", AssignmentState.OPEN, {}),
        ("note", AssignmentState.OPEN, {}),
        ("drop", AssignmentState.DROPPED, {}),
    ):
        answer = client.post(task_place(name, one), said(one, **words))
        assert answer.status_code == 302, (name, errors(answer))
        assert now(one).state == state, name
        assert now(one).is_blocked == (name == "block"), name
    assert FollowUp.objects.filter(assignment=one).count() == 7
    assert Evidence.objects.count() == 2


def test_what_is_not_due_is_told_where_it_is(one: Assignment) -> None:
    client = chief()
    assert client.get(task_place("reopen", one))["Location"] == task_place("edit", one)
    answer = client.post(task_place("reopen", one), said(one))
    assert answer.status_code == 409
    assert now(one).state == AssignmentState.OPEN


def test_bad_input_is_told_beside_its_field(one: Assignment) -> None:
    client = chief()
    for field, value in (
        ("text", " "),
        ("on", typed(today() + dt.timedelta(days=1))),
        ("on", typed(today() - dt.timedelta(days=90))),
        ("on", "1405/13/40"),
        ("attached", paper("a.pdf", b"<html>")),
    ):
        answer = client.post(task_place("note", one), said(one, **{field: value}))
        assert list(errors(answer)) == [field], (field, value)
    assert list(errors(client.post(task_place("block", one), said(one, blocked_by="")))) == [
        "blocked_by"
    ]
    assert not FollowUp.objects.exists()


def test_whoever_was_slower_is_told_and_loses_no_words(one: Assignment) -> None:
    client = chief()
    late = said(one, text="سخن دیرتر")
    client.post(task_place("fulfil", one), said(one))
    answer = client.post(task_place("fulfil", one), late)
    assert answer.status_code == 409
    assert "سخن دیرتر" in answer.content.decode()
    assert FollowUp.objects.count() == 1


def test_of_other_councils_there_is_nothing(site: SmallSite, one: Assignment) -> None:
    keeper = secretary(staffed_council(site))
    for name in ("note", "start", "fulfil", "drop", "reopen", "block", "unblock", "change"):
        assert keeper.get(task_place(name, one)).status_code == 404, name
