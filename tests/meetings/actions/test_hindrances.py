"""What stands in the way of a step though its axis stands right."""

import pytest

from tests.making import SmallSite
from tests.meetings.making import (
    announced,
    circulated,
    fresh,
    held,
    item,
    meeting,
    resolution,
    staffed_council,
)
from tests.meetings.owing import agencies_at, assignment
from wagtail_prcouncil.meetings.actions.assigning import follow_up
from wagtail_prcouncil.meetings.actions.hindrances import check_unhindered
from wagtail_prcouncil.meetings.actions.minuting import draw_up, recall, write
from wagtail_prcouncil.meetings.actions.resolving import remove_resolution, save_resolution
from wagtail_prcouncil.meetings.rules import MeetingError
from wagtail_prcouncil.meetings.transitions import AssignmentVerb, Verb


def test_an_announcement_wants_a_time(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    check_unhindered(made, Verb.ANNOUNCE)
    made.ends_at = None
    with pytest.raises(MeetingError) as refusal:
        check_unhindered(made, Verb.ANNOUNCE)
    assert refusal.value.field == "starts_at"


def test_an_agenda_wants_an_item(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    with pytest.raises(MeetingError):
        check_unhindered(made, Verb.FINALISE_AGENDA)
    item(made)
    check_unhindered(made, Verb.FINALISE_AGENDA)


def test_what_was_held_wants_attendance_and_closing_wants_outcomes(site: SmallSite) -> None:
    council = staffed_council(site)
    with pytest.raises(MeetingError):
        check_unhindered(announced(council), Verb.HOLD)
    made = held(council)
    check_unhindered(made, Verb.CLOSE)
    item(made, "مانده")
    with pytest.raises(MeetingError, match="مانده"):
        check_unhindered(made, Verb.CLOSE)


def test_a_meeting_that_decided_something_is_not_cancelled(site: SmallSite) -> None:
    made = held(staffed_council(site))
    check_unhindered(made, Verb.CANCEL)
    resolution(made)
    with pytest.raises(MeetingError):
        check_unhindered(made, Verb.CANCEL)


def test_nor_is_one_that_gave_somebody_something_to_do(site: SmallSite) -> None:
    made = held(staffed_council(site))
    task = assignment(made, agencies_at(made.council)[0])
    with pytest.raises(MeetingError):
        check_unhindered(made, Verb.CANCEL)
    follow_up(task, text="لازم نیست", verb=AssignmentVerb.DROP, version=task.version)
    check_unhindered(made, Verb.CANCEL)


def test_what_gets_a_number_is_what_members_have_read(site: SmallSite) -> None:
    made = held(staffed_council(site))
    one, other = resolution(made, "یکم"), resolution(made, "دوم")
    circulated(made)
    check_unhindered(fresh(made), Verb.APPROVE)
    late = resolution(made, "پس از ارسال")
    with pytest.raises(MeetingError):
        check_unhindered(fresh(made), Verb.APPROVE)
    remove_resolution(late, version=late.version)
    check_unhindered(fresh(made), Verb.APPROVE)
    one.text = "یکم، به گونه‌ای دیگر"
    save_resolution(one, version=one.version)
    with pytest.raises(MeetingError):
        check_unhindered(fresh(made), Verb.APPROVE)
    sent = fresh(made)
    back = recall(sent, reason="مصوبه", version=sent.version)
    draw_up(back, version=back.version)
    check_unhindered(fresh(made), Verb.APPROVE)
    remove_resolution(other, version=other.version)
    with pytest.raises(MeetingError):
        check_unhindered(fresh(made), Verb.APPROVE)


def test_what_a_person_wrote_of_a_resolution_is_no_hindrance(site: SmallSite) -> None:
    made = held(staffed_council(site))
    one = resolution(made, "یکم")
    minutes = draw_up(fresh(made), version=fresh(made).version)
    for block in minutes.body.raw_data:
        if block["value"].get("heading"):
            block["value"]["text"] = "<p>به دست نوشته</p>"
    write(minutes, minutes.body, version=minutes.version)
    one.text = "یکم، به گونه‌ای دیگر"
    save_resolution(one, version=one.version)
    check_unhindered(fresh(made), Verb.APPROVE)
