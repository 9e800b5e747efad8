"""Paging by position in time: a link to a page keeps showing what it showed.

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
    """Up to `size` rows, newest first, and relative addresses of the windows beside it.

    Each address is None where it would lead nowhere new.
    """

    def __init__(
        self, rows: list[Row], field: str, *, has_newer: bool, has_older: bool, kept: str = ""
    ) -> None:
        self.items: Sequence[Row] = rows
        self._field = field
        # From an empty window beyond either end there is a way back all the same.
        self.newest_url = f"?{kept}" if has_newer else None
        here = f"?{kept}&" if kept else "?"
        self.oldest_url = f"{here}oldest" if has_older else None
        has_newer, has_older = bool(rows) and has_newer, bool(rows) and has_older
        self.newer_url = f"{here}after={self._at(rows[0])}" if has_newer else None
        self.older_url = f"{here}before={self._at(rows[-1])}" if has_older else None

    def _at(self, row: Row) -> Position:
        return Position(getattr(row, self._field), row.pk)


def is_beginning(asked: QueryDict) -> bool:
    """Whether a request asks for no position, whatever else it carries."""
    return not any(name in asked for name in ("before", "after", "oldest"))


def window(
    rows: QuerySet[Any], asked: QueryDict, *, field: str, size: int, kept: str = ""
) -> Window[Any]:
    """The window of `rows` that a request's `?before=`, `?after=` or `?oldest` asks for.

    `field` is an indexed, non-null datetime; rows come newest first. `kept` is what else the
    addresses of the windows beside it ask for ("tag=water"). One query. Raises Http404 for a
    position that cannot be read.
    """
    if "after" in asked:
        start = Position.parse(str(asked["after"]))
        beyond = Q(**{f"{field}__gt": start.at}) | Q(**{field: start.at, "pk__gt": start.pk})
        found = list(
            rows.filter(beyond, **{f"{field}__gte": start.at}).order_by(field, "pk")[: size + 1]
        )
        return Window(
            found[:size][::-1], field, has_newer=len(found) > size, has_older=True, kept=kept
        )
    if "oldest" in asked:
        found = list(rows.order_by(field, "pk")[: size + 1])
        return Window(
            found[:size][::-1], field, has_newer=len(found) > size, has_older=False, kept=kept
        )
    if "before" in asked:
        start = Position.parse(str(asked["before"]))
        beyond = Q(**{f"{field}__lt": start.at}) | Q(**{field: start.at, "pk__lt": start.pk})
        rows = rows.filter(beyond, **{f"{field}__lte": start.at})
    found = list(rows.order_by(f"-{field}", "-pk")[: size + 1])
    return Window(
        found[:size], field, has_newer="before" in asked, has_older=len(found) > size, kept=kept
    )
