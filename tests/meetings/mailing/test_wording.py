"""Days and times as mail says them."""

import datetime as dt

import pytest
from django.utils import translation

from tests.making import SmallSite
from tests.meetings.making import announced, in_english, staffed_council
from wagtail_prcouncil.meetings.mailing.letters import Reader
from wagtail_prcouncil.meetings.mailing.wording import MeetingWords, day_in, number_of, time_in
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.ui.languages import PageLanguage

FA = Reader(PageLanguage("fa", True), True)
EN = Reader(PageLanguage("en", False), True)
START = dt.datetime(2026, 11, 22, 6, 30, tzinfo=dt.UTC)
TWO_HOURS, A_DAY = dt.timedelta(hours=2), dt.timedelta(days=1)


def test_days_in_both_calendars_where_the_reader_has_another() -> None:
    assert day_in(START.date(), FA) == "۱ آذر ۱۴۰۵"
    assert day_in(START.date(), EN) == "22 November 2026 (1405/09/01)"


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (None, "Sunday 22 November 2026, 10:00 (1405/09/01)"),
        (START + TWO_HOURS, "Sunday 22 November 2026, 10:00 to 12:00 (1405/09/01)"),
        (
            START + A_DAY,
            "Sunday 22 November 2026, 10:00 to Monday 23 November 2026, 10:00 (1405/09/01)",
        ),
    ],
)
def test_times_on_tehrans_clock(end: dt.datetime | None, told: str) -> None:
    with translation.override("en"):
        assert time_in(START, end, EN) == told


def test_what_has_no_time_or_number() -> None:
    with translation.override("en"):
        assert time_in(None, None, EN) == "not known yet"
        assert number_of(Meeting()) == "the meeting"
        assert number_of(Meeting(number=3, year=1405)) == "meeting 3/1405"
    with translation.override("fa"):
        assert "۳/۱۴۰۵" in number_of(Meeting(number=3, year=1405))


def test_a_page_is_linked_in_the_readers_language(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    english = in_english(one, site, "Spring meeting")
    words = MeetingWords(one, EN)
    assert (words.title, words.links()[0].url) == ("Spring meeting", english.full_url)
    english.unpublish()
    assert MeetingWords(one, EN).title == one.page.title


def test_no_link_leads_to_a_page_that_is_kept_with_its_original(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    in_english(one, site, "Spring meeting")
    one.page.unpublish()
    words = MeetingWords(Meeting.objects.get(pk=one.pk), EN)
    assert (words.title, words.links()) == (one.page.title, [])
