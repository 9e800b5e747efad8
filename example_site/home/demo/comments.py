"""Readers' comments of the demo, of every kind that moderators meet. Nobody wrote them."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from home.demo.comment_histories import Said, say
from home.demo.loading import Tree
from home.demo.reading import FOLDER
from home.demo.tables import made
from wagtail_prcouncil.comments.actions.reporting import report
from wagtail_prcouncil.comments.models import (
    CannedReply,
    CommentPolicy,
    ReaderComment,
    WordRule,
)
from wagtail_prcouncil.comments.states import Mode, ReportReason
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.persian.jalali import TEHRAN

WHERE = "comments.toml"


def load_comments(tree: Tree, pages: Mapping[str, NewsPage]) -> None:
    """Once, after the news and the accounts: a site that has comments keeps them. `pages` are the
    Persian items by their keys. Decisions are the demo moderator's and answers an administrator's,
    where there are such logins."""
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
            say(said, page)
    for row in table["report"]:
        comment = ReaderComment.objects.published().get(text__contains=row["text"])
        report(comment, reason=ReportReason(row["reason"]), words=row["words"], by="demo")
    _close(table, pages)


def _close(table: Mapping[str, Any], pages: Mapping[str, NewsPage]) -> None:
    """Last: what is closed takes no comments of ours either."""
    for key in table["closed"]:
        CommentPolicy.objects.create(page=pages[key], mode=Mode.CLOSED)
    for key, days in table["until"].items():
        ends = timezone.now().astimezone(TEHRAN).replace(hour=0, minute=0, second=0, microsecond=0)
        ends += dt.timedelta(days=days)
        CommentPolicy.objects.create(page=pages[key], mode=Mode.OPEN, closes_at=ends)
