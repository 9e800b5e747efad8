"""Which council, person and seat a line means. Each raises CouncilError beside its column."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext

from wagtail_prcouncil.councils import rules
from wagtail_prcouncil.councils.actions.seating import check_seat
from wagtail_prcouncil.councils.importing.known_days import KnownDay
from wagtail_prcouncil.councils.importing.rows import Home, Place, Rows
from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.councils.rules import CouncilError
from wagtail_prcouncil.councils.states import OFFICERS, SINGLE, Right, Role
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.exchange.columns import LANGUAGES, MOST_LISTED
from wagtail_prcouncil.persian.text import fold


def council_of(said: dict[str, Any], rows: Rows) -> Home:
    """Whether a council is somebody else's or none at all, the line is told the same."""
    homes = rows.homes.get(fold(said["council"]), [])
    if not homes:
        sentence = gettext("There is no council “%(council)s” among those that you keep.")
        raise CouncilError(sentence % {"council": said["council"]}, field="council")
    if len(homes) > 1:
        slugs = "، ".join(home.council.slug for home in homes)
        sentence = gettext("Several councils are called so; write the slug: %(slugs)s")
        raise CouncilError(sentence % {"slugs": slugs}, field="council")
    return homes[0]


def agency_of(said: dict[str, Any], rows: Rows) -> Agency | None:
    code = said.get("agency_code", "")
    if not code:
        return None
    if code not in rows.agencies:
        sentence = gettext("There is no agency “%(code)s” in the directory.")
        raise CouncilError(sentence % {"code": code}, field="agency_code")
    return rows.agencies[code]


def person_of(said: dict[str, Any], rows: Rows, home: Home) -> Person:
    """Of that name in any spelling; with another English name it is somebody else. A new one is not
    stored yet."""
    known = rows.named(said["name"])
    english = fold(said.get("name_en", ""))
    fits = [row for row in known if not english or fold(row.name_en) == english]
    if not fits and len(known) == 1 and not known[0].name_en:
        fits = known
    if len(fits) > 1:
        fits = [row for row in fits if home.seats_somewhere(row)] or fits
    if len(fits) > 1:
        sentence = gettext("Several persons have this name; say which by the name in English.")
        raise CouncilError(sentence, field="name")
    if fits:
        return fits[0]
    if not rows.rights.may_add_persons:
        sentence = gettext("There is nobody of this name, and you may not add persons.")
        raise CouncilError(sentence, field="name")
    names = ("name", "name_en", "honorific_prefix", "honorific_prefix_en")
    return Person(**{name: said.get(name, "") for name in names})


def place_of(
    said: dict[str, Any], agency: Agency | None, since: KnownDay, home: Home, rows: Rows
) -> Place:
    """The seat of that role, agency and label; one that fits none is made."""
    fits = _fitting(said, agency, home)
    there = [place for place in fits if place.seat.span.covers(since.day)]
    fits = there or fits
    if len(fits) > 1:
        raise CouncilError(_which([place.seat for place in fits]), field="seat")
    return fits[0] if fits else _new_place(said, agency, home, rows)


def _fitting(said: dict[str, Any], agency: Agency | None, home: Home) -> list[Place]:
    """Of a chair and a secretary there is one, whoever it is for."""
    role, label = said.get("role", ""), fold(said.get("seat", ""))
    if not role and not label:
        role = Role.MEMBER
    fits = [place for place in home.places if not role or place.seat.role == role]
    if role in SINGLE:
        return fits
    if label:
        fits = [place for place in fits if label in _names(place.seat)]
    if agency is None:
        return fits
    exact = [place for place in fits if place.seat.agency == agency]
    return exact or [place for place in fits if place.seat.agency is None]


def _names(seat: Seat) -> set[str]:
    """A seat without a label is called by its agency or role; in each language, as tables that were
    exported in it have it."""
    shown = {fold(seat.name_in(language)) for language in LANGUAGES}
    return {fold(seat.label), fold(seat.label_en), *shown} - {""}


def _which(seats: list[Seat]) -> str:
    """How to say which of several seats is meant."""
    names = [seat.name_as_read() for seat in seats]
    codes = [seat.agency.code for seat in seats if seat.agency]
    if len(set(names)) == len(seats):
        sentence = gettext("Several seats fit. Write under “%(column)s” which one: %(names)s")
        return sentence % {"column": capfirst(gettext("seat")), "names": _list(names)}
    if len(set(codes)) == len(seats):
        sentence = gettext("Several seats fit. Write under “%(column)s” which one: %(names)s")
        return sentence % {"column": capfirst(gettext("code of the agency")), "names": _list(codes)}
    sentence = gettext("Several seats fit and are called alike. Give them labels first: %(names)s")
    return sentence % {"names": _list(names)}


def _list(names: list[str]) -> str:
    shown = "، ".join(f"«{name}»" for name in names[:MOST_LISTED])
    return shown if len(names) <= MOST_LISTED else f"{shown} …"


def _new_place(said: dict[str, Any], agency: Agency | None, home: Home, rows: Rows) -> Place:
    role = said.get("role") or Role.MEMBER
    if agency is None and role not in OFFICERS:
        sentence = gettext("There is no such seat, and a new one needs the code of its agency.")
        raise CouncilError(sentence, field="agency_code")
    seat = Seat(
        council=home.council,
        agency=agency,
        role=role,
        label=said.get("seat", ""),
        is_voting=agency is not None and role != Role.OBSERVER,
    )
    if seat.label and fold(seat.label) in _names(Seat(agency=agency, role=role)):
        seat.label = ""  # an exported table names each seat, with a label or without
    rows.rights.check(Right.ADD_SEATS, home.council, field="seat")
    rules.check_open(home.council)
    check_seat(seat)
    return Place(seat)
