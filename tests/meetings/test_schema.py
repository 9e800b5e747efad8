import datetime as dt
import json
from typing import Any

import pytest
from django.test import Client

from tests.making import SmallSite
from tests.meetings.making import announced, fresh, meeting, staffed_council
from tests.meetings.public.making import anonymous, session, told_meeting
from wagtail_prcouncil.meetings import schema
from wagtail_prcouncil.meetings.actions import convening
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage
from wagtail_prcouncil.meetings.states import Mode
from wagtail_prcouncil.ui.dates import machine_readable

ORG = "https://schema.org/"


def as_told(moment: dt.datetime | None) -> str:
    assert moment is not None
    return machine_readable(moment)


def event(one: Meeting) -> dict[str, Any]:
    told = schema.event(session(MeetingPage.objects.get(pk=one.page_id)), anonymous())
    assert told is not None
    return told


def test_a_meeting_that_was_moved_and_held(site: SmallSite) -> None:
    told = told_meeting(site)
    MeetingPage.objects.filter(pk=told.page.pk).update(venue="سالن آفتاب")
    Meeting.objects.filter(pk=told.meeting.pk).update(
        mode=Mode.HYBRID, recording_url="https://video.example/1", join_url="https://in.example/1"
    )
    found = event(told.meeting)
    assert found["startDate"] == as_told(told.meeting.started_at)
    assert found["startDate"][-6:] == "+03:30"
    assert found["previousStartDate"] == [machine_readable(told.moved_from)]
    assert found["eventStatus"] == f"{ORG}EventRescheduled"
    assert [place["@type"] for place in found["location"]] == ["Place", "VirtualLocation"]
    assert found["organizer"][0]["name"] == "شورای روابط عمومی"
    assert found["subjectOf"]["url"] == f"{found['url']}minutes/"
    assert found["recordedIn"]["url"] == "https://video.example/1"
    assert "in.example" not in json.dumps(found)
    assert "superEvent" not in found


@pytest.mark.parametrize(
    ("verb", "status"),
    [(convening.postpone, "EventPostponed"), (convening.cancel, "EventCancelled")],
)
def test_one_that_is_off_keeps_its_time(site: SmallSite, verb: Any, status: str) -> None:
    made = announced(staffed_council(site))
    assert event(made)["eventStatus"] == f"{ORG}EventScheduled"
    verb(made, reason="تعطیل", version=made.version)
    found = event(fresh(made))
    assert found["eventStatus"] == f"{ORG}{status}"
    assert found["startDate"] == as_told(made.starts_at)
    assert "subjectOf" not in found


def test_of_a_planned_one_nothing(site: SmallSite, client: Client) -> None:
    page = meeting(staffed_council(site)).page
    assert schema.event(session(page), anonymous()) is None
    assert '"Event"' not in client.get(page.url).content.decode()
