"""Every way in which an item goes live tells readers the same, and notes who did it."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import LogContext
from wagtail.models import GroupApprovalTask, Page, Revision, Workflow, WorkflowTask
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.making import SmallSite, draft_news, live_news
from tests.news.changing import LONG_AGO, change, fresh, kinds, seen_long_ago
from tests.news.editing import edit
from tests.news.staff import PUBLISHING, chief, group, logged_in
from wagtail_prcouncil.news.models import NewsPage, Publication
from wagtail_prcouncil.news.states import UpdateKind

SAID = {"update_kind": UpdateKind.CORRECTION, "update_note": "عدد اعتبار درست شد."}


def drafted(page: NewsPage, **words: object) -> Revision:
    """A correction that waits to go out."""
    draft = fresh(page)
    for name, value in (SAID | words).items():
        setattr(draft, name, value)
    return draft.save_revision()


def correct(page: NewsPage) -> NewsPage:
    return change(page, SAID["update_kind"], SAID["update_note"])


def by_hand(page: NewsPage, user: User) -> None:
    assert edit(logged_in(user), page, **SAID).status_code == 302


def in_bulk(page: NewsPage, user: User) -> None:
    drafted(page)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    sent = {"include_descendants": ""}
    assert logged_in(user).post(f"{url}?id={page.pk}", sent).status_code == 302


def on_schedule(page: NewsPage, user: User) -> None:
    """Set by somebody in the admin, run by cron."""
    drafted(page, go_live_at=timezone.now() + dt.timedelta(hours=1)).publish(user=user)
    assert kinds(page) == [UpdateKind.FIRST]
    # Somebody else goes on writing meanwhile.
    scheduled = Revision.objects.get(approved_go_live_at__isnull=False)
    fresh(page).save_revision(user=User.objects.create_user("other"), log_action=True)
    past = timezone.now() - dt.timedelta(minutes=1)
    scheduled.content["go_live_at"] = past.isoformat()
    scheduled.approved_go_live_at = past
    scheduled.save()
    call_command("publish_scheduled")


def by_workflow(page: NewsPage, user: User) -> None:
    desk = group("desk", *PUBLISHING, below=Page.objects.get(depth=1))
    user.groups.add(desk)
    workflow, task = Workflow.objects.create(name="desk"), GroupApprovalTask(name="desk")
    task.save()
    task.groups.add(desk)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    drafted(page)
    state = workflow.start(fresh(page), User.objects.create_user("writer"))
    url = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[page.pk, "approve", state.current_task_state.pk],
    )
    assert logged_in(user).post(url, {"comment": ""}).status_code == 302


def by_a_program(page: NewsPage, user: User) -> None:
    with LogContext(user=user):
        drafted(page).publish()


WAYS = [by_hand, in_bulk, on_schedule, by_workflow, by_a_program]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_readers_are_told_and_the_desk_knows_who_did_it(
    site: SmallSite, client: Client, way: Callable[[NewsPage, User], None]
) -> None:
    page, user = seen_long_ago(site), chief()
    way(page, user)
    told = Publication.objects.of(page)[0]
    assert kinds(page) == [UpdateKind.FIRST, UpdateKind.CORRECTION]
    assert (told.by, told.note) == (user, SAID["update_note"])
    assert told.revision == fresh(page).live_revision
    assert fresh(page).modified_at > LONG_AGO
    assert SAID["update_note"] in client.get(fresh(page).url).content.decode()


def test_expiry_is_nobody_s(site: SmallSite) -> None:
    page = live_news(site, expire_at=timezone.now() - dt.timedelta(minutes=1))
    NewsPage.objects.filter(pk=page.pk).update(live=True, expired=False)
    call_command("publish_scheduled")
    gone = Publication.objects.of(page)[0]
    assert (gone.kind, gone.by) == (UpdateKind.WITHDRAWAL, None)


def test_a_copy_that_is_published_at_once(site: SmallSite) -> None:
    page, user = change(seen_long_ago(site), kind="update", note="عکس"), chief()
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    sent = {
        "new_title": "رونوشت",
        "new_slug": "a-copy",
        "new_parent_page": str(site.index.pk),
        "publish_copies": "on",
    }
    assert logged_in(user).post(url, sent).status_code == 302
    copied = NewsPage.objects.exclude(pk=page.pk).get()
    assert copied.live
    assert copied.code != page.code
    (first,) = Publication.objects.of(copied)
    assert (first.kind, first.by) == (UpdateKind.FIRST, user)


def test_an_alias_shows_what_its_source_tells(site: SmallSite, client: Client) -> None:
    page = seen_long_ago(site)
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    sent = {
        "new_title": page.title,
        "new_slug": "an-alias",
        "new_parent_page": str(site.index.pk),
        "alias": "on",
    }
    assert logged_in(chief()).post(url, sent).status_code == 302
    change(page, kind=SAID["update_kind"], note=SAID["update_note"])
    alias = NewsPage.objects.get(alias_of=page)
    assert alias.modified_at == fresh(page).modified_at
    assert [told.note for told in alias.updates] == [SAID["update_note"]]


def english(page: NewsPage, user: User, **translated: str) -> NewsPage:
    """What the translator makes of the page as it is now."""
    source, _new = TranslationSource.update_or_create_from_instance(fresh(page))
    en = fresh(page).locale.__class__.objects.get(language_code="en")
    translation, _new = Translation.objects.get_or_create(source=source, target_locale=en)
    for path, words in translated.items():
        segment = source.stringsegment_set.get(context__path=path)
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=en,
            defaults={"data": words},
        )
    # The library publishes after the commit.
    with LogContext(user=user), TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(user=user, publish=True)
    return NewsPage.objects.get(locale=en)


def test_a_translation_tells_the_note_in_its_language(site: SmallSite) -> None:
    page, user = seen_long_ago(site), chief()
    first = english(page, user, title="News")
    assert kinds(first) == [UpdateKind.FIRST]
    change(page, kind=SAID["update_kind"], note=SAID["update_note"])
    second = english(page, user, update_note="The sum was mended.")
    (told,) = second.updates
    assert (told.kind, told.note, told.by) == (
        UpdateKind.CORRECTION,
        "The sum was mended.",
        user,
    )
    # A better translation of the text is not another correction.
    english(page, user, lead="A better lead.")
    assert len(fresh(second).updates) == 1


def test_a_translation_keeps_the_embargo(site: SmallSite) -> None:
    end = (timezone.now() + dt.timedelta(hours=3)).replace(microsecond=0)
    page = live_news(site, embargoed_until=end)
    translation = english(page, chief(), title="News")
    assert translation.live
    assert translation.embargoed_until == translation.published_at == end


def test_a_copy_for_translation_keeps_it_too(site: SmallSite) -> None:
    """Without wagtail-localize, by Wagtail's own simple translation."""
    end = timezone.now() + dt.timedelta(hours=3)
    page = draft_news(site, embargoed_until=end)
    copied = page.copy_for_translation(site.en)
    copied.get_latest_revision().publish()
    assert fresh(copied).embargoed_until == end
