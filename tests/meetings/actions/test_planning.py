"""A meeting is put into the plans of a council."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.making import meeting_index, staffed_council
from wagtail_prcouncil.councils.rules import CouncilError
from wagtail_prcouncil.meetings.actions.convening import Notice
from wagtail_prcouncil.meetings.actions.planning import plan
from wagtail_prcouncil.meetings.models import Meeting, MeetingIndexPage, MeetingPage
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import MeetingError


def test_page_and_facts_are_made_together(site: SmallSite) -> None:
    council = staffed_council(site)
    starts = timezone.now() + dt.timedelta(days=3)
    notice = Notice(starts_at=starts, ends_at=starts + dt.timedelta(hours=1))
    made = plan(council, "  نشست ", notice)
    assert (made.page.title, made.starts_at, made.council) == ("نشست", starts, council)
    assert not made.page.live


def test_what_breaks_a_rule_leaves_nothing(site: SmallSite) -> None:
    council = staffed_council(site)
    with pytest.raises(MeetingError):
        plan(council, "نشست", Notice(ends_at=timezone.now()))
    with pytest.raises(MeetingError):
        plan(council, " ", Notice())
    assert not MeetingPage.objects.exists()
    assert not MeetingIndexPage.objects.exists()


def test_a_closed_council_plans_nothing(site: SmallSite) -> None:
    council = staffed_council(site)
    type(council).objects.filter(pk=council.pk).update(closed_on=dt.date(2026, 1, 1))
    with pytest.raises(CouncilError):
        plan(council, "نشست", Notice())


def test_it_asks_for_the_right_and_for_the_pages(site: SmallSite) -> None:
    council = staffed_council(site)
    meeting_index(council)
    for rights in ([Right.VIEW], [Right.ADD]):  # the second may change pages there, and add none
        user = member_of(group_for(council, rights=rights))
        with pytest.raises(PermissionDenied):
            plan(council, "نشست", Notice(), by=user)
    assert not Meeting.objects.exists()


def test_a_title_without_a_letter_gets_an_address_too(site: SmallSite) -> None:
    council = staffed_council(site)
    slugs = [plan(council, "!", Notice()).page.slug for _time in range(2)]
    assert slugs == ["meeting", "meeting-2"]
