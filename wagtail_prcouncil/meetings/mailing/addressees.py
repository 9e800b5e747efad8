"""Whom mail of meetings goes to: a council's mailing list, and an agency's own address for what
concerns that agency where the list names nobody of it."""

from collections.abc import Collection, Iterable
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.models import Assignment, Meeting, Organiser, Recipient

RECIPIENT, AGENCY = "r", "a"


class Addressee(NamedTuple):
    """Where one mail goes. `key` names him without his address: "r12" is a recipient, "a5" an
    agency. A member sits in the council, or stands for who does."""

    key: str
    email: str
    language: str
    is_member: bool


def of_meeting(meeting: Meeting) -> list[Addressee]:
    """All on the lists of the councils that organise it, each address once. Two queries."""
    rows = Recipient.objects.of_councils(_councils([meeting])[meeting.pk]).for_everything()
    return _once(rows)


def of_newcomers(meeting: Meeting, before: Collection[UUID]) -> list[Addressee]:
    """Those on the lists of councils that organise it now and did not `before` (keys that their
    languages share), less the addresses on the lists of these. Three queries."""
    now = set(_councils([meeting])[meeting.pk])
    kept, joining = now & set(before), now - set(before)
    if not joining:
        return []
    everybody = Recipient.objects.for_everything()
    known = {row.email.lower() for row in everybody.of_councils(kept)}
    rows = [row for row in everybody.of_councils(joining) if row.email.lower() not in known]
    return _once(rows)


def councils_of(meeting: Meeting) -> Collection[UUID]:
    """Those that organise it, by the key that their languages share."""
    return _councils([meeting])[meeting.pk]


def of_recipient(row: Recipient) -> Addressee:
    return Addressee(f"{RECIPIENT}{row.pk}", row.email, row.language, row.seat_id is not None)


class Desks:
    """Who is asked for what concerns an agency in a meeting, for many at once. Two queries for the
    lists, however many meetings and agencies."""

    def __init__(self, meetings: Iterable[Meeting], *, heads: bool = False) -> None:
        self._councils = _councils(meetings)
        keys = {key for found in self._councils.values() for key in found}
        rows = Recipient.objects.of_councils(keys).exclude(seat=None)
        rows = rows.heads() if heads else rows.for_everything()
        self._rows = list(rows.select_related("seat", "council").order_by("pk"))

    def of(self, meeting: Meeting, agency: Agency, seat_id: int | None = None) -> list[Addressee]:
        """Those of the seat, where one is named and the list has it; else those of the agency's
        seats; else the agency's own address, where there is one."""
        councils = self._councils[meeting.pk]
        rows = [
            row
            for row in self._rows
            if row.council.translation_key in councils
            and row.seat is not None
            and row.seat.agency_id == agency.pk
        ]
        return (
            _once(row for row in rows if row.seat_id == seat_id)
            or _once(rows)
            or _own_address(agency)
        )

    def of_assignment(self, row: Assignment) -> list[Addressee]:
        return self.of(row.meeting, row.agency, row.seat_id)


def _own_address(agency: Agency) -> list[Addressee]:
    """It is public, and no member's."""
    if not agency.email:
        return []
    return [Addressee(f"{AGENCY}{agency.pk}", agency.email, settings.LANGUAGE_CODE, False)]


def _councils(meetings: Iterable[Meeting]) -> dict[int, Collection[UUID]]:
    """Of each meeting the councils that organise it, by the key that their languages share."""
    found = {one.pk: {one.council.translation_key} for one in meetings}
    beside = Organiser.objects.filter(meeting__in=found).order_by()
    for key, council in beside.values_list("meeting", "council__translation_key"):
        found[key].add(council)
    return dict(found)


def _once(rows: Iterable[Recipient]) -> list[Addressee]:
    """Each address once; where it stands for a seat, as a member's."""
    found: dict[str, Addressee] = {}
    for row in sorted(rows, key=lambda row: (row.seat_id is None, row.pk)):
        found.setdefault(row.email.lower(), of_recipient(row))
    return list(found.values())
