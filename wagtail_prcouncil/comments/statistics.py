"""Numbers about decisions, added up in the database; none of them names a reader."""

import datetime as dt
from collections import Counter
from typing import Any, NamedTuple

from django.db.models import (
    Case,
    Count,
    Exists,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from wagtail_prcouncil.comments.models import Decision
from wagtail_prcouncil.comments.scopes import Scope
from wagtail_prcouncil.comments.states import Verb

VERDICTS = (Verb.APPROVE, Verb.REJECT, Verb.MARK_SPAM)
"""What takes a comment out of the queue."""

EVERYTHING = Scope(everything=True)


Spans = Counter[int | None]


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


class Seconds(Func):
    """Whole seconds from the second moment to the first. Databases count them faster than Django
    makes spans of time of two moments: on SQLite that is Python for each row."""

    arity = 2
    output_field = IntegerField()
    template = "CAST(FLOOR(EXTRACT(EPOCH FROM (%(expressions)s))) AS bigint)"
    arg_joiner = " - "

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        first, then = (compiler.compile(one) for one in self.source_expressions)
        # Rounded to what the text of a moment holds, for a day of Julius's is a fraction.
        sql = f"CAST(ROUND((julianday({first[0]}) - julianday({then[0]})) * 86400, 3) AS integer)"
        return sql, (*first[1], *then[1])


def waits(rows: QuerySet[Decision], *, by: Any = None) -> dict[Any, Waits]:
    """By the values of `by`, an expression (None for all in one): how long comments waited for
    these decisions since they came, to the second."""
    found = {part: waits_of(counted) for part, counted in spans(rows, by=by).items()}
    return {part: waits for part, waits in found.items() if waits}


def spans(rows: QuerySet[Decision], *, by: Any = None) -> dict[Any, Spans]:
    """How many decisions came after how many seconds, by the values of `by`. One query.

    A comment that was reopened and decided again did not wait for that since it came: None.
    """
    reopened = Decision.objects.filter(
        comment=OuterRef("comment"), verb=Verb.REOPEN, version__lt=OuterRef("version")
    )
    # What is decided in its second version was decided never before: most need no look.
    first = When(Q(version=2) | ~Exists(reopened), then=Seconds("at", "comment__posted_at"))
    counted = (
        rows.annotate(
            part=by if by is not None else Value(0),
            wait=Case(first, default=None, output_field=IntegerField()),
        )
        .order_by()
        .values_list("part", "wait")
        .annotate(number=Count("pk"))
    )
    found: dict[Any, Spans] = {}
    for part, wait, number in counted:
        found.setdefault(part, Counter())[wait] += number
    return found


def waits_of(counted: Spans) -> Waits | None:
    """By the nearest rank: the k-th of n with k = ⌈n / 2⌉ and ⌈9 n / 10⌉."""
    waited = {wait: number for wait, number in counted.items() if wait is not None}
    if not waited:
        return None
    number, seen = sum(waited.values()), 0
    ends: list[dt.timedelta] = []
    ranks = [(number + 1) // 2, (number * 9 + 9) // 10]
    for wait, more in sorted(waited.items()):
        seen += more
        while len(ends) < len(ranks) and seen >= ranks[len(ends)]:
            ends.append(dt.timedelta(seconds=wait))
    return Waits(number, *ends)
