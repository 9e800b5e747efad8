"""What there is before an import: the councils that a user keeps, with seats, stays and persons."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext

from wagtail_prcouncil.councils.actions.appointing import Letter
from wagtail_prcouncil.councils.actions.locking import lock_in_order
from wagtail_prcouncil.councils.models import Appointment, CouncilPage, Seat
from wagtail_prcouncil.councils.rules import CouncilError, Stay
from wagtail_prcouncil.councils.scopes import Scope, scope_of, within
from wagtail_prcouncil.councils.states import HOLDING, Right
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.persian.text import fold

ADD_PERSONS = "prcouncil_directory.add_person"


@dataclass
class Held:
    """Somebody in a seat: in the database (`row`), or as a line of the file has it (`letter`)."""

    person: Person
    stay: Stay
    row: Appointment | None = None
    letter: Letter | None = None
    line: int = 0


@dataclass
class Place:
    """A seat with who sat there; not stored yet where a line would make it."""

    seat: Seat
    stays: list[Held] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        return self.seat.pk is None


@dataclass
class Home:
    """A council with its seats."""

    council: CouncilPage
    places: list[Place] = field(default_factory=list)

    def votes_elsewhere(self, person: Person, place: Place) -> list[Stay]:
        """Where and when the person has a vote in other seats, named by the seat."""
        return [
            held.stay._replace(name=other.seat.name_as_read())
            for other in self.places
            if other is not place and other.seat.is_voting
            for held in other.stays
            if held.person is person and held.stay.capacity in HOLDING
        ]

    def know(self, place: Place) -> None:
        """A seat that a line would make; lines after it find it."""
        if not any(place is other for other in self.places):
            self.places.append(place)

    def seats_somewhere(self, person: Person) -> bool:
        return any(held.person is person for place in self.places for held in place.stays)


class Rights:
    """What a user may in which council; all of it for a command."""

    def __init__(self, by: AbstractBaseUser | None) -> None:
        self.by = by
        self._scopes: dict[Right, Scope] = {}

    def scope(self, right: Right) -> Scope:
        if self.by is None:
            return Scope(everything=True)
        if right not in self._scopes:
            self._scopes[right] = scope_of(self.by, right)
        return self._scopes[right]

    def check(self, right: Right, council: CouncilPage, *, field: str) -> None:
        if not self.scope(right).covers(council):
            raise CouncilError(gettext("You may not do this in this council."), field=field)

    @property
    def may_add_persons(self) -> bool:
        return self.by is None or bool(self.by.has_perm(ADD_PERSONS))


@dataclass
class Rows:
    """By what lines call them. A fixed number of queries, however many lines there are."""

    rights: Rights
    homes: dict[str, list[Home]]
    agencies: dict[str, Agency]
    persons: dict[str, list[Person]]

    @classmethod
    def read(
        cls,
        said: Iterable[dict[str, Any]],
        by: AbstractBaseUser | None,
        *,
        is_locked: bool = False,
    ) -> Self:
        """`is_locked` keeps others out of these councils until the transaction ends, before
        anything else of them is read."""
        values = list(said)
        rights = Rights(by)
        named = {fold(line["council"]) for line in values if line.get("council")}
        homes = _homes(named, rights, is_locked=is_locked)
        persons = _persons({fold(line["name"])[:200] for line in values if line.get("name")})
        codes = {line["agency_code"] for line in values if line.get("agency_code")}
        agencies = Agency.objects.filter(code__in=codes)
        by_key = {home.council.pk: home for found in homes.values() for home in found}
        _fill(by_key, {row.pk: row for rows in persons.values() for row in rows})
        return cls(rights, homes, {row.code: row for row in agencies}, persons)

    def named(self, name: str) -> list[Person]:
        return self.persons.get(fold(name)[:200], [])

    def know(self, person: Person) -> None:
        """Whom a line would add; lines after it mean the same one."""
        known = self.persons.setdefault(fold(person.name)[:200], [])
        if not any(person is other for other in known):
            known.append(person)


def _persons(names: set[str]) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = defaultdict(list)
    for person in Person.objects.filter(folded_name__in=names).order_by("pk"):
        found[person.folded_name].append(person)
    return found


def _homes(named: set[str], rights: Rights, *, is_locked: bool) -> dict[str, list[Home]]:
    """Councils by slug, name and short name, folded."""
    kept = within(CouncilPage.objects.originals(), rights.scope(Right.APPOINT))
    called = [council for council in kept if _names(council) & named]
    if is_locked:
        called = lock_in_order(council.pk for council in called)
    homes: dict[str, list[Home]] = defaultdict(list)
    for council in called:
        home = Home(council)
        for key in _names(council) & named:
            homes[key].append(home)
    return homes


def _names(council: CouncilPage) -> set[str]:
    return {fold(council.slug), fold(council.title), fold(council.short_name)} - {""}


def _fill(homes: dict[int, Home], persons: dict[int, Person]) -> None:
    """One object for each person, so that two stays of one are known to be."""
    places: dict[int, Place] = {}
    for seat in Seat.objects.filter(council__in=homes).in_order().select_related("agency"):
        home = homes[seat.council_id]
        seat.council = home.council
        places[seat.pk] = Place(seat)
        home.places.append(places[seat.pk])
    stays = Appointment.objects.filter(seat__council__in=homes).select_related("person", "agency")
    for row in stays.order_by("since", "pk"):
        place = places[row.seat_id]
        row.seat = place.seat
        row.person = persons.setdefault(row.person_id, row.person)
        stay = Stay(row.person.name_as_read(), row.capacity, row.span, row.person)
        place.stays.append(Held(row.person, stay, row))
