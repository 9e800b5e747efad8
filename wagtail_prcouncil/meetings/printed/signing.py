"""Who signs that he was there: seat by seat, as recorded, else as the council stands that day."""

from typing import NamedTuple

from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.public.composition import Composition
from wagtail_prcouncil.councils.states import Role
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.states import Presence

GUEST_LINES = 4
"""Empty ones for those who were not expected."""
SIGNING = (Role.CHAIR, Role.SECRETARY)
"""They sign the minutes."""


class Signer(NamedTuple):
    """A seat, who is expected in it, and for whom; nobody in a vacant one."""

    council_id: int
    seat: Seat
    agency: Agency | None
    person: Person | None

    @property
    def body(self) -> Agency | None:
        """The agency, where the seat is not called after it anyway."""
        is_said = self.agency is not None and self.seat.name_in("fa") == self.agency.name_in("fa")
        return None if is_said else self.agency


class Bench(NamedTuple):
    """Those of one council; `council` is empty where one council alone meets."""

    council: str
    signers: list[Signer]


def benches(meeting: Meeting) -> list[Bench]:
    """The council that leads first."""
    others = [row.council for row in meeting.organisers.select_related("council").order_by("pk")]
    councils = [meeting.council, *others]
    known = _recorded(meeting)
    found = []
    for council in councils:
        signers = [one for one in known if one.council_id == council.pk]
        signers = signers or _expected(meeting, council)
        found.append(Bench(council.title if others else "", signers))
    return found


def signatories(meeting: Meeting) -> list[Signer]:
    """Chair and secretary of the council that leads."""
    return [one for one in benches(meeting)[0].signers if one.seat.role in SIGNING]


def _recorded(meeting: Meeting) -> list[Signer]:
    rows = meeting.attendances.exclude(presence=Presence.GUEST).with_people().order_by("pk")
    return [
        Signer(row.seat.council_id, row.seat, row.agency, row.represented_by or row.person)
        for row in rows
        if row.seat is not None
    ]


def _expected(meeting: Meeting, council: CouncilPage) -> list[Signer]:
    """As the council stands on the day of the meeting, or today where nobody knows the day."""
    composition = Composition(council, meeting.day or today())
    return [
        Signer(
            council.pk,
            one.seat,
            one.holders[0].on_behalf_of if one.holders else one.seat.agency,
            one.holders[0].person if one.holders else None,
        )
        for one in composition.sittings
    ]
