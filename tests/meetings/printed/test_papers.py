import pytest
from django.utils import translation
from django.utils.html import escape

from tests.councils.making import seat
from tests.making import SmallSite
from tests.meetings.making import announced, fresh, held, in_english, meeting, staffed_council
from tests.meetings.printed.making import SECRET, full, printed
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.actions import convening
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.printed.kinds import FOR_READERS, Audience, Print

MEMBERS, READERS = Audience.MEMBERS, Audience.READERS


def told(words: str | None) -> str:
    assert words is not None
    return words


def test_an_invitation_says_when_where_and_what(site: SmallSite) -> None:
    words = told(printed(full(site), Print.INVITATION, MEMBERS))
    for said in ("سالن مهر", "گزارش استان‌ها", SECRET, "https://join.example/secret", "۲۰"):
        assert escape(said) in words
    assert 'lang="fa" dir="rtl"' in words


def test_every_member_signs_beside_his_seat(site: SmallSite) -> None:
    one = announced(staffed_council(site, seats=4))
    seat(one.council)
    words = told(printed(one, Print.ATTENDANCE, MEMBERS))
    assert words.count('<td class="prc-paper__sign"></td>') == 4 + 1 + 4  # seats, guests


def test_who_signs_is_who_was_recorded(site: SmallSite) -> None:
    one = held(staffed_council(site, seats=2))
    words = told(printed(one, Print.ATTENDANCE, MEMBERS))
    for row in one.attendances.with_people():
        assert row.person is not None
        assert escape(row.person.name) in words


def test_members_get_all_of_it(site: SmallSite) -> None:
    one = full(site)
    for kind in (Print.AGENDA, Print.MINUTES, Print.RESOLUTIONS):
        assert SECRET in told(printed(one, kind, MEMBERS))


@pytest.mark.parametrize("kind", FOR_READERS)
def test_readers_get_what_the_page_shows(site: SmallSite, kind: Print) -> None:
    words = told(printed(full(site), kind, READERS))
    assert SECRET not in words
    assert "join.example" not in words


@pytest.mark.parametrize("kind", [Print.INVITATION, Print.ATTENDANCE])
def test_readers_get_no_invitation_and_no_sheet(site: SmallSite, kind: Print) -> None:
    assert printed(full(site), kind, READERS) is None


def test_nothing_for_readers_before_it_is_told(site: SmallSite) -> None:
    one = meeting(staffed_council(site))
    assert printed(one, Print.AGENDA, READERS) is None
    assert printed(one, Print.MINUTES, MEMBERS) is None
    full_one = full(site)
    full_one.page.unpublish()
    assert printed(full_one, Print.MINUTES, READERS) is None


def test_readers_learn_no_name_of_a_page_that_they_may_not_see(site: SmallSite) -> None:
    one = full(site)
    in_english(one, site, title="A meeting")
    later = held(one.council, title="نشست پسین", days=-2)
    Meeting.objects.filter(pk=one.pk).update(approved_in=later)
    council = CouncilPage.objects.get(translation_key=one.council.translation_key, locale=site.en)
    council.title = "Council of tomorrow"
    council.save()
    for audience, is_told in ((READERS, True), (MEMBERS, True)):
        assert ("نشست پسین" in told(printed(one, Print.MINUTES, audience))) == is_told
        assert (council.title in told(printed(one, Print.AGENDA, audience, "en"))) == is_told
    council.unpublish()
    later.page.unpublish()
    for audience, is_told in ((READERS, False), (MEMBERS, True)):
        assert ("نشست پسین" in told(printed(one, Print.MINUTES, audience))) == is_told
        assert (council.title in told(printed(one, Print.AGENDA, audience, "en"))) == is_told


def test_numbers_of_resolutions(site: SmallSite) -> None:
    one = full(site)
    row = one.resolutions.get(visibility="public")
    words = told(printed(one, Print.RESOLUTIONS, READERS))
    assert row.number_as_read() in words or f"{row.number}/{row.year}" in words


def test_in_english(site: SmallSite) -> None:
    one = full(site)
    assert printed(one, Print.AGENDA, MEMBERS, "en") is None
    in_english(one, site, title="A meeting")
    words = told(printed(one, Print.AGENDA, MEMBERS, "en"))
    assert 'lang="en" dir="ltr"' in words
    assert "A meeting" in words


def test_the_same_words_in_whatever_language_somebody_works(site: SmallSite) -> None:
    one = full(site)
    in_english(one, site, title="A meeting")
    for kind in Print:
        for language in ("fa", "en"):
            with translation.override("fa"):
                first = printed(one, kind, MEMBERS, language)
            with translation.override("en"):
                assert printed(one, kind, MEMBERS, language) == first


def test_one_that_is_put_off_says_so(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    convening.postpone(one, reason="برف", version=one.version)
    now = fresh(one)
    assert now.get_status_display() in told(printed(one, Print.INVITATION, MEMBERS))
