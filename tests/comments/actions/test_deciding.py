import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import (
    Because,
    Conflict,
    RefusedError,
    decide,
    decide_many,
    undo,
)
from wagtail_prcouncil.comments.models import CommentPolicy, Decision, ReaderComment, Thread
from wagtail_prcouncil.comments.states import Mode, Reason, Shown, Status, Verb


@pytest.fixture
def boss(site: SmallSite) -> User:
    return moderator(site.index)


def test_an_approved_comment_is_shown(site: SmallSite, boss: User) -> None:
    comment = posted(open_page(site))
    assert (comment.status, comment.shown) == (Status.PENDING, Shown.NOT)
    decision = decide(comment.pk, Verb.APPROVE, expected_version=1, by=boss)
    now = ReaderComment.objects.get()
    assert (now.status, now.shown, now.version) == (Status.APPROVED, Shown.TEXT, 2)
    assert (decision.before, decision.after, decision.by, decision.version) == (
        Status.PENDING,
        Status.APPROVED,
        boss,
        2,
    )
    thread = Thread.objects.get()
    assert (thread.approved, thread.version) == (1, 1)
    assert ModelLogEntry.objects.get(action="prcouncil_comments.approve").user == boss


def test_who_comes_second_is_told_who_was_first(site: SmallSite, boss: User) -> None:
    comment = posted(open_page(site))
    decide(comment.pk, Verb.APPROVE, expected_version=1, by=boss)
    because = Because(Reason.LIBEL)
    with pytest.raises(Conflict, match="بازبین"):
        decide(comment.pk, Verb.REJECT, expected_version=1, by=boss, because=because)
    assert Decision.objects.count() == 1


def test_another_section_is_nobody_s_business(site: SmallSite) -> None:
    comment = posted(open_page(site))
    for other in (moderator(site.index_en), moderator()):
        with pytest.raises(PermissionDenied):
            decide(comment.pk, Verb.APPROVE, expected_version=1, by=other)
    assert ReaderComment.objects.get().status == Status.PENDING


def test_the_section_of_a_shared_index_is_enough(site: SmallSite) -> None:
    comment = posted(open_page(site))
    decide(comment.pk, Verb.APPROVE, expected_version=1, by=moderator(site.section))
    assert Thread.objects.get().approved == 1


def test_a_rejection_says_why(site: SmallSite, boss: User) -> None:
    comment = posted(open_page(site))
    with pytest.raises(RefusedError):
        decide(comment.pk, Verb.REJECT, expected_version=1, by=boss)
    with pytest.raises(RefusedError):
        decide(comment.pk, Verb.REJECT, expected_version=1, by=boss, because=Because(Reason.OTHER))


def test_a_parent_that_is_taken_down_keeps_the_place_of_its_replies(
    site: SmallSite, boss: User
) -> None:
    page = open_page(site)
    root = published(page)
    reply = published(page, parent=root)
    because = Because(Reason.INSULT)
    decide(root.pk, Verb.TAKE_DOWN, expected_version=root.version, by=boss, because=because)
    root.refresh_from_db()
    assert (root.status, root.shown) == (Status.REJECTED, Shown.TOMBSTONE)
    assert Thread.objects.get().approved == 1
    decide(reply.pk, Verb.TAKE_DOWN, expected_version=reply.version, by=boss, because=because)
    root.refresh_from_db()
    assert root.shown == Shown.NOT
    assert Thread.objects.get().approved == 0


def test_it_keeps_that_place_whatever_becomes_of_it(site: SmallSite, boss: User) -> None:
    """Reopened and then rejected: never approved in between, and replies still hang on it."""
    page = open_page(site)
    root = published(page)
    published(page, parent=root)
    because = Because(Reason.INSULT)
    for verb in (Verb.TAKE_DOWN, Verb.REOPEN, Verb.MARK_SPAM):
        root.refresh_from_db()
        done = decide(root.pk, verb, expected_version=root.version, by=boss, because=because)
        root.refresh_from_db()
        assert root.shown == Shown.TOMBSTONE, verb
    undo(done, by=boss)
    root.refresh_from_db()
    assert (root.status, root.shown) == (Status.PENDING, Shown.TOMBSTONE)


def test_a_comment_below_a_withdrawn_page_is_not_approved(site: SmallSite, boss: User) -> None:
    """T25"""
    page = open_page(site)
    comment = posted(page)
    page.unpublish()
    with pytest.raises(RefusedError):
        decide(comment.pk, Verb.APPROVE, expected_version=1, by=boss)


def test_of_many_those_go_through_that_can(site: SmallSite, boss: User) -> None:
    page = open_page(site)
    comments = [posted(page) for _ in range(3)]
    decide(comments[0].pk, Verb.MARK_SPAM, expected_version=1, by=boss)
    outcome = decide_many({one.pk: 1 for one in comments}, Verb.APPROVE, by=boss)
    assert len(outcome.done) == 2
    assert isinstance(outcome.refused[comments[0].pk], Conflict)
    assert Thread.objects.get().approved == 2


def test_many_cost_few_queries_on_however_many_pages(site: SmallSite, boss: User) -> None:
    def queries(number: int) -> int:
        comments = [posted(open_page(site)) for _ in range(number)]
        with CaptureQueriesContext(connection) as asked:
            outcome = decide_many({one.pk: 1 for one in comments}, Verb.APPROVE, by=boss)
        assert len(outcome.done) == number
        return len(asked)

    queries(1)
    assert queries(6) == queries(2) <= 20


def test_of_many_pages_each_follows_its_own_policy(site: SmallSite, boss: User) -> None:
    shown, hidden = posted(open_page(site)), posted(open_page(site))
    CommentPolicy.objects.create(page=hidden.thread.page, mode=Mode.HIDDEN)
    outcome = decide_many({shown.pk: 1, hidden.pk: 1}, Verb.APPROVE, by=boss)
    assert [one.comment_id for one in outcome.done] == [shown.pk]
    assert isinstance(outcome.refused[hidden.pk], RefusedError)
    CommentPolicy.objects.exclude(page=site.index).delete()
    CommentPolicy.objects.update(mode=Mode.CLOSED)
    CommentPolicy.objects.create(page=site.section, mode=Mode.HIDDEN)
    with pytest.raises(RefusedError):
        decide(hidden.pk, Verb.APPROVE, expected_version=1, by=boss)
