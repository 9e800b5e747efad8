"""Whatever is tried, in whatever order: a comment is where the table of states says."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import (
    Because,
    CommentError,
    decide,
    erase,
    redact,
    undo,
)
from wagtail_prcouncil.comments.actions.deciding import BY_DECIDE
from wagtail_prcouncil.comments.actions.undoing import UNDO_WITHIN
from wagtail_prcouncil.comments.models import Decision, ReaderComment
from wagtail_prcouncil.comments.states import LIVING, TRANSITIONS, Reason, Shown, Status, Verb

REFUSED = (CommentError, PermissionDenied)


class Step(NamedTuple):
    """One thing that somebody tries: on which of the comments, seen how many versions ago."""

    verb: Verb
    which: int
    stale: int
    late: bool


STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from(list(Verb)),
        st.integers(0, 2),
        st.sampled_from([0, 0, 0, 0, 1]),
        st.sampled_from([False, False, True]),
    ),
    max_size=25,
)


@contextmanager
def _undone() -> Iterator[None]:
    """Each example starts from the same rows."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def boss(site: SmallSite) -> User:
    return moderator(site.index)


@given(steps=STEPS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_is_tried(site: SmallSite, boss: User, steps: list[Step]) -> None:
    with _undone():
        page = open_page(site)
        root = posted(page)
        decide(root.pk, Verb.APPROVE, expected_version=1, by=boss)
        keys = [root.pk, posted(page, parent=_now(root.pk)).pk, posted(page).pk]
        for step in steps:
            before = _now(keys[step.which])
            try:
                _do(step, before, boss)
            except REFUSED:
                after = _now(before.pk)
                assert (after.status, after.version) == (before.status, before.version)
            else:
                _went_as_the_table_says(step, before)
            _all_hangs_together(keys)


def _now(key: int) -> ReaderComment:
    return ReaderComment.objects.select_related("parent", "thread").get(pk=key)


def _do(step: Step, comment: ReaderComment, by: User) -> None:
    seen = comment.version - step.stale
    if step.verb in BY_DECIDE:
        because = Because(Reason.INSULT)
        decide(comment.pk, step.verb, expected_version=seen, by=by, because=because)
    elif step.verb == Verb.REDACT:
        redact(comment.pk, "[حذف شده]", expected_version=seen, by=by)
    elif step.verb == Verb.ERASE:
        if not erase([comment.pk], reason=Reason.OTHER, by=by):
            raise CommentError("erased already")
    else:
        last = comment.decisions.order_by("-version").first()
        if last is None:
            raise CommentError("nothing to take back")
        if step.late:
            last.at = timezone.now() - UNDO_WITHIN - dt.timedelta(seconds=1)
        undo(last, by=by)


def _went_as_the_table_says(step: Step, before: ReaderComment) -> None:
    after, rule = _now(before.pk), TRANSITIONS[step.verb]
    assert before.status in rule.sources
    assert after.version == before.version + 1
    assert step.stale == 0 or step.verb in (Verb.UNDO, Verb.ERASE)
    assert not (step.verb == Verb.UNDO and step.late)
    if rule.to is not None:
        assert after.status == rule.to
    elif step.verb == Verb.REDACT:
        assert after.status == before.status


def _all_hangs_together(keys: list[int]) -> None:
    comments = [_now(key) for key in keys]
    for comment in comments:
        ledger = list(Decision.objects.filter(comment=comment).order_by("version"))
        assert [decision.version for decision in ledger] == list(range(2, comment.version + 1))
        assert comment.status == (ledger[-1].after if ledger else Status.PENDING)
        assert all(one.after == two.before for one, two in zip(ledger, ledger[1:], strict=False))
        assert (comment.shown == Shown.TEXT) == (comment.status == Status.APPROVED)
        words = (comment.name, comment.text, comment.public_text, comment.folded)
        assert any(words) == (comment.status in LIVING)
        if comment.parent and comment.shown == Shown.TEXT:
            assert comment.parent.shown != Shown.NOT
    approved = sum(comment.status == Status.APPROVED for comment in comments)
    assert comments[0].thread.approved == approved


def test_the_table_names_every_verb_once() -> None:
    assert set(TRANSITIONS) == set(Verb)
    assert all(Status.ERASED not in rule.sources for rule in TRANSITIONS.values())
