"""Minutes under the action, without a screen."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import PageLogEntry

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.making import (
    announced,
    approved,
    circulated,
    fresh,
    held,
    item,
    published,
    resolution,
    staffed_council,
)
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import minuting
from wagtail_prcouncil.meetings.models import Meeting, Minutes
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError
from wagtail_prcouncil.meetings.states import Axis, MinutesStatus
from wagtail_prcouncil.meetings.transitions import Verb


@pytest.fixture
def meeting(site: SmallSite) -> Meeting:
    made = held(staffed_council(site))
    item(made, "بند")
    resolution(made, "یکم")
    return fresh(made)


def test_only_of_what_was_held(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    with pytest.raises(MeetingError):
        minuting.draw_up(made, version=made.version)


def test_circulated_ones_are_neither_drawn_up_nor_written(meeting: Meeting) -> None:
    sent = circulated(meeting)
    minutes = Minutes.objects.get(meeting=sent)
    with pytest.raises(ConflictError):
        minuting.draw_up(sent, version=sent.version)
    with pytest.raises(ConflictError):
        minuting.write(minutes, minutes.body, version=minutes.version)


def test_empty_ones_are_not_circulated(meeting: Meeting) -> None:
    minutes = minuting.draw_up(meeting, version=meeting.version)
    minuting.write(minutes, [], version=minutes.version)
    with pytest.raises(MeetingError):
        minuting.circulate(fresh(meeting), objections_until=today(), version=fresh(meeting).version)


def test_a_last_day_that_is_past(meeting: Meeting) -> None:
    minuting.draw_up(meeting, version=meeting.version)
    yesterday = today() - dt.timedelta(days=1)
    with pytest.raises(MeetingError) as caught:
        minuting.circulate(
            fresh(meeting), objections_until=yesterday, version=fresh(meeting).version
        )
    assert caught.value.field == "objections_until"


def test_an_open_objection_holds_them_up_and_an_answer_frees_them(meeting: Meeting) -> None:
    sent = circulated(meeting)
    seat = sent.council.seats.first()
    assert seat
    row = minuting.object_to(sent, seat, text="نادرست")
    with pytest.raises(MeetingError):
        minuting.approve(
            fresh(sent), how="written", on=today(), all_answered=True, version=fresh(sent).version
        )
    minuting.answer(row, text="درست است", is_granted=False)
    with pytest.raises(ConflictError):
        minuting.answer(row, text="باز", is_granted=True)
    minuting.approve(
        fresh(sent), how="written", on=today(), all_answered=True, version=fresh(sent).version
    )
    assert fresh(sent).minutes_status == MinutesStatus.APPROVED


def test_without_a_quorum_nothing_was_resolved(meeting: Meeting) -> None:
    sent = circulated(meeting)
    Meeting.objects.filter(pk=sent.pk).update(quorum_present=0)
    with pytest.raises(MeetingError):
        minuting.approve(
            fresh(sent), how="written", on=today(), all_answered=True, version=sent.version
        )
    assert not sent.resolutions.exclude(number=None).exists()


def test_not_in_itself(meeting: Meeting) -> None:
    sent = circulated(meeting)
    with pytest.raises(MeetingError) as caught:
        minuting.approve(sent, how="meeting", approved_in=sent, version=sent.version)
    assert caught.value.field == "approved_in"


def test_to_approve_and_to_publish_asks_for_a_right_of_its_own(meeting: Meeting) -> None:
    keeper = member_of(group_for(meeting.council, rights=[Right.CHANGE]))
    sent = circulated(meeting)
    with pytest.raises(PermissionDenied):
        minuting.approve(
            sent, how="written", on=today(), all_answered=True, version=sent.version, by=keeper
        )
    done = minuting.recall(sent, reason="x", version=sent.version, by=keeper)
    assert done.minutes_status == MinutesStatus.DRAFT


def test_each_step_says_who_and_why(meeting: Meeting) -> None:
    done = published(meeting)
    minuting.withdraw(done, reason="خطا", version=done.version)
    steps = list(done.changes.filter(axis=Axis.MINUTES).values_list("verb", "reason"))
    verbs = [Verb.DRAW_UP, Verb.CIRCULATE, Verb.APPROVE, Verb.PUBLISH, Verb.WITHDRAW]
    assert [verb for verb, _reason in steps] == verbs
    assert steps[-1][1] == "خطا"


def test_withdrawn_ones_keep_their_numbers(meeting: Meeting) -> None:
    done = published(meeting)
    minuting.withdraw(done, reason="خطا", version=done.version)
    assert [row.number for row in fresh(done).resolutions.all()] == [1]
    assert approved(held(meeting.council, days=-2)).minutes_status == MinutesStatus.APPROVED


@pytest.mark.parametrize(
    ("days", "is_time"), [(-1, True), (0, True), (1, False)], ids=["before", "last", "after"]
)
def test_by_written_procedure_after_the_last_day_for_objections(
    meeting: Meeting, days: int, is_time: bool
) -> None:
    sent = circulated(meeting)
    until = today() - dt.timedelta(days=days)
    Meeting.objects.filter(pk=sent.pk).update(objections_until=until)
    said = {"how": "written", "on": today(), "version": sent.version}
    if is_time:
        with pytest.raises(MeetingError) as caught:
            minuting.approve(sent, **said)
        assert caught.value.field == "on"
        minuting.approve(sent, **said, all_answered=True)
    else:
        minuting.approve(sent, **said)
    assert fresh(sent).minutes_status == MinutesStatus.APPROVED
    logged = PageLogEntry.objects.filter(action="prcouncil_meetings.all_answered")
    assert [row.data["objections_until"] for row in logged] == [str(until)] * is_time


def test_a_later_meeting_waits_for_no_day(meeting: Meeting) -> None:
    sent = circulated(meeting)
    later = held(meeting.council, days=-3)
    minuting.approve(sent, how="meeting", approved_in=later, version=sent.version)
    assert fresh(sent).minutes_status == MinutesStatus.APPROVED
