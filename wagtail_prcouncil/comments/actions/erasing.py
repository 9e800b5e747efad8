"""Emptying comments of all that was written and of all that points at who wrote it."""

import uuid
from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F

from wagtail_prcouncil.comments.actions.deciding import record
from wagtail_prcouncil.comments.actions.showing import lock_threads_of, show_anew
from wagtail_prcouncil.comments.announcing import forget
from wagtail_prcouncil.comments.models import (
    CommentVote,
    Decision,
    OfficialReply,
    ReaderComment,
    ReaderReport,
    RuleHit,
)
from wagtail_prcouncil.comments.scopes import scope_of
from wagtail_prcouncil.comments.senders import mail_to
from wagtail_prcouncil.comments.states import (
    LIVING,
    AnswerStatus,
    Reason,
    Right,
    Shown,
    Status,
    Verb,
)
from wagtail_prcouncil.outbox.actions import empty


@transaction.atomic
def erase(
    comment_ids: Iterable[int], *, reason: Reason, by: AbstractBaseUser | None = None
) -> list[Decision]:
    """Erase comments, for good: name, address, texts, hashes, hits, reports and the official
    reply, which may quote them. The rows stay, empty, as the place of replies and decisions.

    Those that are erased already or under legal hold are left as they are. `by` is None for a rule
    of time and for the author's own wish. Raises PermissionDenied where one lies outside of the
    user's scope.
    """
    keys = list(comment_ids)
    lock_threads_of(keys)
    rows = ReaderComment.objects.filter(pk__in=keys, status__in=LIVING)
    comments = list(rows.filter(is_held_by_law=False).select_related("thread__page"))
    if by is not None:
        scope = scope_of(by, Right.ERASE)
        if not all(scope.covers(comment.thread) for comment in comments):
            raise PermissionDenied
    return _record(_empty(comments), comments, reason, by)


def _empty(comments: list[ReaderComment]) -> uuid.UUID:
    """Mark what this call has emptied, so that of two at once each tells of its own."""
    change = uuid.uuid4()
    keys = [comment.pk for comment in comments]
    rows = ReaderComment.objects.filter(pk__in=keys, status__in=LIVING, is_held_by_law=False)
    rows.update(
        status=Status.ERASED,
        shown=Shown.NOT,
        version=F("version") + 1,
        change=change,
        claimed_by=None,
        claimed_until=None,
        wants_mail=False,
        hold_codes=[],
        reports=0,
        **dict.fromkeys(
            (
                "name",
                "sent_name",
                "email",
                "text",
                "public_text",
                "folded",
                "note",
                "note_to_author",
                "address_hash",
                "email_hash",
                "text_hash",
            ),
            "",
        ),
    )
    return change


def _record(
    change: uuid.UUID,
    comments: list[ReaderComment],
    reason: Reason,
    by: AbstractBaseUser | None,
) -> list[Decision]:
    versions = dict(ReaderComment.objects.filter(change=change).values_list("pk", "version"))
    emptied = [comment for comment in comments if comment.pk in versions]
    for comment in emptied:
        comment.version = versions[comment.pk]
    RuleHit.objects.filter(comment__in=versions).delete()
    ReaderReport.objects.filter(comment__in=versions).delete()
    CommentVote.objects.filter(comment__in=versions).delete()
    OfficialReply.objects.filter(comment__in=versions).update(
        text="", status=AnswerStatus.WITHDRAWN, version=F("version") + 1
    )
    forget(versions)
    _forget_readers({comment.email_hash for comment in emptied} - {""})
    made = record(emptied, Verb.ERASE, by=by, after=Status.ERASED, reason=str(reason))
    show_anew(made)
    return made


def _forget_readers(email_hashes: set[str]) -> None:
    """Letters to those of whom no comment is left: links to their own data."""
    rows = ReaderComment.objects.filter(email_hash__in=email_hashes).order_by()
    left = set(rows.values_list("email_hash", flat=True))
    empty(mail_to(gone) for gone in email_hashes - left)
