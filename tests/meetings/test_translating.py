"""A meeting in two languages: its words twice, its facts once, on the original (rule A18), whatever
becomes of the pages (rule A20)."""

import pytest
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.councils.making import in_english as council_in_english
from tests.making import SmallSite, translated
from tests.meetings.making import (
    A_DAY,
    AN_HOUR,
    announced,
    held,
    in_english,
    meeting,
    meeting_index,
    published,
    resolution,
    staffed_council,
)
from wagtail_prcouncil.meetings.actions import convening
from wagtail_prcouncil.meetings.models import Meeting, MeetingIndexPage, MeetingPage
from wagtail_prcouncil.meetings.states import Status


def english_first(site: SmallSite) -> MeetingPage:
    """A meeting that was written in English before anybody wrote of it in Persian."""
    council = staffed_council(site)
    above = council_in_english(council, site)
    listed = translated(meeting_index(council), above, site.en, title="Meetings", slug="meetings")
    made: MeetingPage = listed.add_child(
        instance=MeetingPage(title="Meeting", slug="one", locale=site.en)
    )
    return made


def persian_of(page: MeetingPage, site: SmallSite, **words: object) -> MeetingPage:
    english = MeetingIndexPage.objects.get(pk=page.get_parent().pk)
    index = MeetingIndexPage.objects.get(translation_key=english.translation_key, locale=site.fa)
    made: MeetingPage = translated(page, index, site.fa, title="نشست", slug="one", **words)
    return made


def test_the_persian_page_that_comes_later_carries_the_facts(site: SmallSite) -> None:
    page = english_first(site)
    made = meeting(staffed_council(site))  # another council's; nothing of it moves
    row = Meeting.objects.get(key=page.translation_key)
    assert row.page_id == page.pk
    assert row.council.locale == site.fa
    persian = persian_of(page, site)
    row.refresh_from_db()
    assert (row.page_id, Meeting.objects.count()) == (persian.pk, 2)
    assert Meeting.objects.get(pk=made.pk).page_id == made.page_id


def test_a_persian_draft_takes_nothing_from_readers_of_the_english_page(site: SmallSite) -> None:
    page = english_first(site)
    page.save_revision().publish()
    row = Meeting.objects.get(key=page.translation_key)
    row.starts_at = timezone.now() + A_DAY
    row.ends_at = row.starts_at + AN_HOUR
    row.save()
    convening.announce(row, version=row.version)
    announced_as = Client().get(f"{page.get_url()}meeting.json").content
    draft = persian_of(page, site, live=False)
    draft.title = "نشست دیگر"
    draft.save_revision()
    assert Meeting.objects.get(pk=row.pk).page_id == page.pk
    assert Meeting.objects.readable().filter(pk=row.pk).exists()
    assert Client().get(f"{page.get_url()}meeting.json").content == announced_as
    draft.save_revision().publish()
    assert Meeting.objects.get(pk=row.pk).page_id == draft.pk
    assert Client().get(f"{page.get_url()}meeting.ics").status_code == 200
    MeetingPage.objects.get(pk=draft.pk).unpublish()
    MeetingPage.objects.get(pk=page.pk).save()
    assert Meeting.objects.get(pk=row.pk).page_id == draft.pk  # it has been the original


def test_publishing_brings_the_facts_to_the_original(site: SmallSite) -> None:
    page = english_first(site)
    persian = persian_of(page, site, live=False)
    Meeting.objects.filter(key=page.translation_key).update(page=page)
    persian.save_revision().publish()
    assert Meeting.objects.get(key=page.translation_key).page_id == persian.pk


def test_facts_stand_once_in_each_language(site: SmallSite) -> None:
    one = announced(staffed_council(site), title="نشست یگانه")
    english = in_english(one, site, title="The only one")
    convening.cancel(one, reason="تعمیر سالن", version=one.version)
    assert Meeting.objects.count() == 1
    for page in (one.page, english):
        response = Client().get(page.url)
        assert response.context["session"].meeting.status == Status.CANCELLED
        assert page.title in response.content.decode()


def test_the_original_goes_and_the_meeting_stays(site: SmallSite) -> None:
    made = held(staffed_council(site))
    resolution(made, text_en="Publish monthly")
    done = published(made)
    english = in_english(done, site)
    MeetingPage.objects.get(pk=done.page_id).delete()
    row = Meeting.objects.get()
    assert (row.pk, row.page_id, row.number) == (done.pk, english.pk, done.number)
    assert row.resolutions.count() == 1
    assert "Publish monthly" in Client().get(english.url).content.decode()


def test_the_last_page_of_a_meeting_that_was_held_stays(
    site: SmallSite, admin_client: Client
) -> None:
    made = held(staffed_council(site), title="نشست برگزارشده")
    with pytest.raises(ProtectedError):
        MeetingPage.objects.get(pk=made.page_id).delete()
    url = reverse("wagtailadmin_pages:delete", args=[made.page_id])
    for asked in (admin_client.get(url), admin_client.post(url)):
        assert asked.status_code == 409
        assert "نشست برگزارشده" in asked.content.decode()
    assert Meeting.objects.get() == made


def test_a_council_whose_meeting_was_held_stays(site: SmallSite, admin_client: Client) -> None:
    made = held(staffed_council(site, seats=1))
    url = reverse("wagtailadmin_pages:delete", args=[made.council_id])
    assert admin_client.get(url).status_code == 409
    assert admin_client.post(url).status_code == 409
    assert Meeting.objects.get() == made


def test_a_planned_meeting_goes_with_its_page(site: SmallSite, admin_client: Client) -> None:
    made = meeting(staffed_council(site))
    url = reverse("wagtailadmin_pages:delete", args=[made.page_id])
    assert admin_client.post(url).status_code == 302
    assert not Meeting.objects.exists()


def test_an_alias_shows_the_same_meeting(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    alias = MeetingPage.objects.get(pk=one.page_id).create_alias(update_slug="an-alias")
    one.page.save_revision().publish()
    assert Meeting.objects.get() == one
    assert Client().get(alias.url).context["session"].meeting == one


def test_a_copy_takes_words_and_nothing_that_happened(site: SmallSite) -> None:
    made = held(staffed_council(site), summary="بررسی گزارش‌ها")
    source = MeetingPage.objects.get(pk=made.page_id)
    copied = source.copy(update_attrs={"slug": "a-copy"}, keep_live=False)
    assert copied.summary == source.summary
    row = Meeting.objects.get(page=copied)
    assert (row.status, row.number, row.starts_at) == (Status.PLANNED, None, None)
    assert not row.attendances.exists()
    assert Meeting.objects.get(pk=made.pk).page_id == source.pk


def test_a_copy_for_translation_is_the_same_meeting(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    council_in_english(one.council, site)
    page = MeetingPage.objects.get(pk=one.page_id)
    made = page.copy_for_translation(site.en, copy_parents=True)
    made.save_revision().publish()
    assert Meeting.objects.get() == one
    assert Meeting.objects.of_page(made).get() == one
