"""Paging by position in time: a link to a page keeps showing what it showed.

The time is a moment or a day; a day stands for its first moment in UTC.

Numbered pages shift with each new item, and OFFSET reads all it skips (41 floors at 100,000
rows). A position is the time and key of one row; the index on the time finds it at once.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import Http404, QueryDict

Row = TypeVar("Row", bound=Model)

_POSITION = re.compile(r"(-?\d{1,16})-(\d{1,18})", re.ASCII)
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class Position(NamedTuple):
    """Where a row stands: microseconds since 1970 UTC, and its primary key for equal times."""

    at: dt.datetime
    pk: int

    def __str__(self) -> str:
        return f"{(self.at - _EPOCH) // dt.timedelta(microseconds=1)}-{self.pk}"

    @classmethod
    def parse(cls, text: str) -> "Position":
        """Read `str(position)` back; Http404 for anything else, for no such page exists."""
        match = _POSITION.fullmatch(text)
        if match is None:
            raise Http404("No such position in this list.")
        return cls(_EPOCH + dt.timedelta(microseconds=int(match[1])), int(match[2]))


class Window(Generic[Row]):
    """Up to `size` rows in the order of the list, and relative addresses of the windows beside it.

    Each address is None where it would lead nowhere new.
    """

    def __init__(
        self,
        rows: list[Row],
        field: str,
        *,
        has_newer: bool,
        has_older: bool,
        kept: str = "",
        oldest_first: bool = False,
    ) -> None:
        self.items: Sequence[Row] = rows
        self._field = field
        here = f"?{kept}&" if kept else "?"
        beginning = f"?{kept}"
        # From an empty window beyond either end there is a way back all the same.
        newest, oldest = (
            (f"{here}newest", beginning) if oldest_first else (beginning, f"{here}oldest")
        )
        self.newest_url = newest if has_newer else None
        self.oldest_url = oldest if has_older else None
        ends = (rows[-1], rows[0]) if oldest_first and rows else (*rows[:1], *rows[-1:])
        self.newer_url = f"{here}after={self._at(ends[0])}" if rows and has_newer else None
        self.older_url = f"{here}before={self._at(ends[1])}" if rows and has_older else None

    def _at(self, row: Row) -> Position:
        at = getattr(row, self._field)
        if not isinstance(at, dt.datetime):
            at = dt.datetime.combine(at, dt.time(), dt.UTC)
        return Position(at, row.pk)


def is_beginning(asked: QueryDict) -> bool:
    """Whether a request asks for no position, whatever else it carries."""
    return not any(name in asked for name in ("before", "after", "oldest", "newest"))


def window(
    rows: QuerySet[Any],
    asked: QueryDict,
    *,
    field: str,
    size: int,
    kept: str = "",
    oldest_first: bool = False,
    read: QuerySet[Any] | None = None,
) -> Window[Any]:
    """The window of `rows` that a request's `?before=`, `?after=` or `?oldest` asks for; of a list
    that begins with the oldest, `?newest` is its end.

    `field` is an indexed datetime or day, null in none of the rows. `kept` is what else the
    addresses of the windows beside it ask for ("tag=water"). With `read`, only the keys of the
    window are looked for among `rows`, from an index alone, and `read` says how its rows are read:
    a planner that takes a busy list for a short one would otherwise read all of it and sort. One
    query. Raises Http404 for a position that cannot be read.
    """
    is_after, is_before = "after" in asked, "before" in asked and "after" not in asked
    if is_after:
        at, pk = _start(rows, field, asked["after"])
        beyond = Q(**{f"{field}__gt": at}) | Q(**{field: at, "pk__gt": pk})
        rows = rows.filter(beyond, **{f"{field}__gte": at})
    elif is_before:
        at, pk = _start(rows, field, asked["before"])
        beyond = Q(**{f"{field}__lt": at}) | Q(**{field: at, "pk__lt": pk})
        rows = rows.filter(beyond, **{f"{field}__lte": at})
    from_oldest = is_after or (not is_before and _begins_old(asked, oldest_first=oldest_first))
    order = (field, "pk") if from_oldest else (f"-{field}", "-pk")
    near = rows.order_by(*order)[: size + 1]
    found = list(near if read is None else read.filter(pk__in=near.values("pk")).order_by(*order))
    is_more = len(found) > size
    shown = found[:size]
    return Window(
        shown if from_oldest == oldest_first else shown[::-1],
        field,
        has_newer=is_more if from_oldest else is_before,
        has_older=is_after if from_oldest else is_more,
        kept=kept,
        oldest_first=oldest_first,
    )


def _start(rows: QuerySet[Any], field: str, text: object) -> tuple[dt.date, int]:
    """A position as the column has it. Days are compared with days: a moment would be read in the
    time zone of the settings."""
    at, pk = Position.parse(str(text))
    added = rows.query.annotations.get(field)  # the time at which a tag was given, say
    column = added.output_field if added else rows.model._meta.get_field(field)
    is_day = column.get_internal_type() == "DateField"
    return (at.date() if is_day else at), pk


def _begins_old(asked: QueryDict, *, oldest_first: bool) -> bool:
    """Of a request without a position: which end of the list it asks for."""
    return "newest" not in asked if oldest_first else "oldest" in asked
