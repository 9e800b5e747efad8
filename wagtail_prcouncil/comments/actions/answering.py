"""What the institution answers: drafted, published, withdrawn."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from wagtail_prcouncil.comments.actions.errors import CommentError, RefusedError
from wagtail_prcouncil.comments.actions.showing import lock_threads_of, thread_changed
from wagtail_prcouncil.comments.announcing import announce_answer, take_back_answer
from wagtail_prcouncil.comments.models import LONGEST_ANSWER, OfficialReply, ReaderComment
from wagtail_prcouncil.comments.scopes import scope_of
from wagtail_prcouncil.comments.states import (
    ANSWER_TRANSITIONS,
    LIVING,
    AnswerStatus,
    Right,
    Shown,
)
from wagtail_prcouncil.persian.text import canonical


class AnswerConflict(CommentError):  # noqa: N818  (what the field calls it: HTTP 409)
    """A colleague has changed the reply meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("A colleague has changed the official reply meanwhile."))


@transaction.atomic
def draft_answer(
    comment_id: int, agency_name: str, text: str, *, expected_version: int, by: AbstractBaseUser
) -> OfficialReply:
    """Store a draft; of one that is there already or was withdrawn, in place of it. Nothing of it
    is public. `expected_version` is 0 where there is no reply yet.

    Raises PermissionDenied, AnswerConflict, RefusedError for an empty or endless text, for a
    comment that is erased and for a reply that is published.
    """
    comment = _of(comment_id, Right.ANSWER, by)
    agency_name, text = " ".join(canonical(agency_name).split()), canonical(text).strip()
    _check(comment, agency_name, text)
    words = {"agency_name": agency_name, "text": text, "written_by_id": by.pk}
    if expected_version == 0:
        reply = _made(comment, words)
    else:
        sources = _sources_of(AnswerStatus.DRAFT) | {AnswerStatus.DRAFT}
        reply = _changed(comment, expected_version, sources, AnswerStatus.DRAFT, words)
    log(comment, "prcouncil_comments.answer_draft", user=by)
    return reply


@transaction.atomic
def publish_answer(
    comment_id: int, *, expected_version: int, by: AbstractBaseUser
) -> OfficialReply:
    """Let readers see the draft below its comment.

    Raises PermissionDenied, AnswerConflict, RefusedError where the comment is not published.
    """
    comment = _of(comment_id, Right.APPROVE_ANSWER, by)
    if comment.shown != Shown.TEXT:
        raise RefusedError(_("Approve the comment first: a reply is shown below it."), "text")
    words = {"published_by_id": by.pk, "published_at": timezone.now()}
    to = AnswerStatus.PUBLISHED
    reply = _changed(comment, expected_version, _sources_of(to), to, words)
    log(comment, "prcouncil_comments.answer_publish", user=by)
    thread_changed(comment.thread_id)
    announce_answer(reply)
    return reply


@transaction.atomic
def withdraw_answer(
    comment_id: int, *, expected_version: int, by: AbstractBaseUser
) -> OfficialReply:
    """Take the reply away from readers, or give up its draft; its words are kept for a new draft.

    Raises PermissionDenied, AnswerConflict.
    """
    comment = _of(comment_id, Right.APPROVE_ANSWER, by)
    to = AnswerStatus.WITHDRAWN
    reply = _changed(comment, expected_version, _sources_of(to), to, {})
    log(comment, "prcouncil_comments.answer_withdraw", user=by)
    thread_changed(comment.thread_id)
    take_back_answer(reply)
    return reply


def _of(comment_id: int, right: Right, by: AbstractBaseUser) -> ReaderComment:
    # First the thread, as whoever decides: in another order two would wait for each other.
    lock_threads_of([comment_id])
    # Locked: an erasure at the same moment would leave behind what is written now.
    rows = ReaderComment.objects.select_for_update(of=("self",)).select_related("thread__page")
    comment = rows.filter(pk=comment_id).first()
    if comment is None or not scope_of(by, right).covers(comment.thread):
        raise PermissionDenied
    return comment


def _check(comment: ReaderComment, agency_name: str, text: str) -> None:
    longest = OfficialReply._meta.get_field("agency_name").max_length or 0
    if comment.status not in LIVING:
        raise RefusedError(_("This comment is erased; nothing is left to answer."), "text")
    if not text:
        raise RefusedError(_("Write a reply."), "text")
    if len(text) > LONGEST_ANSWER:
        raise RefusedError(_("This is longer than replies are."), "text")
    if not agency_name or len(agency_name) > longest:
        raise RefusedError(_("Say in whose name this is, in a few words."), "agency_name")


def _sources_of(to: AnswerStatus) -> set[AnswerStatus]:
    return {source for source, targets in ANSWER_TRANSITIONS.items() if to in targets}


def _made(comment: ReaderComment, words: dict[str, object]) -> OfficialReply:
    try:
        with transaction.atomic():
            return OfficialReply.objects.create(comment=comment, **words)
    except IntegrityError as taken:
        raise AnswerConflict from taken


def _changed(
    comment: ReaderComment,
    expected_version: int,
    sources: set[AnswerStatus],
    to: AnswerStatus,
    words: dict[str, object],
) -> OfficialReply:
    """One statement looks at the version and writes."""
    as_seen = OfficialReply.objects.filter(
        comment=comment, version=expected_version, status__in=sources
    )
    if not as_seen.update(status=to, version=F("version") + 1, **words):
        raise AnswerConflict
    return OfficialReply.objects.select_related("comment__thread").get(comment=comment)
