import datetime as dt
from typing import Any

import pytest

from tests.directory.making import agency
from tests.making import SmallSite
from tests.meetings.making import held, resolution, staffed_council
from tests.meetings.owing import agencies_at, assignment, paper, reporter_of
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions.assigning import assign, follow_up
from wagtail_prcouncil.meetings.actions.attaching import Attached
from wagtail_prcouncil.meetings.models import Assignment, Evidence, FollowUp
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError
from wagtail_prcouncil.meetings.states import AssignmentState
from wagtail_prcouncil.meetings.transitions import AssignmentVerb

A_DAY = dt.timedelta(days=1)


@pytest.fixture
def given(site: SmallSite) -> Assignment:
    one = held(staffed_council(site))
    return assignment(one, agencies_at(one.council)[0])


def stored() -> Assignment:
    return Assignment.objects.get()


def test_a_note_changes_no_state_and_the_history_grows(given: Assignment) -> None:
    follow_up(given, text="نیمی شد", version=given.version)
    done = follow_up(stored(), text="شد", verb=AssignmentVerb.FULFIL, version=stored().version)
    assert [row.text for row in FollowUp.objects.order_by("pk")] == ["نیمی شد", "شد"]
    assert (stored().state, stored().done_on, done.state) == ("done", today(), "done")


def test_reopening_takes_the_day_back(given: Assignment) -> None:
    for verb in (AssignmentVerb.FULFIL, AssignmentVerb.REOPEN):
        follow_up(stored(), text="چنین است", verb=verb, version=stored().version)
    assert (stored().state, stored().done_on) == (AssignmentState.OPEN, None)


def test_what_holds_it_up_goes_when_it_is_done(given: Assignment) -> None:
    follow_up(given, text="ماند", blocked_by="بودجه", version=given.version)
    assert (stored().is_blocked, stored().blocked_by) == (True, "بودجه")
    follow_up(stored(), text="شد", verb=AssignmentVerb.FULFIL, version=stored().version)
    assert (stored().is_blocked, stored().blocked_by) == (False, "")
    with pytest.raises(ConflictError):
        follow_up(stored(), text="ماند", blocked_by="بودجه", version=stored().version)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"text": "  "}, "text"),
        ({"on": "tomorrow"}, "on"),
        ({"on": "before"}, "on"),
    ],
)
def test_notes_that_cannot_be(given: Assignment, words: dict[str, Any], field: str) -> None:
    assert given.meeting.day is not None
    days = {"tomorrow": today() + A_DAY, "before": given.meeting.day - A_DAY}
    said = {"text": "شد"} | words
    if "on" in said:
        said["on"] = days[said["on"]]
    with pytest.raises(MeetingError) as refusal:
        follow_up(given, version=given.version, **said)
    assert refusal.value.field == field
    assert not FollowUp.objects.exists()


def test_evidence_comes_with_a_note_of_the_agency(given: Assignment) -> None:
    user = reporter_of(given.agency)
    shown = [Attached("نامه", paper())]
    verb = AssignmentVerb.FULFIL
    follow_up(given, text="شد", verb=verb, attached=shown, version=given.version, by=user)
    assert Evidence.objects.get().title == "نامه"
    assert FollowUp.objects.get().by == user


@pytest.mark.parametrize(
    ("words", "field"),
    [({"task": " "}, "task"), ({"days": -30}, "due_on")],
)
def test_assignments_that_cannot_be(site: SmallSite, words: dict[str, Any], field: str) -> None:
    one = held(staffed_council(site))
    with pytest.raises(MeetingError) as refusal:
        assignment(one, agencies_at(one.council)[0], **words)
    assert refusal.value.field == field
    assert not Assignment.objects.exists()


def test_resolution_and_seat_are_of_the_same_meeting_and_agency(site: SmallSite) -> None:
    page = staffed_council(site)
    one, other = held(page), held(page)
    who = agencies_at(page)[0]
    with pytest.raises(MeetingError) as refusal:
        assignment(one, who, resolution=resolution(other))
    assert refusal.value.field == "resolution"
    with pytest.raises(MeetingError) as refusal:
        assignment(one, who, seat=page.seats.last())
    assert refusal.value.field == "seat"


def test_what_is_done_is_not_rewritten(given: Assignment) -> None:
    follow_up(given, text="شد", verb=AssignmentVerb.FULFIL, version=given.version)
    row = stored()
    row.task = "کاری دیگر"
    with pytest.raises(ConflictError):
        assign(row, version=row.version)


def test_a_later_day_begins_the_escalation_anew(given: Assignment) -> None:
    Assignment.objects.update(escalated_at="2026-01-01T00:00:00Z")
    row = stored()
    row.agency = agency()
    assign(row, version=row.version)
    assert stored().escalated_at is not None
    row = stored()
    row.due_on += A_DAY
    assign(row, version=row.version)
    assert stored().escalated_at is None
    with pytest.raises(ConflictError):
        assign(row, version=row.version - 1)
