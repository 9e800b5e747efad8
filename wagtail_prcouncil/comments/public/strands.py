"""Published comments with what hangs on them, read in windows: nothing reads or counts a whole
thread."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import QueryDict

from wagtail_prcouncil.comments.addresses import comment_path, like_path, report_path
from wagtail_prcouncil.comments.models import OfficialReply, ReaderComment
from wagtail_prcouncil.comments.states import AnswerStatus, Shown
from wagtail_prcouncil.pages.keyset import Position, Window, is_beginning, window

ROOTS_SHOWN = 20
REPLIES_SHOWN = 5
"""Below each comment of a thread; the others are on the comment's own page."""
REPLIES_A_PAGE = 50
IN_FEED = 50

READ = (
    "public_id",
    "thread_id",
    "parent_id",
    "shown",
    "status",
    "name",
    "public_text",
    "likes",
    "dislikes",
    "posted_at",
    "decided_at",
    "official_reply__agency_name",
    "official_reply__text",
    "official_reply__status",
    "official_reply__published_at",
)
"""The text as it was sent and the sender's address stay in the database."""


@dataclass(frozen=True)
class Strand:
    """A comment of the thread, the official reply to it, and the first replies of readers."""

    comment: ReaderComment
    replies: Sequence["Strand"] = field(default_factory=tuple)
    has_more: bool = False

    @property
    def is_gone(self) -> bool:
        """Whether only its place is shown."""
        return self.comment.shown != Shown.TEXT

    @property
    def answer(self) -> OfficialReply | None:
        """What the institution answered; not seen while the comment is not."""
        reply: OfficialReply | None = getattr(self.comment, "official_reply", None)
        if reply is None or self.is_gone or reply.status != AnswerStatus.PUBLISHED:
            return None
        return reply

    @property
    def url(self) -> str:
        return comment_path(self.comment.public_id)

    @property
    def report_url(self) -> str:
        return report_path(self.comment.public_id)

    @property
    def like_url(self) -> str:
        return like_path(self.comment.public_id)


def shown_comments() -> QuerySet[ReaderComment]:
    """What threads are made of, with official replies; of each only what is public."""
    return ReaderComment.objects.shown().select_related("official_reply").only(*READ)


def strands_of(
    thread_id: int | None, asked: QueryDict, *, oldest_first: bool, kept: str = ""
) -> Window[Any]:
    """The window of a thread that a request asks for, as strands. Two queries."""
    if thread_id is None:
        return window(ReaderComment.objects.none(), asked, field="posted_at", size=1, kept=kept)
    found = window(
        ReaderComment.objects.shown().roots().filter(thread=thread_id),
        asked,
        field="posted_at",
        size=ROOTS_SHOWN,
        kept=kept,
        oldest_first=oldest_first,
        read=shown_comments().annotate(cut_at=_first_left_out()),
    )
    found.items = list(_with_replies(found.items))
    return found


def replies_to(
    root: ReaderComment, asked: QueryDict, *, around: ReaderComment | None = None
) -> Window[Any]:
    """A window of what readers replied to one comment, oldest first, as strands; where the request
    names none, the one that begins with the reply `around`, if it is not in the first. One query,
    or two."""
    replies = shown_comments().filter(parent=root)
    found = _replies(replies, asked)
    if around is not None and is_beginning(asked) and around not in found.items:
        found = _replies(replies, QueryDict(f"after={Position(around.posted_at, around.pk - 1)}"))
    found.items = [Strand(reply) for reply in found.items]
    return found


def _replies(replies: QuerySet[ReaderComment], asked: QueryDict) -> Window[Any]:
    return window(replies, asked, field="posted_at", size=REPLIES_A_PAGE, oldest_first=True)


def newest_of(thread_id: int | None) -> list[Strand]:
    """The newest published comments, replies among them, newest first. One query."""
    if thread_id is None:
        return []
    found = shown_comments().published().filter(thread=thread_id).order_by("-posted_at", "-pk")
    return [Strand(comment) for comment in found[:IN_FEED]]


def _first_left_out() -> Subquery:
    """When the first reply that there is no room for came; found by the index on replies."""
    replies = ReaderComment.objects.shown().filter(parent=OuterRef("pk"))
    return Subquery(
        replies.order_by("posted_at", "pk").values("posted_at")[REPLIES_SHOWN : REPLIES_SHOWN + 1]
    )


def _with_replies(roots: Iterable[Any]) -> Iterable[Strand]:
    """One query for all of them, of which each gives no more than are shown."""
    roots = list(roots)
    wanted = Q(parent__in=[root.pk for root in roots if root.cut_at is None])
    for root in roots:
        if root.cut_at is not None:
            wanted |= Q(parent=root.pk, posted_at__lte=root.cut_at)
    below: dict[int, list[Strand]] = {root.pk: [] for root in roots}
    # Put in order here: asked to, SQLite may read the comments of all pages in that order.
    found = sorted(shown_comments().filter(wanted) if roots else (), key=_position)
    for reply in found:
        below[reply.parent_id or 0].append(Strand(reply))
    for root in roots:
        first = below[root.pk][:REPLIES_SHOWN]
        yield Strand(root, first, has_more=root.cut_at is not None)


def _position(comment: ReaderComment) -> tuple[dt.datetime, int]:
    return comment.posted_at, comment.pk
