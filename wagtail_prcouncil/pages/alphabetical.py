"""Paging through rows in the order of a text key: names of a register, A to Z.

As in `keyset`, a position is a row and not a number: rows that come or go before it shift
nothing, and what was skipped is not read. The row is named by its primary key, since a key of
the Persian alphabet is long; a row that is gone is no position any more.
"""

from typing import Any, Generic, TypeVar

from django.db.models import Case, Model, Q, QuerySet, Subquery, Value, When
from django.http import Http404, QueryDict

from wagtail_prcouncil.persian.digits import to_ascii

Row = TypeVar("Row", bound=Model)

POSITIONS = ("after", "before")
_LONGEST_KEY = 18  # digits that fit any database's primary key


class Stretch(Generic[Row]):
    """Up to `size` rows in order, and queries ("?after=12") of the stretches beside it.

    Each is None where it would lead nowhere new. They keep whatever else was asked for.
    """

    def __init__(
        self, rows: list[Row], asked: QueryDict, *, has_previous: bool, has_next: bool
    ) -> None:
        self.items = rows
        self.first_url = with_query(asked, {}) if has_previous else None
        here = bool(rows)
        self.previous_url = (
            with_query(asked, {"before": rows[0].pk}) if here and has_previous else None
        )
        self.next_url = with_query(asked, {"after": rows[-1].pk}) if here and has_next else None


def stretch(
    rows: QuerySet[Any], asked: QueryDict, *, field: str, size: int, first: Q | None = None
) -> Stretch[Any]:
    """The stretch of `rows` that a request's `?after=` or `?before=` asks for.

    `field` is an indexed, non-null text. What `first` names stands at the beginning, wherever its
    key would put it. One query. Raises Http404 for a position that names no row.
    """
    name = next((name for name in ("before", "after") if name in asked), None)
    if name is None:
        found = list(_with_first(rows, first).order_by("_rank", field, "pk")[: size + 1])
        return Stretch(found[:size], asked, has_previous=False, has_next=len(found) > size)
    start = _position(asked[name])
    model = rows.model._default_manager
    if first is not None:
        rows = rows.exclude(first)
    side, order = ("lt", "-") if name == "before" else ("gt", "")
    value = Subquery(model.filter(pk=start).values(field)[:1])
    beyond = Q(**{f"{field}__{side}": value}) | Q(**{field: value, f"pk__{side}": start})
    found = list(rows.filter(beyond).order_by(f"{order}{field}", f"{order}pk")[: size + 1])
    if not found and not model.filter(pk=start).exists():
        raise Http404("No such position in this list.")
    more = len(found) > size
    if name == "before":
        return Stretch(found[:size][::-1], asked, has_previous=more, has_next=True)
    return Stretch(found[:size], asked, has_previous=True, has_next=more)


def with_query(asked: QueryDict, changed: dict[str, object]) -> str:
    """The query of another address of this list: what was asked for, with some of it changed.

    A value of None takes a parameter away; the position goes unless it is given anew, and so
    do fields that were left empty.
    """
    query = QueryDict(mutable=True)
    for name, value in asked.items():
        if value and name not in POSITIONS and name not in changed:
            query[name] = str(value)
    for name, wanted in changed.items():
        if wanted is not None:
            query[name] = str(wanted)
    return f"?{query.urlencode()}"


def _with_first(rows: QuerySet[Any], first: Q | None) -> QuerySet[Any]:
    ranks = [] if first is None else [When(first, then=Value(0))]
    return rows.alias(_rank=Case(*ranks, default=Value(1)))


def _position(text: object) -> int:
    """The key of the row that a position names, wherever that row stands now."""
    number = to_ascii(str(text))
    if not (number.isascii() and number.isdecimal() and len(number) <= _LONGEST_KEY):
        raise Http404("No such position in this list.")
    return int(number)
