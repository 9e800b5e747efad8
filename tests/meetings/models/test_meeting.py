import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from tests.making import SmallSite
from tests.meetings.making import meeting, staffed_council
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.states import Status

pytestmark = pytest.mark.django_db


def test_its_day_is_that_of_tehran(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    # Half past midnight of 1 Farvardin 1405 in Tehran is still 20 March in UTC.
    one.starts_at = dt.datetime(2026, 3, 21, 0, 30, tzinfo=ZoneInfo("Asia/Tehran"))
    assert (one.day, one.jalali_year) == (dt.date(2026, 3, 21), 1405)


def test_a_quorum_that_nobody_counted_is_not_known(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    assert one.is_quorate is None
    one.quorum_due, one.quorum_present = 3, 2
    assert one.is_quorate is False
    one.quorum_present = 3
    assert one.is_quorate is True


@pytest.mark.parametrize("wrong", ["time", "itself", "number"])
def test_what_the_database_refuses(site: SmallSite, wrong: str) -> None:
    council = staffed_council(site)
    one, other = meeting(council), meeting(council)
    Meeting.objects.filter(pk=other.pk).update(year=1405, number=1)
    said = {
        "time": {"ends_at": one.starts_at},
        "itself": {"approved_in": one.pk},
        "number": {"year": 1405, "number": 1},
    }[wrong]
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=one.pk).update(**said)


def test_to_readers_a_closed_meeting_is_one_that_was_held(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    told = {}
    for one.status in (Status.POSTPONED, Status.HELD, Status.CLOSED):
        told[one.status] = one.status_for_readers
    assert told[Status.CLOSED] == told[Status.HELD] == Status.HELD.label
    assert told[Status.POSTPONED] == Status.POSTPONED.label
