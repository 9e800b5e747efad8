"""What stands in a row of the queue: a comment with all that helps to decide it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.models import Page

from wagtail_prcouncil.comments.admin import phrases
from wagtail_prcouncil.comments.admin.marking import Seen, marked, reasons
from wagtail_prcouncil.comments.admin.phrases import called
from wagtail_prcouncil.comments.admin.tallies import LATEST, fates
from wagtail_prcouncil.comments.models import ReaderComment, RuleHit
from wagtail_prcouncil.comments.states import Script, Status, Urgency
from wagtail_prcouncil.ui.dates import machine_readable

_NAME, _TEXT = RuleHit.Field.NAME.value, RuleHit.Field.TEXT.value

PARENT = 200  # characters of the comment that is replied to

# What a comment is expected to be in, and what says nothing.
UNREMARKABLE = {Script.PERSIAN, Script.SHORT}


class Badge(NamedTuple):
    """`kind` is for the style sheet alone."""

    kind: str
    label: str


@dataclass(slots=True, kw_only=True)
class Row:
    """What stands there, as plain words: `text` is what anybody may read who moderates it; `holder`
    is the colleague who looks at it just now; `record` and `group` say what is known of its sender
    and of its words; `url` leads to all about it. What does not apply is empty."""

    comment: ReaderComment
    key: str
    version: str
    url: str
    name: SafeString
    text: SafeString
    at: str
    age: str
    parent_text: str
    page_title: str
    page_url: str
    excerpt: str
    record: str
    group: str
    holder: str
    badges: list[Badge]
    seen: list[Seen]

    @property
    def is_pending(self) -> bool:
        return self.comment.status == Status.PENDING

    @property
    def is_erased(self) -> bool:
        return self.comment.status == Status.ERASED


def rows_of(comments: Iterable[ReaderComment], *, user: Any) -> list[Row]:
    """Of comments with their tallies; two queries however many they are. What a colleague looks at
    comes last."""
    comments, now = list(comments), timezone.now()
    hits: dict[int, list[RuleHit]] = defaultdict(list)
    keys = [comment.pk for comment in comments]
    for hit in RuleHit.objects.filter(comment__in=keys).order_by("pk"):
        hits[hit.comment_id].append(hit)
    holders = _holders(comments, user, now)
    # Of most the same is said, and looking up its plural takes a while.
    record, group = cache(phrases.record), cache(phrases.group)
    age = cache(partial(phrases.age, now=now))
    urls = _urls({comment.page_path for comment in comments})
    queue = reverse("prcouncil_comments_queue")
    rows = [
        _row(
            comment,
            hits[comment.pk],
            age=age(phrases.as_long_ago(comment.posted_at, now)),
            url=f"{queue}{comment.pk}/",
            page_url=urls[comment.page_path],
            record=record(*fates(comment.sender_fates)),
            group=group(comment.in_same_words, LATEST),
            holder=holders.get(comment.pk, ""),
        )
        for comment in comments
    ]
    return sorted(rows, key=lambda row: bool(row.holder))


def _row(comment: ReaderComment, hits: list[RuleHit], **known: str) -> Row:
    # What rules saw, they saw in what was sent: in a redacted text the places are others, and the
    # words may be those that were left out.
    is_redacted = comment.is_redacted
    texts = {_NAME: comment.name, _TEXT: "" if is_redacted else comment.text}
    return Row(
        comment=comment,
        key=str(comment.pk),
        version=str(comment.version),
        name=marked(comment.name, hits, _NAME),
        text=marked(comment.public_text, [] if is_redacted else hits, _TEXT),
        at=machine_readable(comment.posted_at),
        parent_text=Truncator(comment.parent_text).chars(PARENT) if comment.parent_text else "",
        page_title=comment.page_title,
        excerpt=comment.page_excerpt or "",
        badges=_badges(comment),
        seen=reasons(texts, hits),
        **known,
    )


def _urls(paths: Iterable[str | None]) -> dict[str | None, str]:
    """Addresses of pages by their place in the tree of addresses. One page stands in for all:
    Wagtail asks nothing else of it, and keeps on it where sites begin."""
    page = Page()
    found: dict[str | None, str] = {None: ""}
    for path in paths:
        if path:
            page.url_path = path
            found[path] = page.get_url() or ""
    return found


def _badges(comment: ReaderComment) -> list[Badge]:
    """What it is at a glance, the usual left out."""
    found = []
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


def _holders(comments: Iterable[ReaderComment], user: Any, now: dt.datetime) -> dict[int, str]:
    """Colleagues by the comment that they look at. No query where there are none."""
    held = {
        comment.pk: comment.claimed_by_id
        for comment in comments
        if comment.claimed_until is not None
        and comment.claimed_until > now
        and comment.claimed_by_id not in (None, user.pk)
    }
    if not held:
        return {}
    colleagues = get_user_model()._default_manager.in_bulk(set(held.values()))
    return {key: called(colleagues[who]) for key, who in held.items() if who in colleagues}
