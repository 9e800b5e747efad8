"""Items of an agenda as they are read: what is part of an item follows it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from wagtail_prcouncil.meetings.models.agenda import AgendaItem
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.persian.digits import to_ascii, to_persian


class Placed(NamedTuple):
    """An item and how deep it stands: 0 is that of an item that is part of none."""

    item: AgendaItem
    depth: int


def as_read(items: Iterable[AgendaItem]) -> list[Placed]:
    """`items` are those of one agenda, in order among their equals."""
    below = by_parent(items)
    return list(_below(None, 0, below))


def by_parent(items: Iterable[AgendaItem]) -> Mapping[int | None, list[AgendaItem]]:
    """Under the key of what they are part of; None for the others."""
    found: defaultdict[int | None, list[AgendaItem]] = defaultdict(list)
    for item in items:
        found[item.parent_id].append(item)
    return found


def parts_of(item: AgendaItem) -> list[AgendaItem]:
    """What is part of the item, and what is part of that."""
    below = by_parent(item.meeting.items.in_order())
    return [placed.item for placed in _below(item.pk, 0, below)]


def levels_below(item: AgendaItem) -> int:
    """How many levels of parts an item has; 0 for one without parts, and for a new one."""
    if item.pk is None:
        return 0
    below = by_parent(item.meeting.items.in_order())
    return max((placed.depth + 1 for placed in _below(item.pk, 0, below)), default=0)


def proposed_label(meeting: Meeting, parent: AgendaItem | None) -> str:
    """The number that a new item would have: «۳», «۲-۱»; in the digits of the original."""
    count = meeting.items.filter(parent=parent).count() + 1
    told = f"{parent.label}-{count}" if parent and parent.label else str(count)
    is_persian = meeting.page.locale.language_code.startswith("fa")
    return to_persian(told) if is_persian else told


def label_here(label: str, meeting: Meeting, parent: AgendaItem | None) -> str:
    """Of an item that comes from another agenda: a number is the next one here, any other sign
    stays as it is."""
    is_number = to_ascii(label).replace("-", "").isdigit()
    return proposed_label(meeting, parent) if is_number else label


def _below(
    key: int | None, depth: int, below: Mapping[int | None, list[AgendaItem]]
) -> Iterator[Placed]:
    for item in below.get(key, ()):
        yield Placed(item, depth)
        yield from _below(item.pk, depth + 1, below)
