"""Who sits in a council on a day: every seat there is, with whoever holds it."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Prefetch, Q, Subquery
from wagtail.images import get_image_model

from wagtail_prcouncil.councils.models.appointment import Appointment, AppointmentQuerySet
from wagtail_prcouncil.councils.models.seat import Seat, SeatQuerySet
from wagtail_prcouncil.councils.public.tenures import with_first_day
from wagtail_prcouncil.councils.spans import ONE_DAY
from wagtail_prcouncil.councils.states import HOLDING, OFFICERS, Precision
from wagtail_prcouncil.ui.renditions import FACE

if TYPE_CHECKING:
    from wagtail_prcouncil.councils.models.page import CouncilPage


@dataclass(slots=True)
class Sitting:
    """A seat and who is in it; `holders` is empty for a vacant one, and has two in a year of which
    nothing more is known than that one followed the other. `vacant_since` is None where that is not
    known; `vacant_precision` says how exactly it is."""

    seat: Seat
    holders: list[Appointment] = field(default_factory=list)
    substitutes: list[Appointment] = field(default_factory=list)
    vacant_since: dt.date | None = None
    vacant_precision: str = Precision.DAY

    @property
    def is_vacant(self) -> bool:
        return not self.holders


def with_faces(stays: AppointmentQuerySet) -> AppointmentQuerySet:
    """With persons and their pictures in the size that lists show."""
    rendition = get_image_model().get_rendition_model()
    files = rendition.objects.filter(filter_spec__in=FACE.specs)
    # The attribute is the one that Wagtail's own `prefetch_renditions` fills.
    link = Prefetch("person__photo__renditions", files, to_attr="prefetched_renditions")
    return stays.select_related("person__photo").prefetch_related(link)


class Composition:
    """Of a council's original on a day. Two queries, and one more for pictures of persons, however
    many sat there before. `officers_since` brings along who held the offices since that day."""

    def __init__(
        self, council: "CouncilPage", day: dt.date, *, officers_since: dt.date | None = None
    ) -> None:
        self.council, self.day = council, day
        self._since = officers_since or day

    @property
    def sittings(self) -> list[Sitting]:
        """In the order of the council's page."""
        return self._read[0]

    @property
    def officers(self) -> list[Appointment]:
        """Who held the offices there are, the earliest first: since the day that was said, or on
        this day alone."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[list[Sitting], list[Appointment]]:
        if self.council.pk is None:
            return [], []  # a page that is being made, in its preview
        there = with_first_day(self.council.seats.on(self.day))
        seats = _with_last_holder(there, self.day)
        sittings = {seat.pk: Sitting(seat) for seat in seats.in_order().select_related("agency")}
        officers = []
        for row in self._stays():
            sitting = sittings.get(row.seat_id)
            if sitting is None:
                continue
            row.seat = sitting.seat
            if row.seat.role in OFFICERS and row.capacity in HOLDING:
                officers.append(row)
            if row.span.covers(self.day):
                into = sitting.holders if row.capacity in HOLDING else sitting.substitutes
                into.append(row)
        for one in sittings.values():
            if one.is_vacant:
                one.vacant_since, one.vacant_precision = _free_since(one.seat)
        return list(sittings.values()), officers

    def _stays(self) -> AppointmentQuerySet:
        """Those of the day, and those of officers since the day that was said."""
        of_officers = Q(seat__role__in=OFFICERS, capacity__in=HOLDING, until__gte=self._since)
        ends = Q(until=None) | Q(until__gte=self.day) | of_officers
        rows = Appointment.objects.of_council(self.council).filter(ends, since__lte=self.day)
        return with_faces(rows.order_by("since", "pk")).select_related("agency")

    @property
    def vacancies(self) -> list[Sitting]:
        return [sitting for sitting in self.sittings if sitting.is_vacant]

    @cached_property
    def voting_seats(self) -> int:
        """Vacant ones included: of these the quorum is counted."""
        return sum(sitting.seat.is_voting for sitting in self.sittings)

    def by_agency(self) -> dict[int | None, list[Sitting]]:
        """Sittings by the key of the agency for which somebody sits, or to which the seat
        belongs."""
        found: defaultdict[int | None, list[Sitting]] = defaultdict(list)
        for sitting in self.sittings:
            whose = sitting.holders[0].on_behalf_of if sitting.holders else sitting.seat.agency
            found[whose.pk if whose else None].append(sitting)
        return found


def _with_last_holder(seats: SeatQuerySet, day: dt.date) -> SeatQuerySet:
    """With the last day of whoever held a seat before that day, and how exactly it is known."""
    before = Appointment.objects.holding().filter(seat=OuterRef("pk"), until__lt=day)
    latest = before.order_by("-until")
    return seats.annotate(
        last_until=Subquery(latest.values("until")[:1]),
        last_precision=Subquery(latest.values("until_precision")[:1]),
    )


def _free_since(seat: Any) -> tuple[dt.date | None, str]:
    """From the day after; where only the month or year of the end is known, from then on."""
    last, precision = seat.last_until, seat.last_precision or Precision.DAY
    if last is None or precision != Precision.DAY:
        return last or seat.since, precision
    return last + ONE_DAY, precision
