import datetime as dt

import pytest
from wagtail.models import PageViewRestriction

from tests.making import SmallSite
from tests.meetings.making import announced, held, in_english, meeting, staffed_council
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage

pytestmark = pytest.mark.django_db


def test_what_readers_know_of(site: SmallSite) -> None:
    council = staffed_council(site)
    planned, told = meeting(council), announced(council)
    assert list(Meeting.objects.readable()) == [told]
    assert list(Meeting.objects.planned()) == [planned]
    PageViewRestriction.objects.create(page=told.page.get_parent(), restriction_type="login")
    assert not Meeting.objects.readable()


def test_to_come_and_over(site: SmallSite) -> None:
    council = staffed_council(site)
    later, sooner = announced(council, days=9), announced(council, days=3)
    old, older = held(council, days=-10), held(council, days=-20)
    assert list(Meeting.objects.upcoming()) == [sooner, later]
    assert list(Meeting.objects.over()) == [old, older]
    assert old.starts_at is not None
    after = old.starts_at + dt.timedelta(seconds=1)
    assert list(Meeting.objects.between(old.starts_at, after)) == [old]
    assert not Meeting.objects.between(after, after)


def test_a_meeting_is_one_in_all_languages(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    english = in_english(one, site)
    assert list(Meeting.objects.of_page(english)) == [one]
    pages = MeetingPage.objects.of(Meeting.objects.filter(pk=one.pk))
    assert {page.pk for page in pages} == {one.page_id, english.pk}
