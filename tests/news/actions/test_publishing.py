"""What a publication means to readers, and what is written down of it."""

from functools import partial

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from wagtail.log_actions import LogContext
from wagtail.models import PageLogEntry

from tests.making import SmallSite, below, draft_news, live_news, small_site
from tests.news.changing import LONG_AGO, change, fresh, in_hours, kinds, seen_long_ago
from tests.parallel import in_threads
from wagtail_prcouncil.news.actions import register_publication
from wagtail_prcouncil.news.models import NewsPage, NewsTag, Publication, SectionPage
from wagtail_prcouncil.news.states import OPEN_TO_EDITORS, TOLD, UpdateKind

Kind = UpdateKind


@pytest.fixture
def editor(db: None) -> AbstractBaseUser:
    return get_user_model().objects.create_user("editor", "editor@example.ir", "…")


def test_a_first_publication(site: SmallSite) -> None:
    page = live_news(site, update_kind=Kind.CORRECTION, update_note="نادیده می‌ماند")
    assert page.published_at == page.modified_at == page.first_published_at
    row = Publication.objects.get()
    assert (row.kind, row.note, row.revision) == (Kind.FIRST, "", page.live_revision)
    assert page.is_out
    assert not page.was_modified


def test_an_import_keeps_its_time(site: SmallSite) -> None:
    page = seen_long_ago(site)
    assert page.published_at == page.modified_at == LONG_AGO


def test_tags_are_read_in_the_order_of_their_items(site: SmallSite) -> None:
    page = draft_news(site)
    page.tags.add("آب")
    page.save_revision().publish()
    assert NewsTag.objects.get().published_at == fresh(page).published_at


@pytest.mark.parametrize("kind", ["", Kind.SILENT])
def test_a_silent_change_moves_no_time(site: SmallSite, kind: str) -> None:
    page = change(seen_long_ago(site), kind, "برای خودمان")
    assert page.modified_at == LONG_AGO
    row = Publication.objects.of(page)[0]
    assert (row.kind, row.note) == (Kind.SILENT, "")
    assert page.updates == []


@pytest.mark.parametrize("kind", sorted(TOLD & {*OPEN_TO_EDITORS[False]}))
def test_readers_are_told(site: SmallSite, kind: str) -> None:
    page = change(seen_long_ago(site), kind, "عدد اعتبار درست شد.")
    assert page.published_at == LONG_AGO
    assert page.modified_at > LONG_AGO
    assert page.was_modified
    assert [(told.kind, told.note) for told in page.updates] == [(kind, "عدد اعتبار درست شد.")]
    entry = PageLogEntry.objects.get(action=f"prcouncil_news.{kind}")
    assert entry.data["note"] == "عدد اعتبار درست شد."
    assert entry.formatter.format_comment(entry) == "عدد اعتبار درست شد."


@pytest.mark.parametrize("kind", [Kind.FIRST, Kind.WITHDRAWAL, Kind.REINSTATEMENT])
def test_what_is_not_for_editors_to_say_is_silent(site: SmallSite, kind: str) -> None:
    page = change(seen_long_ago(site), kind, "…")
    assert kinds(page) == [Kind.FIRST, Kind.SILENT]
    assert page.modified_at == LONG_AGO


def test_a_revision_that_goes_live_twice_is_told_once(site: SmallSite) -> None:
    page = change(seen_long_ago(site), Kind.UPDATE, "عکس افزوده شد.")
    page.live_revision.publish()
    assert fresh(page).modified_at == page.modified_at
    assert kinds(page) == [Kind.FIRST, Kind.UPDATE, Kind.SILENT]


def test_so_is_a_program_that_saves_the_page_again(site: SmallSite) -> None:
    """The words of a row, or of a revision, still say what the last change was."""
    page = change(seen_long_ago(site), Kind.UPDATE, "عکس افزوده شد.")
    change(page, Kind.CORRECTION, "عدد درست شد.")
    told = fresh(page).modified_at
    fresh(page).save_revision().publish()
    fresh(page).get_latest_revision_as_object().save_revision().publish()
    page.live_revision.as_object().save_revision(previous_revision=page.live_revision).publish()
    assert fresh(page).modified_at == told
    assert len(fresh(page).updates) == 2


def test_a_draft_that_has_gone_out_says_nothing_of_the_next_change(site: SmallSite) -> None:
    page = seen_long_ago(site)
    page.update_kind, page.update_note = Kind.UPDATE, "عکس افزوده شد."
    revision = page.save_revision()
    draft = fresh(page).get_latest_revision_as_object()
    assert (draft.update_kind, draft.update_note) == (Kind.UPDATE, "عکس افزوده شد.")
    revision.publish()
    draft = fresh(page).get_latest_revision_as_object()
    assert (draft.update_kind, draft.update_note) == ("", "")


def test_a_retraction_is_taken_back_in_so_many_words(site: SmallSite) -> None:
    page = change(seen_long_ago(site), Kind.RETRACTION, "خبر نادرست بود.")
    assert page.live
    assert page.retraction
    assert page.retraction.note == "خبر نادرست بود."
    still = change(page, Kind.UPDATE, "عکس تازه")
    assert (still.retracted_at, still.modified_at) == (page.retracted_at, page.modified_at)
    back = change(page, Kind.REINSTATEMENT, "درستی خبر تأیید شد.")
    assert (back.retracted_at, back.retraction) == (None, None)
    assert [told.kind for told in back.updates] == [Kind.REINSTATEMENT, Kind.RETRACTION]


def test_an_old_revision_undoes_no_retraction(site: SmallSite) -> None:
    page = seen_long_ago(site)
    change(page, Kind.RETRACTION, "خبر نادرست بود.")
    page.live_revision.publish()
    assert fresh(page).retracted_at


def test_withdrawn_and_published_again(site: SmallSite) -> None:
    page = seen_long_ago(site)
    fresh(page).unpublish()
    assert kinds(page) == [Kind.FIRST, Kind.WITHDRAWAL]
    again = change(page, Kind.UPDATE, "با سند تازه")
    assert (again.published_at, again.code) == (page.published_at, page.code)
    assert kinds(page) == [Kind.FIRST, Kind.WITHDRAWAL, Kind.UPDATE]


def test_an_embargo_s_end_is_when_readers_first_see_it(site: SmallSite) -> None:
    end = in_hours(3)
    page = live_news(site, embargoed_until=end)
    assert page.published_at == page.modified_at == end
    assert page.is_embargoed
    assert not page.is_out


def test_an_embargo_that_is_over_changes_nothing(site: SmallSite) -> None:
    page = live_news(site, embargoed_until=LONG_AGO)
    assert page.published_at == page.first_published_at


def test_an_embargo_holds_an_imported_item_too(site: SmallSite) -> None:
    end = in_hours(3)
    assert seen_long_ago(site, embargoed_until=end).published_at == end


def test_changes_under_an_embargo_are_not_told(site: SmallSite) -> None:
    page = live_news(site, embargoed_until=in_hours(3))
    later = in_hours(5)
    page = change(page, Kind.CORRECTION, "هنوز کسی ندیده است.", embargoed_until=later)
    assert page.published_at == page.modified_at == later
    assert kinds(page) == [Kind.FIRST, Kind.SILENT]


def test_an_embargo_that_is_lifted(site: SmallSite) -> None:
    """The item comes out then, not when it went live for nobody."""
    page = live_news(site, embargoed_until=in_hours(3))
    NewsPage.objects.filter(pk=page.pk).update(first_published_at=LONG_AGO)
    before = timezone.now()
    page = change(page, "", embargoed_until=None)
    assert before <= page.published_at == page.modified_at <= timezone.now()


def test_withdrawn_under_an_embargo_it_has_never_been_out(site: SmallSite) -> None:
    page = live_news(site, embargoed_until=in_hours(3))
    fresh(page).unpublish()
    assert (fresh(page).published_at, fresh(page).modified_at) == (None, None)
    before = timezone.now()
    page = change(page, "", embargoed_until=None)
    assert page.published_at >= before


def test_an_embargo_that_comes_too_late_is_dropped(site: SmallSite) -> None:
    """An older draft had it; by a form nobody can set it any more."""
    page = change(seen_long_ago(site), Kind.UPDATE, "عکس", embargoed_until=in_hours(3))
    assert page.embargoed_until is None
    assert page.published_at == LONG_AGO


def test_an_alias_follows_the_item_it_mirrors(site: SmallSite) -> None:
    page = seen_long_ago(site)
    fresh(page).create_alias(update_slug="an-alias")
    change(page, Kind.RETRACTION, "خبر نادرست بود.")
    alias = NewsPage.objects.get(alias_of=page)
    assert alias.retracted_at == fresh(page).retracted_at
    assert alias.updates == fresh(page).updates != []
    fresh(page).unpublish()
    assert kinds(page)[-1] == Kind.WITHDRAWAL
    assert not Publication.objects.filter(page_id=alias.pk).exists()


def test_an_alias_keeps_the_embargo(site: SmallSite) -> None:
    page = live_news(site, embargoed_until=in_hours(3))
    fresh(page).create_alias(update_slug="an-alias")
    later = in_hours(5)
    change(page, "", embargoed_until=later)
    alias = NewsPage.objects.get(alias_of=page)
    assert alias.embargoed_until == alias.published_at == later


def test_a_copy_keeps_the_embargo_and_no_history(site: SmallSite) -> None:
    page = live_news(site, embargoed_until=in_hours(3))
    copied = page.copy(update_attrs={"slug": "a-copy"}, keep_live=True)
    assert fresh(copied).published_at == page.embargoed_until
    assert kinds(copied) == [Kind.FIRST]
    change(page, "", embargoed_until=None)
    told = change(page, Kind.UPDATE, "عکس")
    other = told.copy(update_attrs={"slug": "other"}, keep_live=False)
    assert (other.update_kind, other.update_note, fresh(other).updates) == ("", "", [])


def test_who_is_at_work_is_noted(site: SmallSite, editor: AbstractBaseUser) -> None:
    page = draft_news(site)
    with LogContext(user=editor):
        page.save_revision().publish()
        fresh(page).unpublish()
    assert {row.by for row in Publication.objects.of(page)} == {editor}


def test_a_program_s_own_withdrawal_names_its_user(
    site: SmallSite, editor: AbstractBaseUser
) -> None:
    page = live_news(site)
    editor.is_superuser = True
    page.unpublish(user=editor)
    assert Publication.objects.of(page)[0].by == editor


def test_news_filed_under_a_translation_follow_the_original(site: SmallSite) -> None:
    english = below(site.index_en, SectionPage, title="Water", slug="water")
    english.save_revision().publish()
    page = live_news(site, english_of=draft_news(site), title="News", section=english)
    persian = below(
        site.index, SectionPage, title="آب", slug="water", translation_key=english.translation_key
    )
    persian.save_revision().publish()
    assert NewsPage.objects.get(pk=page.pk).section_id == persian.pk
    assert list(SectionPage.objects.get(pk=english.pk).news()) == [page]


@pytest.mark.django_db(transaction=True)
def test_publications_that_meet_tell_a_change_once() -> None:
    page = seen_long_ago(small_site())
    rows = NewsPage.objects.filter(pk=page.pk)
    rows.update(update_kind=Kind.UPDATE, update_note="عکس افزوده شد.")
    in_threads([partial(register_publication, rows.get()) for _ in range(8)])
    assert kinds(page).count(Kind.UPDATE) == 1
    assert len(kinds(page)) == 9
