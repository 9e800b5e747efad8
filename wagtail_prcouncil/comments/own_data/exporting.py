"""A reader's comments as a file: all that is kept but what colleagues wrote to each other."""

import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.models import OfficialReply, ReaderComment, RuleHit
from wagtail_prcouncil.comments.states import AnswerStatus, Reason
from wagtail_prcouncil.exchange.tables import Column, DateColumn, Table

WRITTEN = frozenset({RuleHit.Field.NAME, RuleHit.Field.EMAIL, RuleHit.Field.TEXT})
"""Whose hits are told. Of the others are bans and decoys, which whoever they are meant for must not
know of."""


def comments_of(email_hash: str) -> QuerySet[ReaderComment]:
    """All comments that were sent under a mail address, the newest first; none for no address."""
    rows = ReaderComment.objects.filter(email_hash=email_hash).exclude(email_hash="")
    return rows.select_related("thread", "official_reply").order_by("-posted_at", "-pk")


def as_json(comments: QuerySet[ReaderComment]) -> list[dict[str, Any]]:
    """Plain values; times in UTC. Two queries."""
    return [_described(comment) for comment in comments.prefetch_related("decisions", "hits")]


def _described(comment: ReaderComment) -> dict[str, Any]:
    answer = answer_to(comment)
    return {
        "id": str(comment.public_id),
        "page": comment.thread.page_title,
        "received_at": _time(comment.posted_at),
        "name": comment.sent_name or comment.name,
        "name_as_shown": comment.name,
        "email": comment.email,
        "text": comment.text,
        "text_as_shown": comment.public_text,
        "status": comment.status,
        "decided_at": _time(comment.decided_at),
        "reason": comment.reason,
        "note_to_author": comment.note_to_author,
        "wants_mail": comment.wants_mail,
        "rules": sorted({hit.code for hit in comment.hits.all() if hit.field in WRITTEN}),
        "seems_to_be": comment.script,
        "address_hash": comment.address_hash,
        "decisions": [
            {"verb": one.verb, "to": one.after, "reason": one.reason, "at": _time(one.at)}
            for one in sorted(comment.decisions.all(), key=lambda one: one.version)
        ],
        "official_reply": answer
        and {
            "by": answer.agency_name,
            "text": answer.text,
            "published_at": _time(answer.published_at),
        },
    }


def answer_to(comment: ReaderComment) -> OfficialReply | None:
    """The official reply that is published; a draft is not the author's to read."""
    reply: OfficialReply | None = getattr(comment, "official_reply", None)
    return reply if reply and reply.status == AnswerStatus.PUBLISHED else None


def _time(moment: dt.datetime | None) -> str | None:
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds") if moment else None


def _reason(comment: ReaderComment) -> str:
    return str(Reason(comment.reason).label) if comment.reason in Reason else ""


def _answer_text(comment: ReaderComment) -> str:
    answer = answer_to(comment)
    return answer.text if answer else ""


TABLE = Table(
    "my-comments",
    [
        Column(_("identifier"), lambda comment: comment.public_id),
        Column(_("page"), lambda comment: comment.thread.page_title),
        DateColumn(_("received at"), lambda comment: comment.posted_at),
        Column(_("name"), lambda comment: comment.sent_name or comment.name),
        Column(_("email address"), lambda comment: comment.email),
        Column(_("text as sent"), lambda comment: comment.text),
        Column(_("text as shown"), lambda comment: comment.public_text),
        Column(_("status"), lambda comment: comment.get_status_display()),
        Column(_("reason"), _reason),
        Column(_("note to the author"), lambda comment: comment.note_to_author),
        Column(_("official reply"), _answer_text),
    ],
)
