"""What is known of a comment's sender and words, counted within the statement that reads it."""

from typing import Any

from django.db.models import F, IntegerField, OuterRef, Subquery

from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.models.comment import ReaderCommentQuerySet
from wagtail_prcouncil.comments.scopes import Scope, within
from wagtail_prcouncil.comments.states import LIVING

LATEST = 100
"""Of one sender these are counted, the latest; of the same words as many. A campaign sends ten
thousand, and nobody needs the number."""

BESIDE = ("thread__page", "parent", "claimed_by", "decided_by")

READ = (
    *("status", "version", "name", "text", "public_text", "urgency", "script", "reports"),
    *("posted_at", "claimed_by", "claimed_until"),
)
"""Columns that a row shows."""

_DIGITS = 1000
"""More than LATEST: three numbers are read as one, since each would walk through the same rows."""


class FatesOf(Subquery):
    """What became of the comments that a query ends with, as one number; `fates` reads it."""

    template = (
        "(SELECT COALESCE(SUM(CASE counted.status WHEN 'approved' THEN 1 "
        "WHEN 'rejected' THEN %(refused)s WHEN 'spam' THEN %(refused)s "
        "WHEN 'pending' THEN %(waiting)s ELSE 0 END), 0) FROM (%(subquery)s) counted)"
    )
    output_field = IntegerField()

    def __init__(self, rows: Any) -> None:
        super().__init__(rows.values("status"), refused=_DIGITS, waiting=_DIGITS**2)


def fates(number: int) -> tuple[int, int, int]:
    """How many were approved, how many refused, how many wait."""
    waiting, others = divmod(number, _DIGITS**2)
    refused, approved = divmod(others, _DIGITS)
    return approved, refused, waiting


class CountOf(Subquery):
    """How many rows a query has that ends somewhere."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()

    def __init__(self, rows: Any) -> None:
        super().__init__(rows.values("pk"))


def with_tallies(
    comments: ReaderCommentQuerySet, scope: Scope, *, found: ReaderCommentQuerySet, most: int
) -> ReaderCommentQuerySet:
    """Comments with what a row says of them: what became of the sender's latest ones, how many
    there are in the same words, how many `found` has, up to `most`; and, as values of their own,
    what it says of their page and of what they reply to. Few comments: keys of theirs, or a query
    that ends."""
    known = within(ReaderComment.objects.order_by("-posted_at"), scope)
    sent = known.filter(address_hash=OuterRef("address_hash")).exclude(address_hash="")[:LATEST]
    alike = within(ReaderComment.objects.filter(status__in=LIVING), scope).order_by()
    same = alike.filter(text_hash=OuterRef("text_hash")).exclude(text_hash="")[:LATEST]
    rows = ReaderComment.objects.filter(pk__in=comments.values("pk"))
    return rows.only(*READ).annotate(
        sender_fates=FatesOf(sent),
        in_same_words=CountOf(same),
        found=CountOf(found.order_by()[:most]),
        page_title=F("thread__page_title"),
        page_path=F("thread__page__url_path"),
        page_excerpt=F("thread__page__search_description"),
        parent_text=F("parent__public_text"),
    )
