"""Moderators and readers who meet: nothing is decided twice, nothing is stored twice."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from tests.comments.making import moderator, open_page, posted, published
from tests.making import small_site
from tests.parallel import in_threads
from wagtail_prcouncil.comments.actions import (
    Because,
    CommentError,
    Conflict,
    decide,
    decide_many,
    redact,
    undo,
)
from wagtail_prcouncil.comments.actions.answering import draft_answer, publish_answer
from wagtail_prcouncil.comments.actions.voting import vote
from wagtail_prcouncil.comments.models import Decision, ReaderComment, Thread
from wagtail_prcouncil.comments.states import Reason, Shown, Status, Verb

pytestmark = [pytest.mark.needs("postgres"), pytest.mark.django_db(transaction=True)]

REFUSED = (CommentError, PermissionDenied)


def _decide_all(by: User, verb: Verb, keys: list[int]) -> None:
    """One after the other, as they were first seen; whoever was faster keeps what he decided."""
    for key in keys:
        try:
            decide(key, verb, expected_version=1, by=by, because=Because(Reason.IRRELEVANT))
        except Conflict:
            continue


def _count_is_right(thread: Thread) -> bool:
    published = ReaderComment.objects.filter(thread=thread, status=Status.APPROVED)
    thread.refresh_from_db()
    return thread.approved == published.count() == published.filter(shown=Shown.TEXT).count()


def test_fifty_comments_and_four_moderators_are_fifty_decisions() -> None:
    site = small_site()
    page = open_page(site)
    keys = [posted(page).pk for _ in range(50)]
    verbs = (Verb.APPROVE, Verb.REJECT, Verb.MARK_SPAM, Verb.APPROVE)
    people = [(moderator(site.index), verb) for verb in verbs]
    in_threads([lambda by=by, verb=verb: _decide_all(by, verb, keys) for by, verb in people])
    decisions = Decision.objects.values_list("comment", "after")
    assert len(decisions) == len(set(decisions)) == 50
    assert dict(decisions) == dict(ReaderComment.objects.values_list("pk", "status"))
    assert _count_is_right(Thread.objects.get())


def test_many_at_once_meet_one_by_one() -> None:
    site = small_site()
    pages = [open_page(site) for _ in range(3)]
    keys = [posted(pages[number % 3]).pk for number in range(30)]
    one, other = moderator(site.index), moderator(site.index)
    done: list[Decision] = []

    def all_together() -> None:
        done.extend(decide_many(dict.fromkeys(keys, 1), Verb.APPROVE, by=one).done)

    in_threads([all_together, lambda: _decide_all(other, Verb.REJECT, keys[::-1])])
    assert Decision.objects.count() == 30
    assert Decision.objects.filter(by=one).count() == len(done)
    assert all(map(_count_is_right, Thread.objects.all()))


def test_a_form_sent_twenty_times_at_once_is_one_comment() -> None:
    page = open_page(small_site())
    found: list[int] = []
    in_threads([lambda: found.append(posted(page, nonce="the same").pk) for _ in range(20)])
    assert found == [ReaderComment.objects.get().pk] * 20
    assert Thread.objects.count() == 1


def test_a_decision_is_taken_back_once() -> None:
    site = small_site()
    by = moderator(site.index)
    comment = posted(open_page(site))
    decision = decide(comment.pk, Verb.APPROVE, expected_version=1, by=by)
    refusals: list[Exception] = []

    def take_back() -> None:
        try:
            undo(decision, by=by)
        except REFUSED as error:
            refusals.append(error)

    in_threads([take_back] * 8)
    assert len(refusals) == 7
    assert Decision.objects.get(undo_of=decision).after == Status.PENDING
    assert _count_is_right(Thread.objects.get())


def test_the_place_of_a_parent_follows_replies_that_are_decided_at_once() -> None:
    site = small_site()
    page = open_page(site)
    by = moderator(site.index)
    for _ in range(5):
        root = published(page)
        reply = posted(page, parent=root)
        in_threads(
            [
                lambda root=root: _quietly(root, Verb.TAKE_DOWN, by),
                lambda reply=reply: _quietly(reply, Verb.APPROVE, by),
            ]
        )
        root.refresh_from_db()
        reply.refresh_from_db()
        is_kept = root.shown == Shown.TOMBSTONE
        assert root.status == Status.REJECTED
        # Approved first, the reply holds the place; second, it had no parent to stand below.
        assert is_kept == (reply.shown == Shown.TEXT)


def _quietly(comment: ReaderComment, verb: Verb, by: User) -> None:
    because = Because(Reason.INSULT)
    with suppress(REFUSED):
        decide(comment.pk, verb, expected_version=comment.version, by=by, because=because)


@pytest.mark.parametrize("other", ["redact", "like", "answer"])
def test_whatever_meets_a_take_down_waits_its_turn(other: str) -> None:
    """Each locks the thread before the comment: in another order they wait for each other."""
    site = small_site()
    page = open_page(site)
    by = moderator(site.index)
    for _ in range(10):
        comment = published(page)
        draft_answer(comment.pk, "روابط عمومی", "پاسخ", expected_version=0, by=by)
        calls = {
            "redact": lambda pk=comment.pk: redact(pk, "کوتاه", expected_version=2, by=by),
            "like": lambda comment=comment: vote(comment, likes=True, by="a"),
            "answer": lambda pk=comment.pk: publish_answer(pk, expected_version=1, by=by),
        }
        in_threads(
            [
                lambda comment=comment: _quietly(comment, Verb.TAKE_DOWN, by),
                lambda call=calls[other]: _or_refused(call),
            ]
        )


def _or_refused(call: Callable[[], object]) -> None:
    with suppress(REFUSED):
        call()
