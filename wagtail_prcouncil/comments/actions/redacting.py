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
from wagtail_prcouncil.comments.models import (
    LONGEST_NAME,
    LONGEST_TEXT,
    Decision,
    ReaderComment,
    RuleHit,
)
from wagtail_prcouncil.comments.scopes import scope_of
from wagtail_prcouncil.comments.states import TRANSITIONS, Right, Status, Verb
from wagtail_prcouncil.persian.text import canonical, fold


@transaction.atomic
def redact(
    comment_id: int,
    public_text: str,
    *,
    public_name: str | None = None,
    expected_version: int,
    by: AbstractBaseUser,
) -> Decision:
    """Show `public_text` in place of what was sent, and `public_name` in place of the name, none
    where it is empty. What was sent only those with the right for originals still see.

    Raises PermissionDenied outside of the user's scope, Conflict where the comment has changed
    meanwhile, RefusedError for a text that is empty or longer than comments are, for a name that
    is longer than names are, and for one where none was sent.
    """
    lock_threads_of([comment_id])
    comment = _of(comment_id, by)
    public_text = canonical(public_text).strip()
    if not public_text:
        raise RefusedError(_("Leave something to read, or reject the comment."), "public_text")
    # One shorter word may be replaced by a longer mark; a comment is no place for an essay.
    if len(public_text) > LONGEST_TEXT * 2:
        raise RefusedError(_("This is longer than comments are."), "public_text")
    name = comment.name if public_name is None else _name(comment, public_name)
    won = ReaderComment.objects.filter(
        pk=comment.pk, version=expected_version, status__in=TRANSITIONS[Verb.REDACT].sources
    ).update(
        public_text=public_text,
        name=name,
        sent_name="" if name == sent_name_of(comment) else sent_name_of(comment),
        # Whoever may not read the original shall not find it by its words either.
        folded=f"{fold(name)} {fold(public_text)}",
        version=F("version") + 1,
        change=uuid.uuid4(),
    )
    if not won:
        raise Conflict(comment)
    if name != comment.name:
        _forget_places(comment)
    comment.version = expected_version + 1
    made = record([comment], Verb.REDACT, by=by, after=Status(comment.status))
    if comment.status == Status.APPROVED:
        show_anew(made)
    return made[0]


def sent_name_of(comment: ReaderComment) -> str:
    return comment.sent_name or comment.name


def _name(comment: ReaderComment, public_name: str) -> str:
    name = " ".join(canonical(public_name).split())
    if len(name) > LONGEST_NAME:
        raise RefusedError(_("This is longer than names are."), "public_name")
    if name and not sent_name_of(comment):
        raise RefusedError(_("Who gave no name is given none."), "public_name")
    return name


def _forget_places(comment: ReaderComment) -> None:
    """What rules saw in the name they saw in the one that was sent: in another one it lies
    elsewhere, if anywhere. It stays known that they did."""
    comment.hits.filter(field=RuleHit.Field.NAME).update(start=0, end=0)


def _of(comment_id: int, by: AbstractBaseUser) -> ReaderComment:
    rows = ReaderComment.objects.select_related("thread__page", "decided_by")
    comment = rows.filter(pk=comment_id).first()
    if comment is None or not scope_of(by, Right.MODERATE).covers(comment.thread):
        raise PermissionDenied
    return comment
