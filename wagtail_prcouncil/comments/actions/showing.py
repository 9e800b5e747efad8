"""What readers see of a thread after something in it has changed."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page

from wagtail_prcouncil.comments.addresses import addresses_of, addresses_of_comments
from wagtail_prcouncil.comments.models import Decision, ReaderComment, Thread
from wagtail_prcouncil.comments.states import Shown, Status
from wagtail_prcouncil.purging import purge_addresses_after_commit, purge_after_commit


def show_anew(decisions: Iterable[Decision]) -> None:
    """Let the threads of these decisions say what is so now: which places are kept for replies, how
    many comments there are, that they have changed. Caches are purged after the commit."""
    decisions = list(decisions)
    _keep_places({one.comment.parent_id or one.comment_id for one in decisions})
    # What readers never saw, as spam that is erased by night, changes nothing that caches hold.
    seen = [one for one in decisions if Status.APPROVED in (one.before, one.after)]
    changes: dict[int, int] = {}
    for decision in seen:
        thread_id = decision.comment.thread_id
        more = (decision.after == Status.APPROVED) - (decision.before == Status.APPROVED)
        changes[thread_id] = changes.get(thread_id, 0) + more
    for more in set(changes.values()):
        alike = [thread_id for thread_id, other in changes.items() if other == more]
        Thread.objects.filter(pk__in=alike).update(
            approved=F("approved") + more, version=F("version") + 1
        )
    purge_threads(changes)
    purge_addresses_after_commit(lambda: addresses_of_comments(one.comment for one in seen))


def lock_threads_of(comment_ids: Iterable[int]) -> None:
    """Let what is decided in a thread at once be decided one after the other, in a transaction.

    Whether a parent keeps its place hangs on its replies, and whether a reply is published on its
    parent: looked at side by side, each would trust in the other.
    """
    theirs = ReaderComment.objects.filter(pk__in=list(comment_ids)).order_by().values("thread")
    lock_threads(theirs)


def lock_threads(thread_ids: Iterable[int] | QuerySet[Any]) -> None:
    """In one order, so that two who lock the same do not wait for each other."""
    rows = Thread.objects.select_for_update().filter(pk__in=thread_ids)
    list(rows.order_by("pk").values_list("pk"))


def thread_changed(thread_id: int) -> None:
    """Something else than a decision changed what readers see of the thread."""
    Thread.objects.filter(pk=thread_id).update(version=F("version") + 1)
    purge_threads([thread_id])


def count_anew(thread_ids: Iterable[int], roots: Iterable[int]) -> None:
    """Comments came in many at once: places below `roots`, numbers, versions and caches of their
    threads."""
    _keep_places(roots)
    published = ReaderComment.objects.published().filter(thread=OuterRef("pk"))
    counted = published.order_by().values("thread").annotate(number=Count("pk")).values("number")
    keys = sorted(set(thread_ids))
    Thread.objects.filter(pk__in=keys).update(
        approved=Coalesce(Subquery(counted), 0), version=F("version") + 1
    )
    purge_threads(keys)


def _keep_places(roots: Iterable[int]) -> None:
    """A comment that is not published keeps its place as long as a published reply hangs on it."""
    replies = ReaderComment.objects.published().filter(parent=OuterRef("pk"))
    hidden = ReaderComment.objects.filter(pk__in=roots).exclude(status=Status.APPROVED)
    hidden.filter(Exists(replies), shown=Shown.NOT).update(shown=Shown.TOMBSTONE)
    hidden.filter(~Exists(replies), shown=Shown.TOMBSTONE).update(shown=Shown.NOT)


def purge_threads(threads: Iterable[int]) -> None:
    """After the commit: the pages, aliases of them included, and the threads' own addresses."""
    pages = Page.objects.filter(
        Q(reader_comments__in=threads) | Q(alias_of__reader_comments__in=threads)
    ).specific()  # each kind has addresses of its own
    purge_after_commit(pages)
    purge_addresses_after_commit(lambda: addresses_of(pages))
