"""What stands in a row of the queue: a comment with all that helps to decide it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.safestring import SafeString

from wagtail_prcouncil.comments.admin.marking import Seen, marked, reasons
from wagtail_prcouncil.comments.admin.naming import called
from wagtail_prcouncil.comments.models import ReaderComment, RuleHit
from wagtail_prcouncil.comments.scopes import Scope, within
from wagtail_prcouncil.comments.states import LIVING, Status

_FIELD = RuleHit.Field


class Record(NamedTuple):
    """What became of the comments of one sender."""

    approved: int = 0
    rejected: int = 0
    waiting: int = 0


@dataclass(slots=True)
class Row:
    """`text` is what the moderator may read of it; `others` counts further comments in the same
    words, `holder` is the colleague who looks at it just now."""

    comment: ReaderComment
    name: SafeString
    text: SafeString
    parent_text: str
    seen: list[Seen] = field(default_factory=list)
    record: Record = Record()
    others: int = 0
    holder: str = ""


def rows_of(
    comments: Iterable[ReaderComment], *, user: Any, scope: Scope, originals: Scope
) -> list[Row]:
    """Three queries however many they are. Counts are of what lies within `scope`; who sees
    originals does so within `originals`. What a colleague looks at comes last."""
    comments = list(comments)
    hits: dict[int, list[RuleHit]] = defaultdict(list)
    for hit in RuleHit.objects.filter(comment__in=comments).order_by("pk"):
        hits[hit.comment_id].append(hit)
    records = _records({one.address_hash for one in comments} - {""}, scope)
    groups = _groups({one.text_hash for one in comments} - {""}, scope)
    now = timezone.now()
    rows = [
        _row(
            one,
            hits[one.pk],
            records.get(one.address_hash, Record()),
            groups.get(one.text_hash, 1) - 1,
            _holder(one, user, now),
            in_full=originals.covers(one.thread),
        )
        for one in comments
    ]
    return sorted(rows, key=lambda row: bool(row.holder))


def _row(
    comment: ReaderComment,
    hits: list[RuleHit],
    record: Record,
    others: int,
    holder: str,
    *,
    in_full: bool,
) -> Row:
    # What rules saw, they saw in what was sent: in a redacted text the places are others.
    shown = [] if comment.is_redacted else hits
    texts = {_FIELD.NAME: comment.name, _FIELD.TEXT: comment.text}
    if comment.is_redacted and not in_full:
        texts.pop(_FIELD.TEXT)
    return Row(
        comment=comment,
        name=marked(comment.name, hits, _FIELD.NAME),
        text=marked(comment.public_text, shown, _FIELD.TEXT),
        parent_text=comment.parent.public_text if comment.parent else "",
        seen=reasons(texts, hits),
        record=record,
        others=max(0, others),
        holder=holder,
    )


def _records(addresses: set[str], scope: Scope) -> dict[str, Record]:
    known = within(ReaderComment.objects.filter(address_hash__in=addresses), scope)
    counted = (
        known.order_by()
        .values_list("address_hash")
        .annotate(
            approved=Count("pk", filter=Q(status=Status.APPROVED)),
            rejected=Count("pk", filter=Q(status__in=(Status.REJECTED, Status.SPAM))),
            waiting=Count("pk", filter=Q(status=Status.PENDING)),
        )
    )
    return {address: Record(*numbers) for address, *numbers in counted} if addresses else {}


def _groups(texts: set[str], scope: Scope) -> dict[str, int]:
    if not texts:
        return {}
    alike = within(ReaderComment.objects.filter(text_hash__in=texts, status__in=LIVING), scope)
    return dict(alike.order_by().values_list("text_hash").annotate(Count("pk")))


def _holder(comment: ReaderComment, user: Any, now: dt.datetime) -> str:
    if comment.claimed_until is None or comment.claimed_until <= now:
        return ""
    if comment.claimed_by is None or comment.claimed_by_id == user.pk:
        return ""
    return called(comment.claimed_by)
