"""Resolutions under the action, without a screen."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.councils.staff import group_for, member_of
from tests.directory.making import agency
from tests.making import SmallSite
from tests.meetings.making import (
    approved,
    fresh,
    held,
    item,
    meeting,
    published,
    resolution,
    staffed_council,
)
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import itemising, resolving
from wagtail_prcouncil.meetings.models import Assignment, Meeting, Resolution
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import ConflictError, InUseError, MeetingError
from wagtail_prcouncil.meetings.states import AssignmentState, ForwardingState, ResolutionState


@pytest.fixture
def one(site: SmallSite) -> Meeting:
    return held(staffed_council(site))


def test_numbers_go_on_from_meeting_to_meeting_of_a_year(site: SmallSite) -> None:
    council = staffed_council(site)
    numbers = []
    for days in (-3, -2):
        made = held(council, days=days)
        resolution(made, "یکم")
        resolution(made, "دوم")
        numbers += [(row.year, row.number) for row in approved(made).resolutions.all()]
    by_year = {year: [n for y, n in numbers if y == year] for year, _n in numbers}
    assert all(found == list(range(1, len(found) + 1)) for found in by_year.values())
    other = held(staffed_council(site))
    resolution(other, "دیگر")
    assert approved(other).resolutions.get().number == 1


def test_an_annulled_one_keeps_its_number(one: Meeting) -> None:
    row = resolution(one, "یکم")
    with pytest.raises(ConflictError):
        resolving.annul(row, note="x", version=row.version)
    row = approved(one).resolutions.get()
    with pytest.raises(MeetingError):
        resolving.annul(row, note=" ", version=row.version)
    done = resolving.annul(row, note="خلاف قانون", version=row.version)
    assert (done.state, done.number, done.annulled_on) == (ResolutionState.ANNULLED, 1, today())


def test_what_was_to_be_done_for_an_annulled_one_is_dropped(one: Meeting) -> None:
    row = resolution(one)
    told = {"meeting": one, "resolution": row, "agency": agency(), "due_on": today()}
    undone = Assignment.objects.create(task="کار", is_blocked=True, blocked_by="بودجه", **told)
    over = {"state": AssignmentState.DONE, "done_on": today()}
    done = Assignment.objects.create(task="کار دیگر", **over, **told)
    other = Assignment.objects.create(task="بی مصوبه", **told | {"resolution": None})
    row = approved(one).resolutions.get()
    resolving.annul(row, note="خلاف قانون", version=row.version)
    for assignment in (undone, done, other):
        assignment.refresh_from_db()
    assert undone.state == AssignmentState.DROPPED
    assert not undone.is_blocked
    assert undone.follow_ups.get().text == "خلاف قانون"
    assert (done.state, other.state) == (AssignmentState.DONE, AssignmentState.OPEN)
    assert not done.follow_ups.exists()


def test_an_adopted_one_is_neither_rewritten_nor_removed(one: Meeting) -> None:
    resolution(one, "یکم")
    row = approved(one).resolutions.get()
    row.text = "دیگر"
    with pytest.raises(MeetingError):
        resolving.save_resolution(row, version=row.version)
    with pytest.raises(MeetingError):
        resolving.remove_resolution(row, version=row.version)
    assert Resolution.objects.get().text == "یکم"


def test_one_that_gave_somebody_something_to_do_stays(one: Meeting) -> None:
    row = resolution(one)
    Assignment.objects.create(
        meeting=one, resolution=row, agency=agency(), task="کار", due_on=today()
    )
    with pytest.raises(InUseError):
        resolving.remove_resolution(row, version=row.version)


def test_a_draft_is_removed_whatever_else_changed_in_the_meeting(one: Meeting) -> None:
    row = resolution(one)
    item(one, "بند تازه")
    resolving.remove_resolution(row, version=row.version)
    assert not Resolution.objects.exists()


def test_it_outlives_what_its_item_is_called(one: Meeting) -> None:
    place = item(one, "گزارش")
    row = resolution(one, item=place)
    assert row.item_title == "گزارش"
    with pytest.raises(InUseError):
        itemising.remove_item(place, version=fresh(one).version)


def test_by_whom(one: Meeting, site: SmallSite) -> None:
    stranger = member_of(group_for(staffed_council(site), rights=[Right.ADD_RESOLUTIONS]))
    with pytest.raises(PermissionDenied):
        resolving.save_resolution(Resolution(meeting=one, text="x"), version=1, by=stranger)
    reader = member_of(group_for(one.council, rights=[Right.VIEW_RESOLUTIONS]))
    with pytest.raises(PermissionDenied):
        resolving.save_resolution(Resolution(meeting=one, text="x"), version=1, by=reader)


def test_forwarded_once_and_answered_once(one: Meeting, site: SmallSite) -> None:
    resolution(one, "یکم")
    row, other = published(one).resolutions.get(), staffed_council(site)
    sent = resolving.forward(row, other, note="برای اجرا")
    with pytest.raises(MeetingError):
        resolving.forward(row, other)
    into = meeting(other)
    with pytest.raises(MeetingError):
        resolving.take_up(sent, fresh(one), version=fresh(one).version)
    made = resolving.take_up(sent, into, version=fresh(into).version)
    assert (made.origin, made.council, made.number) == (row, other, None)
    with pytest.raises(ConflictError):
        resolving.decline(sent, answer="x")
    sent.refresh_from_db()
    assert sent.state == ForwardingState.TAKEN_UP
