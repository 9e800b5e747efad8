"""Taking back what was decided a moment ago."""

import uuid

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from wagtail_prcouncil.comments.actions.closing_reports import open_again
from wagtail_prcouncil.comments.actions.deciding import record
from wagtail_prcouncil.comments.actions.errors import Conflict, RefusedError
from wagtail_prcouncil.comments.actions.showing import lock_threads_of, show_anew
from wagtail_prcouncil.comments.announcing import take_back, tell_again
from wagtail_prcouncil.comments.models import Decision, ReaderComment
from wagtail_prcouncil.comments.scopes import scope_of
from wagtail_prcouncil.comments.states import (
    TRANSITIONS,
    UNDO_WITHIN,
    Right,
    Shown,
    Status,
    Verb,
)

UNDOABLE = frozenset({Verb.APPROVE, Verb.REJECT, Verb.MARK_SPAM, Verb.TAKE_DOWN})


@transaction.atomic
def undo(decision: Decision, *, by: AbstractBaseUser) -> Decision:
    """Put the comment back to where it was before `decision`, which stays in the ledger.

    Raises PermissionDenied for anybody but who decided, RefusedError after 30 seconds, Conflict
    where something was done to the comment since.
    """
    lock_threads_of([decision.comment_id])
    comment = ReaderComment.objects.select_related("thread__page", "decided_by").get(
        pk=decision.comment_id
    )
    mine = decision.by_id == by.pk and scope_of(by, Right.MODERATE).covers(comment.thread)
    if not mine or decision.verb not in UNDOABLE:
        raise PermissionDenied
    if timezone.now() - decision.at > UNDO_WITHIN:
        raise RefusedError(_("This can be taken back for 30 seconds only. Reopen the comment."))
    before = Status(decision.before)
    approval = _approval(decision) if before == Status.APPROVED else None
    won = ReaderComment.objects.filter(
        pk=comment.pk, version=decision.version, status__in=TRANSITIONS[Verb.UNDO].sources
    ).update(
        status=before,
        shown=Shown.TEXT if before == Status.APPROVED else Shown.NOT,
        version=F("version") + 1,
        change=uuid.uuid4(),
        decided_at=approval and approval.at,
        decided_by_id=approval and approval.by_id,
        reason="",
        note="",
        note_to_author="",
    )
    if not won:
        raise Conflict(comment)
    comment.version = decision.version + 1
    made = record([comment], Verb.UNDO, by=by, after=before, undo_of=decision)
    show_anew(made)
    open_again(decision)
    take_back(decision)
    if approval:
        tell_again(approval)
    return made[0]


def _approval(decision: Decision) -> Decision:
    """By which the comment was published before; of one that was imported there is none, and what
    is taken back now stands for it."""
    earlier = Decision.objects.filter(
        comment=decision.comment_id, verb=Verb.APPROVE, version__lt=decision.version
    )
    return earlier.order_by("-version").first() or decision
