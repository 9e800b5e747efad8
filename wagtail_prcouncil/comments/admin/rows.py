"""What stands in a row of the queue: a comment with all that helps to decide it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from wagtail_prcouncil.comments.admin import phrases
from wagtail_prcouncil.comments.admin.marking import Seen, marked, reasons
from wagtail_prcouncil.comments.admin.phrases import called
from wagtail_prcouncil.comments.admin.tallies import LATEST
from wagtail_prcouncil.comments.models import ReaderComment, RuleHit
from wagtail_prcouncil.comments.states import Script, Status, Urgency
from wagtail_prcouncil.ui.dates import machine_readable

_FIELD = RuleHit.Field

# What a comment is expected to be in, and what says nothing.
UNREMARKABLE = {Script.PERSIAN, Script.SHORT}


class Badge(NamedTuple):
    """`kind` is for the style sheet alone."""

    kind: str
    label: str


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
    def at(self) -> str:
        return machine_readable(self.comment.posted_at)

    @property
    def page_url(self) -> str:
        page = self.comment.thread.page
        return (page.url or "") if page else ""

    @property
    def excerpt(self) -> str:
        page = self.comment.thread.page
        return page.search_description if page else ""

    @property
    def badges(self) -> list[Badge]:
        """What it is at a glance, the usual left out."""
        comment, found = self.comment, []
        if comment.status != Status.PENDING:
            found.append(Badge(comment.status, str(Status(comment.status).label)))
        if comment.urgency != Urgency.NORMAL:
            urgency = Urgency(comment.urgency)
            found.append(Badge(urgency.name.lower(), str(urgency.label)))
        if comment.script not in UNREMARKABLE:
            found.append(Badge("script", str(Script(comment.script).label)))
        if comment.reports:
            found.append(Badge("urgent", phrases.reports(comment.reports)))
        if comment.is_redacted:
            found.append(Badge("redacted", _("redacted")))
        return found


def rows_of(comments: Iterable[ReaderComment], *, user: Any) -> list[Row]:
    """Of comments with their tallies; one query however many they are. What a colleague looks at
    comes last."""
    comments = list(comments)
    hits: dict[int, list[RuleHit]] = defaultdict(list)
    for hit in RuleHit.objects.filter(comment__in=comments).order_by("pk"):
        hits[hit.comment_id].append(hit)
    now = timezone.now()
    rows = []
    for comment in comments:
        row = _row(comment, hits[comment.pk], now)
        row.record = phrases.record(
            comment.sender_approved, comment.sender_rejected, comment.sender_waiting
        )
        row.group = phrases.group(comment.in_same_words, LATEST)
        row.holder = _holder(comment, user, now)
        rows.append(row)
    return sorted(rows, key=lambda row: bool(row.holder))


def _row(comment: ReaderComment, hits: list[RuleHit], now: dt.datetime) -> Row:
    # What rules saw, they saw in what was sent: in a redacted text the places are others, and the
    # words may be those that were left out.
    in_text = [] if comment.is_redacted else hits
    quoted = "" if comment.is_redacted else comment.text
    texts = {_FIELD.NAME.value: comment.name, _FIELD.TEXT.value: quoted}
    return Row(
        comment=comment,
        name=marked(comment.name, hits, _FIELD.NAME),
        text=marked(comment.public_text, in_text, _FIELD.TEXT),
        age=phrases.age(comment.posted_at, now),
        parent_text=comment.parent.public_text if comment.parent else "",
        seen=reasons(texts, hits),
    )


def _holder(comment: ReaderComment, user: Any, now: dt.datetime) -> str:
    if comment.claimed_until is None or comment.claimed_until <= now:
        return ""
    if comment.claimed_by is None or comment.claimed_by_id == user.pk:
        return ""
    return called(comment.claimed_by)
