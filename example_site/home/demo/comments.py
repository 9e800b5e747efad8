"""Readers' comments of the demo, of every kind that moderators meet. Nobody wrote them."""

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from home.demo.loading import Tree
from home.demo.reading import FOLDER
from home.demo.tables import made
from wagtail_prcouncil.comments.actions import Because, decide, post
from wagtail_prcouncil.comments.actions.answering import draft_answer, publish_answer
from wagtail_prcouncil.comments.actions.reporting import report
from wagtail_prcouncil.comments.models import (
    CannedReply,
    CommentPolicy,
    ReaderComment,
    WordRule,
)
from wagtail_prcouncil.comments.rules import Entry, Sender
from wagtail_prcouncil.comments.states import Mode, Reason, ReportReason, Status, Verb
from wagtail_prcouncil.news.models import NewsPage

WHERE = "comments.toml"
DONE: Mapping[str, tuple[Verb, ...]] = {
    Status.PENDING: (),
    Status.APPROVED: (Verb.APPROVE,),
    Status.REJECTED: (Verb.REJECT,),
    Status.SPAM: (Verb.MARK_SPAM,),
    "taken_down": (Verb.APPROVE, Verb.TAKE_DOWN),
}
"""What moderators did until a comment was what the file says."""

_numbers = count(1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What the institution says to it."""

    agency: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A comment, or a reply, `days` ago; `decoy` and `seconds` are what a program gives itself away
    by."""

    name: str
    text: str
    days: int
    news: str = ""
    english: bool = False
    status: str = Status.PENDING.value
    reason: str = ""
    email: str = ""
    wants_mail: bool = False
    likes: int = 0
    decoy: bool = False
    seconds: int = 90
    replies: Sequence[Mapping[str, Any]] = ()
    answer: Mapping[str, str] | None = None


def load_comments(tree: Tree, pages: Mapping[str, NewsPage]) -> None:
    """Once, after the news and the accounts: a site that has comments keeps them. `pages` are the
    Persian items by their keys. Answers are written by an administrator, where there is one."""
    table = tomllib.loads((FOLDER / WHERE).read_text("utf-8"))
    for key in table["open"]:
        for index in tree.indexes[key].get_translations(inclusive=True):
            CommentPolicy.objects.get_or_create(page_id=index.pk, defaults={"mode": Mode.OPEN})
    for row in table["word_rule"]:
        WordRule.objects.get_or_create(words=row.pop("words"), defaults=row)
    for row in table["canned_reply"]:
        CannedReply.objects.get_or_create(title=row.pop("title"), defaults=row)
    if ReaderComment.objects.exists():
        return
    for row in table["comment"]:
        said = made(Said, row, WHERE)
        page = pages.get(said.news)
        if page is not None and said.english:
            page = page.get_translation(tree.en).specific
        if page is not None:
            _say(said, page)
    for row in table["report"]:
        comment = ReaderComment.objects.published().get(text__contains=row["text"])
        reason = ReportReason(row["reason"])
        report(comment, reason=reason, words=row["words"], by="demo")


def _say(said: Said, page: NewsPage, parent: ReaderComment | None = None) -> None:
    comment = post(
        page,
        Entry(name=said.name, text=said.text.strip(), email=said.email, raw_text=said.text),
        Sender(seconds=said.seconds, decoy=said.decoy),
        nonce=f"demo-{next(_numbers)}",
        parent=parent,
        wants_mail=said.wants_mail,
    )
    came = timezone.now() - dt.timedelta(days=said.days, minutes=7 * comment.pk)
    ReaderComment.objects.filter(pk=comment.pk).update(posted_at=came, likes=said.likes)
    verbs = DONE[said.status]
    for verb in verbs[:1]:
        _decide(comment, verb, said)
    for row in said.replies:
        comment.refresh_from_db()
        _say(made(Said, row, WHERE), page, comment)
    for verb in verbs[1:]:
        _decide(comment, verb, said)
    by = get_user_model().objects.filter(is_superuser=True).order_by("pk").first()
    if said.answer and by:
        answer = made(Answer, said.answer, WHERE)
        draft_answer(comment.pk, answer.agency, answer.text, expected_version=0, by=by)
        publish_answer(comment.pk, expected_version=1, by=by)


def _decide(comment: ReaderComment, verb: Verb, said: Said) -> None:
    comment.refresh_from_db()
    because = Because(Reason(said.reason)) if said.reason else None
    decide(comment.pk, verb, expected_version=comment.version, by=None, because=because)
