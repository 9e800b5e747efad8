import pytest
from django.http import Http404

from tests.kinds import restrict
from tests.making import SmallSite
from tests.meetings.making import announced, fresh, in_english, meeting, staffed_council
from tests.meetings.public.making import Told, anonymous, session, told_meeting
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.meetings.actions import convening
from wagtail_prcouncil.meetings.models import MeetingPage
from wagtail_prcouncil.meetings.public.sessions import MeetingSession


@pytest.fixture
def told(site: SmallSite) -> Told:
    return told_meeting(site)


def test_a_planned_meeting_is_told_to_nobody(site: SmallSite) -> None:
    page = meeting(staffed_council(site)).page
    assert not session(page).is_told
    request = anonymous()
    request.is_preview = True
    preview = MeetingSession.of(page, request)
    assert preview is not None
    assert preview.is_told


def test_a_page_without_facts_has_no_session(site: SmallSite) -> None:
    assert MeetingSession.of(MeetingPage(locale=site.fa), anonymous()) is None


def test_facts_of_a_kept_original_are_kept(told: Told) -> None:
    assert session(told.english).is_told
    told.page.unpublish()
    english = MeetingPage.objects.get(pk=told.english.pk)
    with pytest.raises(Http404):
        session(english)
    assert not MeetingSession(english, fresh(told.meeting), anonymous()).is_told


def test_whoever_passed_a_restriction_is_told(told: Told) -> None:
    restrict(told.page)
    assert session(told.page).is_told


def test_moves_say_what_stood_there(told: Told) -> None:
    (move,) = session(told.page).moves
    assert move.change.starts_at == told.moved_from
    assert (move.change.reason, move.tone) == ("تعمیر سالن", "wait")


def test_times_are_those_that_hold(site: SmallSite, told: Told) -> None:
    over = session(told.page).times
    assert over is not None
    assert (over.starts_at, over.is_off) == (told.meeting.started_at, False)
    assert over.lasts_a_day
    made = announced(told.council)
    convening.postpone(made, reason="نامعلوم", version=made.version)
    put_off = session(fresh(made).page).times
    assert put_off is not None
    assert put_off.is_off


def test_languages(told: Told, site: SmallSite) -> None:
    assert session(told.page).own_language is None
    other = session(told.english).own_language
    assert other is not None
    assert (other.code, other.dir) == ("fa", "rtl")
    host = session(told.english).host
    assert host is not None
    assert host.title == "Council"


def test_reports_of_items_that_readers_can_read_of(told: Told) -> None:
    assert [row.text for row in session(told.page).reports] == ["گزارش آب"]


def test_provinces_by_name(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    rows = list(Province.objects.order_by("-sort_key")[:3])
    made.provinces.set(rows)
    assert session(made.page).provinces == rows[::-1]


def test_english_words_of_one_meeting(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    assert session(in_english(made, site)).language == "en"
