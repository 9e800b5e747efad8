import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.comments.making import open_page, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions.showing import lock_threads_of
from wagtail_prcouncil.comments.models import Thread


def test_each_thread_is_counted_for_itself(site: SmallSite) -> None:
    one, other = open_page(site), open_page(site)
    published(one)
    published(other)
    published(other)
    assert dict(Thread.objects.values_list("page", "approved")) == {one.pk: 1, other.pk: 2}
    assert dict(Thread.objects.values_list("page", "version")) == {one.pk: 1, other.pk: 2}


@pytest.mark.needs("postgres")
def test_threads_are_locked_in_one_order(
    site: SmallSite, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    comments = [published(open_page(site)) for _ in range(2)]
    with CaptureQueriesContext(connection) as asked:
        lock_threads_of([comment.pk for comment in comments[::-1]])
    assert "FOR UPDATE" in asked[0]["sql"]
    assert "ORDER BY" in asked[0]["sql"]
