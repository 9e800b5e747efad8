"""Paging through rows in the order of a text key: names of a register, A to Z.

As in `keyset`, a position is a row and not a number: rows that come or go before it shift
nothing, and what was skipped is not read. The row is named by its primary key, since a key of
the Persian alphabet is long; a row that is gone is no position any more.
"""

from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet
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


def stretch(rows: QuerySet[Any], asked: QueryDict, *, field: str, size: int) -> Stretch[Any]:
    """The stretch of `rows` that a request's `?after=` or `?before=` asks for.

    `field` is an indexed, non-null text. One query; one more away from the start. Raises
    Http404 for a position that names no row.
    """
    if "before" in asked:
        value, pk = _position(rows, asked["before"], field)
        beyond = Q(**{f"{field}__lt": value}) | Q(**{field: value, "pk__lt": pk})
        found = list(
            rows.filter(beyond, **{f"{field}__lte": value}).order_by(f"-{field}", "-pk")[: size + 1]
        )
        has_previous = len(found) > size
        return Stretch(found[:size][::-1], asked, has_previous=has_previous, has_next=True)
    if "after" in asked:
        value, pk = _position(rows, asked["after"], field)
        beyond = Q(**{f"{field}__gt": value}) | Q(**{field: value, "pk__gt": pk})
        rows = rows.filter(beyond, **{f"{field}__gte": value})
    found = list(rows.order_by(field, "pk")[: size + 1])
    return Stretch(found[:size], asked, has_previous="after" in asked, has_next=len(found) > size)


def with_query(asked: QueryDict, changed: dict[str, object]) -> str:
    """The query of another address of this list: what was asked for, with some of it changed.

    A value of None takes a parameter away; the position goes unless it is given anew, and so
    do fields that were left empty.
    """
    query = QueryDict(mutable=True)
    for name, value in asked.items():
        if value and name not in POSITIONS and name not in changed:
            query[name] = value
    for name, wanted in changed.items():
        if wanted is not None:
            query[name] = str(wanted)
    return f"?{query.urlencode()}"


def _position(rows: QuerySet[Any], text: object, field: str) -> tuple[str, int]:
    """The key of the row that a position names, wherever it stands now."""
    number = to_ascii(str(text))
    if not (number.isascii() and number.isdecimal() and len(number) <= _LONGEST_KEY):
        raise Http404("No such position in this list.")
    found = rows.model._default_manager.filter(pk=int(number)).values_list(field, "pk").first()
    if found is None:
        raise Http404("No such position in this list.")
    return found
