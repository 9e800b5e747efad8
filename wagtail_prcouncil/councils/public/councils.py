"""The councils of a list as readers find them: by level, those of provinces by province."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from wagtail_prcouncil.councils.models.appointment import Appointment
from wagtail_prcouncil.councils.models.queryset import council_pages
from wagtail_prcouncil.councils.models.seat import Seat, today
from wagtail_prcouncil.councils.states import Level, Role
from wagtail_prcouncil.directory.models import Person

if TYPE_CHECKING:
    from wagtail_prcouncil.councils.models.index import CouncilIndexMixin
    from wagtail_prcouncil.councils.models.page import CouncilPage


@dataclass(frozen=True, slots=True)
class Entry:
    """A council in a list: its page in the reader's language, and what its original says of it."""

    page: "CouncilPage"
    facts: "CouncilPage"
    seats: int = 0
    vacant: int = 0
    chair: Person | None = None

    @property
    def order(self) -> tuple[str, str]:
        """By province, and in it as editors have put them."""
        province = self.facts.province
        return province.sort_key if province else "", self.page.path


@dataclass(frozen=True, slots=True)
class Group:
    """Councils of one level, or those that have ended (`level` is empty)."""

    level: str
    label: str
    entries: list[Entry]


class CouncilList:
    """Readable councils right below a list. Four queries, however many there are."""

    def __init__(self, index: "CouncilIndexMixin") -> None:
        self.index = index

    @cached_property
    def groups(self) -> list[Group]:
        """Levels that have councils, the widest first; what has ended at the end."""
        open_ = [one for one in self.entries if one.facts.closed_on is None]
        found = [
            Group(level, str(level.label), [one for one in open_ if one.facts.level == level])
            for level in Level
        ]
        ended = [one for one in self.entries if one.facts.closed_on is not None]
        return [group for group in (*found, Group("", "", ended)) if group.entries]

    @cached_property
    def entries(self) -> list[Entry]:
        pages = council_pages().readable().right_below(self.index).without_aliases()
        shown = list(pages.order_by("path").select_related("province"))
        keys = [page.translation_key for page in shown]
        facts, counts, chairs = _originals(keys), _counts(keys), _chairs(keys)
        found = [
            Entry(
                page,
                facts.get(page.translation_key, page),
                *counts.get(page.translation_key, (0, 0)),
                chair=chairs.get(page.translation_key),
            )
            for page in shown
        ]
        return sorted(found, key=lambda one: one.order)


def _originals(keys: Iterable[UUID]) -> "dict[UUID, CouncilPage]":
    """By translation key."""
    group = council_pages().readable().filter(translation_key__in=keys, alias_of=None)
    found: dict[UUID, CouncilPage] = {}
    for page in group.original_first().select_related("province"):
        found.setdefault(page.translation_key, page)
    return found


def _counts(keys: Iterable[UUID]) -> dict[Any, tuple[int, int]]:
    """Seats of today, and how many of them are vacant."""
    held = Appointment.objects.current().holding().filter(seat=OuterRef("pk"))
    seats = Seat.objects.readable().on(today()).filter(council__translation_key__in=keys)
    rows = seats.annotate(is_held=Exists(held)).order_by().values_list("council__translation_key")
    counted = rows.annotate(all=Count("pk"), vacant=Count("pk", filter=Q(is_held=False)))
    return {key: (all_, vacant) for key, all_, vacant in counted}


def _chairs(keys: Iterable[UUID]) -> dict[UUID, Person]:
    """Who heads a council today."""
    rows = (
        Appointment.objects.readable()
        .current()
        .holding()
        .filter(seat__role=Role.CHAIR, seat__council__translation_key__in=keys)
    )
    return {
        row.seat.council.translation_key: row.person
        for row in rows.select_related("person", "seat__council")
    }
