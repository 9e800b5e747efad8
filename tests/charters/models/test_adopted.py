"""Ways in which words come to an adopted page, and none of them changes what was adopted."""

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Revision
from wagtail.rich_text import RichText

from tests.charters.making import adopted, charter, draft, fresh, in_english, rewritten
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.actions import drafting
from wagtail_prcouncil.charters.models import Charter, CharterPage, CharterVersion
from wagtail_prcouncil.charters.states import Standing, VersionState


def page_of(one: Charter) -> CharterPage:
    return CharterPage.objects.get(pk=one.page_id)


def latest_of(one: Charter) -> Any:
    return page_of(one).get_latest_revision_as_object()


def first_words(page: Any) -> str:
    return str(page.clauses[0].value["text"].source)


def scheduled(one: Charter, text: str) -> Revision:
    """A draft with other words and another summary that goes live a minute ago."""
    page = latest_of(one)
    page.clauses[0].value["text"] = RichText(f"<p>{text}</p>")
    page.summary = "خلاصهٔ تازه"
    moment = timezone.now() - dt.timedelta(minutes=1)
    made = page.save_revision()
    Revision.objects.filter(pk=made.pk).update(approved_go_live_at=moment)
    return made


def unharmed(*versions: CharterVersion) -> bool:
    """Whether what is stored is what was adopted."""
    stored = CharterVersion.objects.in_bulk([version.pk for version in versions])
    return all(
        (stored[version.pk].texts, stored[version.pk].digests, stored[version.pk].false_digests())
        == (version.texts, version.digests, [])
        for version in versions
    )


def test_other_words_are_refused_beside_their_fields_until_a_version_is_begun(
    site: SmallSite,
) -> None:
    one = charter(council(site))
    version = adopted(one)
    page = latest_of(one)
    page.title, page.summary = "نامی دیگر", "خلاصه"
    page.clauses[0].value["label"] = "اصل ۱"
    with pytest.raises(ValidationError) as refused:
        page.save_revision()
    assert set(refused.value.message_dict) == {"title", "clauses"}
    page.say_again(version.texts["fa"])
    page.save_revision().publish()
    assert page_of(one).summary == "خلاصه"
    draft(one)
    rewritten(one, "تازه").save_revision().publish()
    assert unharmed(version)


def test_a_schedule_from_before_brings_no_other_words(site: SmallSite) -> None:
    one = charter(council(site))
    scheduled(one, "پیش‌نویس کهنه")
    rewritten(one, "چیزی که تصویب شد")
    version = adopted(one)
    call_command("publish_scheduled")
    page = page_of(one)
    assert page.summary == "خلاصهٔ تازه"  # what is not of the text goes live
    assert first_words(page) == "<p>چیزی که تصویب شد</p>"
    assert unharmed(version)
    assert "پیش‌نویس کهنه" not in Client().get(page.url).content.decode()


def test_an_open_draft_is_published_and_readers_see_what_was_adopted(site: SmallSite) -> None:
    one = charter(council(site))
    version = adopted(one)
    found = draft(one)
    page = rewritten(one, "تصویب‌نکرده‌ایم")
    page.title = "نام پیش‌نویس"
    page.save_revision().publish()
    assert "تصویب‌نکرده‌ایم" not in Client().get(page.url).content.decode()
    for row, state in ((version, VersionState.ADOPTED), (found, VersionState.DRAFT)):
        assert CharterVersion.objects.get(pk=row.pk).state == state
    drafting.discard(found, version=None)
    assert texts.says_the_same(texts.words_of(latest_of(one)), version.texts["fa"])
    page_of(one).get_latest_revision().publish()
    assert page_of(one).title == version.texts["fa"]["title"]
    assert unharmed(version)


def test_an_older_revision_is_no_way_around(site: SmallSite) -> None:
    one = charter(council(site))
    before = page_of(one).get_latest_revision()
    rewritten(one, "چیزی که تصویب شد")
    version = adopted(one)
    assert "چیزی" not in first_words(before.as_object())  # history tells it as it was
    with pytest.raises(ValidationError):
        before.as_object().save_revision(previous_revision=before)
    before.publish()
    assert first_words(page_of(one)) == "<p>چیزی که تصویب شد</p>"
    assert unharmed(version)


def test_a_copy_is_a_new_charter_that_nobody_has_adopted(site: SmallSite) -> None:
    one = charter(council(site))
    version = adopted(one)
    copied = page_of(one).copy(update_attrs={"slug": "a-copy"}, keep_live=True)
    row = Charter.objects.get(page=copied)
    assert row.pk != one.pk
    assert not row.versions.exists()
    assert texts.anchors_of(texts.words_of(copied)) == texts.anchors_of(version.texts["fa"])
    rewritten(row, "از نو").save_revision().publish()
    assert adopted(row).number == 1
    assert unharmed(version)


def test_an_alias_says_what_was_adopted_whatever_its_source_says(site: SmallSite) -> None:
    one = charter(council(site))
    version = adopted(one)
    alias = page_of(one).create_alias(update_slug="an-alias")
    assert Charter.objects.count() == 1
    assert alias.adopted_version() == version
    stale = scheduled_past_forms(one, "دیگر")
    stale.publish()
    alias = CharterPage.objects.get(pk=alias.pk)
    assert first_words(alias) == version.texts["fa"]["clauses"][0]["text"]
    answer = Client().get(alias.url)
    assert answer.context["reading"].version == version
    assert unharmed(version)


def scheduled_past_forms(one: Charter, text: str) -> Revision:
    """A revision of words that no form would let through."""
    page = latest_of(one)
    page.clauses[0].value["text"] = RichText(f"<p>{text}</p>")
    made: Revision = page.save_revision(clean=False)
    return made


def test_a_document_that_is_renamed_or_goes_locks_no_page(site: SmallSite) -> None:
    document = get_document_model().objects.create(
        title="فهرست", file=ContentFile(b"%PDF-1.4", name="list.pdf")
    )
    appendix = {"title": "پیوست ۱", "text": "", "document": document.pk}
    row = {"type": "appendix", "id": "a", "value": appendix}
    one = charter(council(site), appendices=[row])
    version = adopted(one)
    document.title = "فهرست تازه"
    document.save()
    latest_of(one).save_revision()
    document.delete()
    latest_of(one).save_revision().publish()
    assert unharmed(version)
    assert version.texts["fa"]["appendices"][0]["document_title"] == "فهرست"


def test_a_page_is_held_to_its_text_until_the_next_version_is_begun(site: SmallSite) -> None:
    one = charter(council(site))
    version = adopted(one)
    assert page_of(one).adopted_version() == version
    assert version.standing == Standing.IN_FORCE
    draft(one)
    assert page_of(one).adopted_version() is None
    assert fresh(one).page.adopted_text() is None


def test_a_page_that_was_not_published_since_is_saved_as_it_is(site: SmallSite) -> None:
    one = charter(council(site))
    draft(one)
    rewritten(one, "روشنی")
    version = adopted(one)
    live = CharterPage.objects.get(pk=one.page_id)
    assert texts.words_of(live)["clauses"] != version.texts["fa"]["clauses"]
    live.summary = "خلاصه"
    live.save()
    live.title = "نام دیگر"
    with pytest.raises(ValidationError):
        live.save()
    assert CharterVersion.objects.get(pk=version.pk).false_digests() == []


def test_a_translation_that_was_deleted_is_made_anew(site: SmallSite) -> None:
    one = charter(council(site))
    english = in_english(one, site)
    adopted(one)
    CharterPage.objects.get(pk=english.pk).delete()
    again = fresh(one).page.copy_for_translation(site.en)
    assert again.title == one.page.title
