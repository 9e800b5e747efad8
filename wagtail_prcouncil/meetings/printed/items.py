"""The agenda as it is printed: one item below the other, parts further in."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wagtail_prcouncil.meetings.models.agenda import AgendaItem
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.nesting import as_read
from wagtail_prcouncil.meetings.public.agendas import Item
from wagtail_prcouncil.meetings.seen import seen_by
from wagtail_prcouncil.meetings.states import Visibility

DEEPEST = 2
"""Items further down stand as far in as these."""


class PrintedItem(NamedTuple):
    """An item. `words` has title and English title; `row` is what else is told of it, None of a
    closed one; `note` says who reads of it, empty where everybody does."""

    label: str
    words: AgendaItem | Item
    row: AgendaItem | None
    kind: str
    minutes_allotted: int | None
    depth: int
    note: str = ""


def for_members(meeting: Meeting) -> list[PrintedItem]:
    """All items as they stand, final or not. One query."""
    rows = list(meeting.items.in_order().select_related("agency", "presenter"))
    seen = seen_by(rows)
    return [
        PrintedItem(
            row.label,
            row,
            row,
            str(row.get_kind_display()),
            row.minutes_allotted,
            min(depth, DEEPEST),
            "" if seen[row.pk] == Visibility.PUBLIC else str(Visibility(seen[row.pk]).label),
        )
        for row, depth in as_read(rows)
    ]


def for_readers(items: Iterable[Item], depth: int = 0) -> Iterator[PrintedItem]:
    """Those of the edition that holds, as its readers see them."""
    for item in items:
        note = str(Visibility.CLOSED.label) if item.is_closed else ""
        yield PrintedItem(
            item.label,
            item,
            item.row,
            str(item.kind.label),
            item.minutes_allotted,
            min(depth, DEEPEST),
            note,
        )
        yield from for_readers(item.parts, depth + 1)
