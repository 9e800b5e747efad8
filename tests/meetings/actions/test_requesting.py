"""What was asked for is put right, or not asked for any more."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from tests.making import SmallSite
from tests.meetings.making import announced, item, staffed_council
from tests.meetings.owing import agencies_at, reporter_of, requested, submitted
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions.requesting import change_request, take_back
from wagtail_prcouncil.meetings.models import MemberReport
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError

TOMORROW = dt.timedelta(days=1)


def test_a_report_is_put_to_an_item_and_waits_longer(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    (one,) = requested(made, agencies_at(made.council)[0])
    place, later = item(made), today() + 3 * TOMORROW
    change_request(one, due_on=later, item=place, version=one.version)
    stored = MemberReport.objects.get(pk=one.pk)
    assert (stored.item, stored.due_on, stored.version) == (place, later, one.version + 1)
    with pytest.raises(ConflictError):
        change_request(one, due_on=later, version=one.version)


def test_another_meetings_item_and_a_day_after_the_meeting_are_refused(site: SmallSite) -> None:
    made, other = announced(staffed_council(site)), announced(staffed_council(site))
    (one,) = requested(made, agencies_at(made.council)[0])
    with pytest.raises(MeetingError) as told:
        change_request(one, due_on=today(), item=item(other), version=one.version)
    assert told.value.field == "item"
    with pytest.raises(MeetingError) as told:
        change_request(one, due_on=today() + 90 * TOMORROW, version=one.version)
    assert told.value.field == "due_on"


def test_a_request_is_taken_back_while_nothing_came(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    first, second, _third = requested(made, *agencies_at(made.council))
    take_back(first, version=first.version)
    assert not MemberReport.objects.filter(pk=first.pk).exists()
    sent = submitted(second)
    with pytest.raises(ConflictError):
        take_back(sent, version=sent.version)


def test_an_agency_cannot_change_what_it_is_asked_for(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    agency = agencies_at(made.council)[0]
    (one,) = requested(made, agency)
    with pytest.raises(PermissionDenied):
        take_back(one, version=one.version, by=reporter_of(agency))
