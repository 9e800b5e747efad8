"""A council as Popolo JSON: what other systems read (popoloproject.com: Organization, Post,
Membership, Person).

Fields are those of the specification and no others; what has no value is left out. A seat is a
post, an appointment a membership. Ids: the key that a council's translations share; codes of
agencies; numbers of seats, appointments and persons. Names are Persian, English ones stand beside
them. Of a day that is not known exactly its Gregorian month or year is given.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from wagtail_prcouncil.councils.models.appointment import Appointment
from wagtail_prcouncil.councils.models.seat import Seat
from wagtail_prcouncil.councils.public.known_days import in_popolo
from wagtail_prcouncil.directory.models import Agency, Person

if TYPE_CHECKING:
    from wagtail_prcouncil.councils.models.page import CouncilPage


def document(council: "CouncilPage", council_url: str) -> dict[str, Any]:
    """All of an original and of what hangs on it; `council_url` is its full address. Five queries,
    however many sat there."""
    seats = list(council.seats.in_order().select_related("agency"))
    rows = Appointment.objects.of_council(council).latest_first()
    stays = list(rows.select_related("person", "agency", "seat__agency"))
    persons = {stay.person_id: stay.person for stay in stays}
    agencies = {one.pk: one for one in _agencies(council, seats, stays)}
    above = (agency(row) for row in sorted(agencies.values(), key=lambda row: row.code))
    key = str(council.translation_key)
    return {
        "organizations": [organization(council, council_url), *above],
        "posts": [post(seat, key) for seat in seats],
        "memberships": [membership(stay, key) for stay in stays],
        "persons": [person(one) for _key, one in sorted(persons.items())],
    }


def organization(council: "CouncilPage", council_url: str) -> dict[str, Any]:
    """Popolo Organization."""
    ways = {
        "voice": council.telephone,
        "email": council.email,
        "address": council.secretariat_address,
    }
    return _filled(
        {
            "id": str(council.translation_key),
            "name": council.title,
            "other_names": [{"name": council.short_name}] if council.short_name else [],
            "classification": "council",
            "parent_id": council.sector.code if council.sector else None,
            "area_id": council.province.code if council.province else None,
            "abstract": council.summary,
            "founding_date": council.founded_on and council.founded_on.isoformat(),
            "dissolution_date": council.closed_on and council.closed_on.isoformat(),
            "contact_details": [{"type": kind, "value": way} for kind, way in ways.items() if way],
            "links": [{"url": council_url}],
        }
    )


def agency(row: Agency) -> dict[str, Any]:
    """Popolo Organization, as short as it can be: the register has all of it."""
    return _filled({"id": row.code, "name": row.name, "other_names": _english(row.name_en)})


def post(seat: Seat, council_id: str) -> dict[str, Any]:
    """Popolo Post."""
    return _filled(
        {
            "id": str(seat.pk),
            "label": seat.name_in("fa"),
            "other_label": seat.label_en,
            "role": seat.role,
            "organization_id": council_id,
            "start_date": seat.since and seat.since.isoformat(),
            "end_date": seat.until and seat.until.isoformat(),
        }
    )


def membership(stay: Appointment, council_id: str) -> dict[str, Any]:
    """Popolo Membership: `role` is the capacity in which somebody fills the post."""
    behalf = stay.on_behalf_of
    return _filled(
        {
            "id": str(stay.pk),
            "label": stay.title_in("fa"),
            "role": stay.capacity,
            "person_id": str(stay.person_id),
            "organization_id": council_id,
            "post_id": str(stay.seat_id),
            "on_behalf_of_id": behalf.code if behalf else None,
            "start_date": in_popolo(stay.since, stay.since_precision),
            "end_date": in_popolo(stay.until, stay.until_precision),
        }
    )


def person(row: Person) -> dict[str, Any]:
    """Popolo Person."""
    return _filled(
        {
            "id": str(row.pk),
            "name": row.name,
            "other_names": _english(row.name_en),
            "honorific_prefix": row.honorific_prefix,
        }
    )


def _agencies(
    council: "CouncilPage", seats: Iterable[Seat], stays: Iterable[Appointment]
) -> Iterable[Agency]:
    """Those that an id of the document leads to."""
    named = [council.sector, *(seat.agency for seat in seats), *(one.agency for one in stays)]
    return [row for row in named if row is not None]


def _english(name: str) -> list[dict[str, str]]:
    return [{"name": name, "note": "English"}] if name else []


def _filled(described: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in described.items() if value}
