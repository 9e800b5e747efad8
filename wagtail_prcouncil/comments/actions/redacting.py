"""Leaving words out of what is shown, without losing what was sent."""

import uuid

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from wagtail_prcouncil.comments.actions.deciding import record
from wagtail_prcouncil.comments.actions.errors import Conflict, RefusedError
from wagtail_prcouncil.comments.actions.showing import lock_threads_of, show_anew
from wagtail_prcouncil.comments.models import LONGEST_TEXT, Decision, ReaderComment
from wagtail_prcouncil.comments.scopes import scope_of
from wagtail_prcouncil.comments.states import TRANSITIONS, Right, Status, Verb
from wagtail_prcouncil.persian.text import canonical, fold


@transaction.atomic
def redact(
    comment_id: int, public_text: str, *, expected_version: int, by: AbstractBaseUser
) -> Decision:
    """Show `public_text` in place of what was sent, which only those with the right for originals
    still see.

    Raises PermissionDenied outside of the user's scope, Conflict where the comment has changed
    meanwhile, RefusedError for a text that is empty or longer than comments are.
    """
    lock_threads_of([comment_id])
    comment = _of(comment_id, by)
    public_text = canonical(public_text).strip()
    if not public_text:
        raise RefusedError(_("Leave something to read, or reject the comment."), "public_text")
    # One shorter word may be replaced by a longer mark; a comment is no place for an essay.
    if len(public_text) > LONGEST_TEXT * 2:
        raise RefusedError(_("This is longer than comments are."), "public_text")
    won = ReaderComment.objects.filter(
        pk=comment.pk, version=expected_version, status__in=TRANSITIONS[Verb.REDACT].sources
    ).update(
        public_text=public_text,
        # Whoever may not read the original shall not find it by its words either.
        folded=f"{fold(comment.name)} {fold(public_text)}",
        version=F("version") + 1,
        change=uuid.uuid4(),
    )
    if not won:
        raise Conflict(comment)
    comment.version = expected_version + 1
    made = record([comment], Verb.REDACT, by=by, after=Status(comment.status))
    if comment.status == Status.APPROVED:
        show_anew(made)
    return made[0]


def _of(comment_id: int, by: AbstractBaseUser) -> ReaderComment:
    rows = ReaderComment.objects.select_related("thread__page", "decided_by")
    comment = rows.filter(pk=comment_id).first()
    if comment is None or not scope_of(by, Right.MODERATE).covers(comment.thread):
        raise PermissionDenied
    return comment
