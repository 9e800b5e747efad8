import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import Because, Conflict, RefusedError, decide, redact, undo
from wagtail_prcouncil.comments.actions.undoing import UNDO_WITHIN
from wagtail_prcouncil.comments.models import Decision, ReaderComment, Thread
from wagtail_prcouncil.comments.states import Reason, Shown, Status, Verb


@pytest.fixture
def boss(site: SmallSite) -> User:
    return moderator(site.index)


@pytest.fixture
def approval(site: SmallSite, boss: User) -> Decision:
    comment = posted(open_page(site))
    return decide(comment.pk, Verb.APPROVE, expected_version=1, by=boss)


def test_it_is_pending_again_and_both_stay_in_the_ledger(approval: Decision, boss: User) -> None:
    made = undo(approval, by=boss)
    comment = ReaderComment.objects.get()
    assert (comment.status, comment.shown, comment.version) == (Status.PENDING, Shown.NOT, 3)
    assert (made.undo_of, made.before, made.after) == (approval, "approved", "pending")
    assert Thread.objects.get().approved == 0


def test_a_take_down_goes_back_to_being_published(approval: Decision, boss: User) -> None:
    taken = decide(
        approval.comment_id,
        Verb.TAKE_DOWN,
        expected_version=2,
        by=boss,
        because=Because(Reason.INSULT, note="برای همکاران"),
    )
    undo(taken, by=boss)
    comment = ReaderComment.objects.get()
    assert (comment.status, comment.shown, comment.note) == (Status.APPROVED, Shown.TEXT, "")
    # As it was: by these its address is forgotten in time, and lists find it.
    assert (comment.decided_at, comment.decided_by) == (approval.at, boss)
    assert Thread.objects.get().approved == 1


def test_who_redacted_it_meanwhile_has_not_published_it(
    site: SmallSite, approval: Decision, boss: User
) -> None:
    redact(approval.comment_id, "کوتاه", expected_version=2, by=moderator(site.index))
    because = Because(Reason.INSULT)
    taken = decide(
        approval.comment_id, Verb.TAKE_DOWN, expected_version=3, by=boss, because=because
    )
    undo(taken, by=boss)
    comment = ReaderComment.objects.get()
    assert (comment.decided_at, comment.decided_by) == (approval.at, boss)


def test_after_half_a_minute_it_takes_a_reason(approval: Decision, boss: User) -> None:
    approval.at = timezone.now() - UNDO_WITHIN - dt.timedelta(seconds=1)
    with pytest.raises(RefusedError):
        undo(approval, by=boss)


def test_only_who_decided(site: SmallSite, approval: Decision) -> None:
    with pytest.raises(PermissionDenied):
        undo(approval, by=moderator(site.index))


def test_not_what_was_changed_since(approval: Decision, boss: User) -> None:
    redact(approval.comment_id, "کوتاه", expected_version=2, by=boss)
    with pytest.raises(Conflict):
        undo(approval, by=boss)
    assert ReaderComment.objects.get().status == Status.APPROVED


def test_not_twice(approval: Decision, boss: User) -> None:
    undo(approval, by=boss)
    with pytest.raises(Conflict):
        undo(approval, by=boss)
