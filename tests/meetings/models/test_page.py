import pytest
from django.test import Client
from django.urls import reverse

from tests.making import SmallSite, below
from tests.meetings.making import meeting, meeting_index, staffed_council
from tests.meetings.public.making import told_meeting
from wagtail_prcouncil.meetings.models import Meeting, MeetingIndexPage, MeetingPage


def test_caches_may_hold_each_edition(site: SmallSite) -> None:
    told = told_meeting(site)
    editions = {"/agenda/1/", "/agenda/2/"}
    printed = {"/print/agenda/", "/print/minutes/", "/print/resolutions/"}
    files = {"/meeting.ics", "/meeting.json"}
    for page in (told.page, told.english):
        assert {"/", "/minutes/", *editions, *printed, *files} == set(page.get_cached_paths())


def test_a_meeting_is_filed_under_its_council(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    assert made.page.facets().council_ids == (made.council_id,)


def test_the_first_page_makes_the_facts(site: SmallSite) -> None:
    council = staffed_council(site)
    page = below(meeting_index(council), MeetingPage, title="نشست", slug="one")
    assert Meeting.objects.get(page=page).council == council


@pytest.mark.parametrize("above", ["home", "council"])
def test_meetings_stand_below_a_council(site: SmallSite, above: str) -> None:
    parent = site.home if above == "home" else staffed_council(site)
    index = below(parent, MeetingIndexPage, title="نشست‌ها", slug="meetings")
    assert MeetingPage.can_create_at(index) == (above == "council")


def test_a_meeting_stays_below_its_council(site: SmallSite) -> None:
    council, other = staffed_council(site), staffed_council(site)
    here, elsewhere = meeting_index(council), meeting_index(other)
    second = below(council, MeetingIndexPage, title="بایگانی", slug="archive")
    page = MeetingPage.objects.get(pk=meeting(council).page_id)
    assert [page.can_move_to(to) for to in (second, elsewhere)] == [True, False]
    assert [here.can_move_to(to) for to in (other, site.home)] == [False, False]
    assert elsewhere.can_move_to(council)  # it has no meetings
    page.move(second, pos="last-child")
    assert here.can_move_to(other)
    assert not second.can_move_to(other)


def test_the_admin_moves_no_meeting_to_another_council(
    site: SmallSite, admin_client: Client
) -> None:
    page = meeting(staffed_council(site)).page
    to = meeting_index(staffed_council(site))
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, to.pk])
    admin_client.post(url)
    assert MeetingPage.objects.get(pk=page.pk).path == page.path
