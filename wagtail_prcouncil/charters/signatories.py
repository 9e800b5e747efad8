"""Who could be asked to sign a version: those who sit for agencies of which nobody has signed."""

from collections.abc import Iterable
from typing import NamedTuple

from wagtail_prcouncil.charters.actions.signing import council_keys
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.directory.models import Agency, Person


class Candidate(NamedTuple):
    """An agency, whoever speaks for it, and the agency's own address, where it has one. `key` is
    that of the appointment."""

    key: int
    agency: Agency
    person: Person
    email: str


def candidates(version: CharterVersion) -> list[Candidate]:
    """One for each agency that sits in the charter's councils, by name; without those that have
    signed and those that are invited. Three queries, however many there are."""
    rows = Appointment.objects.holding().current()
    rows = rows.filter(seat__council__translation_key__in=council_keys(version.charter))
    needed = ("person", "agency", "seat__agency")
    done = _done(version)
    found: dict[int, Candidate] = {}
    for row in rows.select_related(*needed).order_by("since", "pk"):
        agency = row.agency or row.seat.agency
        if agency is not None and agency.pk not in done:
            found.setdefault(agency.pk, Candidate(row.pk, agency, row.person, agency.email))
    return sorted(found.values(), key=lambda one: (one.agency.sort_key, one.agency.pk))


def _done(version: CharterVersion) -> set[int]:
    signed: Iterable[int] = version.signatures.standing().values_list("agency", flat=True)
    asked: Iterable[int] = version.invitations.open().values_list("agency", flat=True)
    return {*signed, *asked}
