"""Meetings as readers see them at their addresses."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.councils.making import council
from tests.kinds import restrict
from tests.making import SmallSite, below
from tests.meetings.making import (
    announced,
    fresh,
    held,
    in_english,
    meeting,
    meeting_index,
    staffed_council,
)
from tests.meetings.public.making import SECRETS, Told, told_meeting
from wagtail_prcouncil.meetings.actions import convening
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage
from wagtail_prcouncil.meetings.public.sheets import path_of
from wagtail_prcouncil.ui.languages import page_language


@pytest.fixture
def told(site: SmallSite) -> Told:
    return told_meeting(site)


def html(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    return response.content.decode()


def test_a_meeting_in_persian(client: Client, told: Told) -> None:
    shown = html(client, told.page.url)
    for words in ("تعمیر سالن", "گزارش طرح‌ها", "بند بسته", "گزارش آب", "مهمان نمونه"):
        assert words in shown
    assert 'id="r-14' in shown
    assert shown.count("prc-resolution--overdue") == 1
    assert f'href="{told.page.url}minutes/"' in shown
    assert f'href="{told.page.url}agenda/1/"' in shown


def test_a_meeting_in_english(client: Client, told: Told) -> None:
    shown = html(client, told.english.url)
    assert "Publish monthly" in shown
    assert "Water Organisation" in shown
    assert '<bdi lang="fa" dir="rtl">تعمیر سالن</bdi>' in shown
    assert '<p class="prc-agenda__title">Projects' in shown


@pytest.mark.parametrize("path", ["", "minutes/", "agenda/1/", "agenda/2/"])
def test_no_word_of_what_is_not_for_readers(client: Client, told: Told, path: str) -> None:
    for page in (told.page, told.english):
        shown = html(client, f"{page.url}{path}")
        assert [secret for secret in SECRETS if secret in shown] == []


def test_minutes_say_their_language(client: Client, told: Told) -> None:
    shown = html(client, f"{told.english.url}minutes/")
    assert '<div class="prc-prose prc-minutes" lang="fa" dir="rtl">' in shown


def test_an_earlier_edition_says_so(client: Client, told: Told) -> None:
    shown = html(client, f"{told.page.url}agenda/1/")
    assert 'content="noindex, follow"' in shown
    assert "گوناگون" not in shown
    assert "گوناگون" in html(client, f"{told.page.url}agenda/2/")
    assert client.get(f"{told.page.url}agenda/3/").status_code == 404


def test_a_planned_meeting(client: Client, site: SmallSite) -> None:
    made = meeting(staffed_council(site), venue="سالن پنهان", summary="چکیده")
    shown = html(client, made.page.url)
    assert "چکیده" in shown
    assert "سالن پنهان" not in shown
    assert "<time datetime" not in shown.partition("<main")[2]
    for path in ("minutes/", "agenda/1/"):
        assert client.get(f"{made.page.url}{path}").status_code == 404


@pytest.mark.parametrize(
    ("act", "mark"),
    [(convening.postpone, "prc-notice--wait"), (convening.cancel, "prc-notice--bad")],
)
def test_one_that_is_off_says_so_with_the_old_time(
    client: Client, site: SmallSite, act: object, mark: str
) -> None:
    made = announced(staffed_council(site))
    act(made, reason="سالن بسته است", version=made.version)  # type: ignore[operator]
    shown = html(client, made.page.url)
    assert mark in shown
    assert "سالن بسته است" in shown
    assert "<del>" in shown


def test_minutes_in_words_before_they_are_published(client: Client, site: SmallSite) -> None:
    made = held(staffed_council(site))
    english = in_english(made, site)
    assert "The minutes are not drawn up yet." in html(client, english.url)
    assert client.get(f"{english.url}minutes/").status_code == 404


def test_a_private_meeting(client: Client, told: Told) -> None:
    restrict(told.page)
    for path in ("", "minutes/"):
        assert client.get(f"{told.page.url}{path}").status_code == 302
    assert "نشست گزارش" not in html(client, told.index.url)
    assert "ماهانه" not in html(client, f"{told.index.url}resolutions/")


def test_lists_and_calendar(client: Client, told: Told) -> None:
    assert "نشست گزارش" in html(client, told.index.url)
    assert "Reporting" in html(client, told.english.get_parent().url)
    assert "ماهانه منتشر شود" in html(client, f"{told.index.url}resolutions/")
    assert told.meeting.day is not None
    path = path_of(told.meeting.day, page_language(told.index))
    assert "نشست گزارش" in html(client, f"{told.index.url}{path}")
    now = client.get(f"{told.index.url}calendar/")
    assert now.status_code == 302
    html(client, now["Location"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        *[("calendar/1405/13/", 404), ("calendar/1200/01/", 404), ("calendar/99999/1/", 404)],
        *[("?before=x", 404), ("?year=x&kind=y", 200), ("resolutions/?year=x", 404)],
    ],
)
def test_bad_addresses(client: Client, told: Told, path: str, status: int) -> None:
    assert client.get(f"{told.index.url}{path}").status_code == status


def test_a_preview_of_a_page_that_is_being_made(admin_client: Client, site: SmallSite) -> None:
    index = meeting_index(council(site))
    draft = below(index, MeetingPage, title="نشست تازه", slug="new", venue="سالن تازه")
    draft.save_revision()
    Meeting.objects.filter(page=draft).delete()
    url = reverse("wagtailadmin_pages:view_draft", args=[draft.pk])
    assert "نشست تازه" in admin_client.get(url).content.decode()


def test_a_preview_shows_what_is_planned(admin_client: Client, site: SmallSite) -> None:
    made = meeting(staffed_council(site), venue="سالن آینده")
    draft = MeetingPage.objects.get(pk=fresh(made).page_id)
    draft.save_revision()
    url = reverse("wagtailadmin_pages:view_draft", args=[draft.pk])
    shown = admin_client.get(url).content.decode()
    assert "سالن آینده" in shown
    assert "<time datetime" in shown.partition("<main")[2]
