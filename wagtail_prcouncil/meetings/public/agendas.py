"""The agenda as it was published, and its earlier editions.

What readers see is the last edition: what a secretary has changed since then goes out with the
next one. Of a closed item the title is told and nothing else, of a member's nothing at all; who
reads of an item is asked of the edition and of today, whichever tells less.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from wagtail_prcouncil.meetings.models.agenda import AgendaEdition, AgendaItem, ItemDocument
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.seen import seen_by, strictest
from wagtail_prcouncil.meetings.states import PRINTED, ItemKind, Outcome, Visibility


@dataclass
class Item:
    """An item as an edition has it; `row` is what is known of it today, None once it is gone."""

    pk: int
    label: str
    kind: ItemKind
    title: str
    title_en: str
    minutes_allotted: int | None
    is_closed: bool
    row: AgendaItem | None = None
    documents: list[ItemDocument] = field(default_factory=list)
    parts: list["Item"] = field(default_factory=list)

    @property
    def outcome(self) -> Outcome | None:
        """Said of public items that were dealt with."""
        if self.row is None or self.is_closed or self.row.outcome == Outcome.PENDING:
            return None
        return Outcome(self.row.outcome)


class Agenda:
    """Of one meeting, as its readers may see it. Three queries."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting

    @cached_property
    def editions(self) -> list[AgendaEdition]:
        """The latest first; none before the agenda is published."""
        if self.meeting.agenda_status not in PRINTED:
            return []
        return list(self.meeting.editions.order_by("-number"))

    @property
    def edition(self) -> AgendaEdition | None:
        """The one that holds."""
        return next(iter(self.editions), None)

    @property
    def earlier(self) -> list[AgendaEdition]:
        return self.editions[1:]

    @cached_property
    def rows(self) -> Mapping[int, AgendaItem]:
        """What is known of the items today, by key; those for members alone, too."""
        rows = self.meeting.items.in_order().select_related("agency", "presenter")
        return {row.pk: row for row in rows}

    @cached_property
    def items(self) -> list[Item]:
        """Those of the edition that holds; parts below what they are part of."""
        return self.items_of(self.edition) if self.edition else []

    @property
    def minutes_allotted(self) -> int:
        """Of all items together; 0 where nobody said."""
        return sum(item.minutes_allotted or 0 for item in self.items)

    def items_of(self, edition: AgendaEdition) -> list[Item]:
        below: defaultdict[int | None, list[Mapping[str, Any]]] = defaultdict(list)
        for told in edition.items:
            below[told["parent"]].append(told)
        return list(self._shown(below[None], below))

    def item(self, key: int | None) -> Item | None:
        """One that readers know of, wherever it stands."""
        return self._by_key.get(key) if key else None

    def is_open(self, key: int) -> bool:
        """Whether readers know of an item, and more of it than its title."""
        found = self.item(key)
        return found is not None and not found.is_closed

    @cached_property
    def _by_key(self) -> dict[int, Item]:
        return {item.pk: item for item in _flat(self.items)}

    @cached_property
    def _seen(self) -> Mapping[int, str]:
        """Who reads of each item today, as it stands today: one that was put below a closed item
        since it was published is closed with it."""
        return seen_by(self.rows.values())

    @cached_property
    def _documents(self) -> dict[int, list[ItemDocument]]:
        """By item; those of closed ones, too, which are asked for no more than the items."""
        found: defaultdict[int, list[ItemDocument]] = defaultdict(list)
        for row in ItemDocument.objects.filter(item__in=self.rows).order_by("pk"):
            found[row.item_id].append(row)
        return dict(found)

    def _shown(
        self,
        told: Iterable[Mapping[str, Any]],
        below: Mapping[int | None, list[Mapping[str, Any]]],
    ) -> Iterable[Item]:
        for one in told:
            row = self.rows.get(one["id"])
            seen = strictest(one["visibility"], self._seen.get(one["id"], one["visibility"]))
            if seen == Visibility.MEMBERS:
                continue
            shown = _item(one, row, is_closed=seen == Visibility.CLOSED)
            if not shown.is_closed:
                shown.documents = self._documents.get(shown.pk, [])
                shown.parts = list(self._shown(below.get(one["id"], []), below))
            yield shown


def _item(told: Mapping[str, Any], row: AgendaItem | None, *, is_closed: bool) -> Item:
    return Item(
        pk=told["id"],
        label=told["label"],
        kind=ItemKind(told["kind"]),
        title=told["title"],
        title_en=told["title_en"],
        minutes_allotted=None if is_closed else told["minutes_allotted"],
        is_closed=is_closed,
        row=None if is_closed else row,
    )


def _flat(items: Iterable[Item]) -> Iterable[Item]:
    for item in items:
        yield item
        yield from _flat(item.parts)
