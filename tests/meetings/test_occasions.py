"""Meetings as occasions of what other features tell."""

import pytest

from tests.making import SmallSite
from tests.meetings.making import announced, held, in_english, meeting, staffed_council
from wagtail_prcouncil.councils.occasions import day_of, occasion_of, registered
from wagtail_prcouncil.meetings.actions.convening import cancel
from wagtail_prcouncil.meetings.models import MeetingPage, Organiser


def test_a_meeting_is_an_occasion_of_its_councils(site: SmallSite) -> None:
    council, partner = staffed_council(site), staffed_council(site)
    made = held(council)
    Organiser.objects.create(meeting=made, council=partner)
    found = occasion_of(made.page)
    assert found is not None
    assert found.day == made.day
    assert found.councils == {council.translation_key, partner.translation_key}
    assert day_of(in_english(made, site)) == made.day
    assert [one.model for one in registered()] == [MeetingPage]


@pytest.mark.parametrize("made", [meeting, announced])
def test_it_has_a_day_once_it_was_announced(site: SmallSite, made: object) -> None:
    assert callable(made)
    one = made(staffed_council(site))
    assert day_of(one.page) == (one.day if made is announced else None)


def test_what_was_called_off_has_no_day(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    cancel(made, reason="باران", version=made.version)
    assert day_of(made.page) is None
