"""Numbers about decisions, added up in the database; none of them names a reader."""

import datetime as dt
from typing import Any, NamedTuple

from django.db.models import (
    Count,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    Window,
)
from django.db.models.functions import RowNumber

from wagtail_prcouncil.comments.models import Decision
from wagtail_prcouncil.comments.scopes import Scope
from wagtail_prcouncil.comments.states import Verb

VERDICTS = (Verb.APPROVE, Verb.REJECT, Verb.MARK_SPAM)
"""What takes a comment out of the queue."""

EVERYTHING = Scope(everything=True)


class Waits(NamedTuple):
    """How long comments waited for a person: `number` of them, and the time within which half and
    nine tenths of them were decided."""

    number: int
    median: dt.timedelta
    ninetieth: dt.timedelta


def verdicts(begin: dt.datetime, end: dt.datetime, scope: Scope = EVERYTHING) -> QuerySet[Decision]:
    """Decisions from one moment to before another that took a comment out of the queue, but for
    those that were taken back within seconds."""
    rows = Decision.objects.filter(
        at__gte=begin, at__lt=end, verb__in=VERDICTS, undone_by__isnull=True
    )
    return rows if scope.everything else rows.filter(scope.q("comment__thread__"))


def waits(rows: QuerySet[Decision], *, by: Any = None) -> dict[Any, Waits]:
    """By the values of `by`, an expression (None for all in one): how long comments waited for
    these decisions since they came. One query; the database sorts, a few rows come back.

    A comment that was reopened and decided again did not wait for that since it came, and is left
    out.
    """
    reopened = Decision.objects.filter(
        comment=OuterRef("comment"), verb=Verb.REOPEN, version__lt=OuterRef("version")
    )
    parted = rows.filter(~Exists(reopened)).annotate(
        part=by if by is not None else Value(0),
        wait=ExpressionWrapper(F("at") - F("comment__posted_at"), DurationField()),
    )
    placed = parted.annotate(
        place=Window(RowNumber(), partition_by=F("part"), order_by=F("wait").asc()),
        number=Window(Count("pk"), partition_by=F("part")),
    )
    # The nearest rank: the k-th of n with k = ⌈n / 2⌉ and ⌈9 n / 10⌉.
    half, most = (F("number") + 1) / 2, (F("number") * 9 + 9) / 10
    ends = placed.filter(Q(place=half) | Q(place=most)).order_by("place")
    found: dict[Any, Waits] = {}
    for part, number, wait in ends.values_list("part", "number", "wait"):
        first = found.get(part)
        found[part] = Waits(number, first.median if first else wait, wait)
    return found
