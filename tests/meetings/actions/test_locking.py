import pytest
from wagtail.models import PageLogEntry

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.making import announced, approved, fresh, held, meeting, staffed_council
from wagtail_prcouncil.meetings.actions.locking import (
    allowed,
    check_due,
    check_writable,
    due,
    locked_meeting,
    move,
)
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError
from wagtail_prcouncil.meetings.states import Axis, Status
from wagtail_prcouncil.meetings.transitions import STATUS, Verb


def test_the_meeting_as_it_stands_and_not_as_it_was_read(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    Meeting.objects.filter(pk=one.pk).update(status=Status.CANCELLED)
    assert locked_meeting(one).status == Status.CANCELLED


def test_one_that_is_gone(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    MeetingPage.objects.get(pk=one.page_id).delete()
    with pytest.raises(ConflictError):
        locked_meeting(one)


def test_a_conflict_says_where_it_stands(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    with pytest.raises(ConflictError, match=str(Status.ANNOUNCED.label)):
        check_due(one, Axis.STATUS, STATUS[Verb.ANNOUNCE])
    with pytest.raises(ConflictError):
        due(one, Verb.POSTPONE, Axis.STATUS, one.version - 1, None)
    assert due(one, Verb.POSTPONE, Axis.STATUS, one.version, None) == one


def test_who_may_not_is_refused_before_anything_is_told(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    stranger = member_of(group_for(one.council))
    with pytest.raises(Exception, match="^$") as refusal:
        allowed(one, stranger, Right.CHANGE, version=one.version - 1)
    assert refusal.typename == "PermissionDenied"
    with pytest.raises(ConflictError):
        allowed(one, None, Right.CHANGE, version=one.version - 1)


def test_a_step_is_kept_and_logged(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    change = move(locked_meeting(one), Verb.CANCEL, Axis.STATUS, by=None, reason=" برف ")
    row = fresh(one)
    assert (row.status, row.version) == (Status.CANCELLED, one.version + 1)
    assert (change.before, change.after, change.reason) == ("planned", "cancelled", "برف")
    entry = PageLogEntry.objects.get(action="prcouncil_meetings.cancel")
    assert entry.page_id == one.page_id
    assert entry.data["reason"] == "برف"


def test_what_is_approved_is_settled(site: SmallSite) -> None:
    made = held(staffed_council(site))
    check_writable(made)
    with pytest.raises(MeetingError):
        check_writable(approved(made))
