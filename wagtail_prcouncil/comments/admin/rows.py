"""What stands in a row of the queue: a comment with all that helps to decide it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.safestring import SafeString

from wagtail_prcouncil.comments.admin import phrases
from wagtail_prcouncil.comments.admin.marking import Seen, marked, reasons
from wagtail_prcouncil.comments.admin.phrases import called
from wagtail_prcouncil.comments.models import ReaderComment, RuleHit
from wagtail_prcouncil.comments.scopes import Scope, within
from wagtail_prcouncil.comments.states import LIVING, Script, Status

_FIELD = RuleHit.Field

# What a comment is expected to be in, and what says nothing.
UNREMARKABLE = {Script.PERSIAN, Script.SHORT}


class Record(NamedTuple):
    """What became of the comments of one sender."""

    approved: int = 0
    rejected: int = 0
    waiting: int = 0


@dataclass(slots=True)
class Row:
    """`text` is what anybody may read who moderates it; `holder` is the colleague who looks at it
    just now; `record` and `group` say what is known of its sender and of its words."""

    comment: ReaderComment
    name: SafeString
    text: SafeString
    age: str
    parent_text: str = ""
    seen: list[Seen] = field(default_factory=list)
    record: str = ""
    group: str = ""
    holder: str = ""

    @property
    def page_url(self) -> str:
        page = self.comment.thread.page
        return (page.url or "") if page else ""

    @property
    def excerpt(self) -> str:
        page = self.comment.thread.page
        return page.search_description if page else ""

    @property
    def script(self) -> str:
        said = Script(self.comment.script)
        return "" if said in UNREMARKABLE else str(said.label)

    @property
    def reports(self) -> str:
        return phrases.reports(self.comment.reports)


def rows_of(comments: Iterable[ReaderComment], *, user: Any, scope: Scope) -> list[Row]:
    """Three queries however many they are. Only what lies within `scope` is counted. What a
    colleague looks at comes last."""
    comments = list(comments)
    hits: dict[int, list[RuleHit]] = defaultdict(list)
    for hit in RuleHit.objects.filter(comment__in=comments).order_by("pk"):
        hits[hit.comment_id].append(hit)
    records = _records({one.address_hash for one in comments} - {""}, scope)
    groups = _groups({one.text_hash for one in comments} - {""}, scope)
    now = timezone.now()
    rows = []
    for comment in comments:
        row = _row(comment, hits[comment.pk], now)
        row.record = phrases.record(*records.get(comment.address_hash, Record()))
        row.group = phrases.group(groups.get(comment.text_hash, 1) - 1)
        row.holder = _holder(comment, user, now)
        rows.append(row)
    return sorted(rows, key=lambda row: bool(row.holder))


def _row(comment: ReaderComment, hits: list[RuleHit], now: dt.datetime) -> Row:
    # What rules saw, they saw in what was sent: in a redacted text the places are others, and the
    # words may be those that were left out.
    in_text = [] if comment.is_redacted else hits
    texts = {_FIELD.NAME: comment.name, _FIELD.TEXT: "" if comment.is_redacted else comment.text}
    return Row(
        comment=comment,
        name=marked(comment.name, hits, _FIELD.NAME),
        text=marked(comment.public_text, in_text, _FIELD.TEXT),
        age=phrases.age(comment.posted_at, now),
        parent_text=comment.parent.public_text if comment.parent else "",
        seen=reasons(texts, hits),
    )


def _records(addresses: set[str], scope: Scope) -> dict[str, Record]:
    if not addresses:
        return {}
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
    return {address: Record(*numbers) for address, *numbers in counted}


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
