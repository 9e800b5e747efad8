import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests import test_purging
from tests.comments.making import open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import erase
from wagtail_prcouncil.comments.actions.showing import lock_threads_of
from wagtail_prcouncil.comments.models import Thread
from wagtail_prcouncil.comments.states import Reason


def test_each_thread_is_counted_for_itself(site: SmallSite) -> None:
    one, other = open_page(site), open_page(site)
    published(one)
    published(other)
    published(other)
    assert dict(Thread.objects.values_list("page", "approved")) == {one.pk: 1, other.pk: 2}
    assert dict(Thread.objects.values_list("page", "version")) == {one.pk: 1, other.pk: 2}


def test_what_nobody_saw_changes_nothing_when_it_is_erased(site: SmallSite) -> None:
    page = open_page(site)
    root = published(page)
    before = Thread.objects.get().version
    erase([posted(page).pk, posted(page, parent=root).pk], reason=Reason.RETENTION)
    assert Thread.objects.get().version == before


def test_what_was_seen_is_purged_with_its_own_address(
    site: SmallSite, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    page = open_page(site)
    root = published(page)
    reply, waiting = published(page, parent=root), posted(page)
    test_purging.purged.clear()
    with (
        override_settings(WAGTAILFRONTENDCACHE=test_purging.CHOSEN),
        django_capture_on_commit_callbacks(execute=True),
    ):
        erase([reply.pk, waiting.pk], reason=Reason.RETENTION)
    own = {f"/comments/c/{comment.public_id}/" for comment in (root, reply)}
    assert own | {page.url, f"/comments/thread/{page.pk}/"} <= test_purging.paths()
    assert f"/comments/c/{waiting.public_id}/" not in test_purging.paths()


@pytest.mark.needs("postgres")
def test_threads_are_locked_in_one_order(
    site: SmallSite, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    comments = [published(open_page(site)) for _ in range(2)]
    with CaptureQueriesContext(connection) as asked:
        lock_threads_of([comment.pk for comment in comments[::-1]])
    assert "FOR UPDATE" in asked[0]["sql"]
    assert "ORDER BY" in asked[0]["sql"]
