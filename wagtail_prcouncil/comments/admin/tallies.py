"""What is known of a comment's sender and words, counted within the statement that reads it."""

from typing import Any

from django.db.models import IntegerField, OuterRef, Subquery

from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.models.comment import ReaderCommentQuerySet
from wagtail_prcouncil.comments.scopes import Scope, within
from wagtail_prcouncil.comments.states import LIVING, Status

LATEST = 100
"""Of one sender these are counted, the latest; of the same words as many. A campaign sends ten
thousand, and nobody needs the number."""

BESIDE = ("thread__page", "parent", "claimed_by", "decided_by")


class CountOf(Subquery):
    """How many rows a query has that ends somewhere; of these, those in `statuses`."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted WHERE %(wanted)s)"
    output_field = IntegerField()

    def __init__(self, rows: Any, *statuses: Status) -> None:
        listed = ", ".join(f"'{status.value}'" for status in statuses)
        super().__init__(
            rows.values("status"), wanted=f"counted.status IN ({listed})" if listed else "1 = 1"
        )


def with_tallies(
    comments: ReaderCommentQuerySet, scope: Scope, *, found: ReaderCommentQuerySet, most: int
) -> ReaderCommentQuerySet:
    """Comments with what a row says of them: what became of the sender's latest ones, how many
    there are in the same words, how many `found` has, up to `most`. Few comments: keys of theirs,
    or a query that ends."""
    known = within(ReaderComment.objects.order_by("-posted_at"), scope)
    sent = known.filter(address_hash=OuterRef("address_hash")).exclude(address_hash="")[:LATEST]
    alike = within(ReaderComment.objects.filter(status__in=LIVING), scope).order_by()
    same = alike.filter(text_hash=OuterRef("text_hash")).exclude(text_hash="")[:LATEST]
    rows = ReaderComment.objects.filter(pk__in=comments.values("pk")).select_related(*BESIDE)
    return rows.annotate(
        sender_approved=CountOf(sent, Status.APPROVED),
        sender_rejected=CountOf(sent, Status.REJECTED, Status.SPAM),
        sender_waiting=CountOf(sent, Status.PENDING),
        in_same_words=CountOf(same),
        found=CountOf(found.order_by()[:most]),
    )
