"""Who came: filled in from who sits there that day, then put right by the secretary."""

from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.public.composition import Composition, Sitting
from wagtail_prcouncil.directory.models import Person
from wagtail_prcouncil.meetings.actions import counting
from wagtail_prcouncil.meetings.actions.locking import allowed, check_writable, save
from wagtail_prcouncil.meetings.caches import forget_after_commit
from wagtail_prcouncil.meetings.models import Attendance, Meeting
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import MeetingError
from wagtail_prcouncil.meetings.states import Presence, Status


class Mark(NamedTuple):
    """What the secretary says of one seat."""

    presence: str
    represented_by: Person | None = None


class Guest(NamedTuple):
    """Somebody who came without a seat; of the register, or by name."""

    person: Person | None = None
    name: str = ""
    title: str = ""
    title_en: str = ""
    body: str = ""


def prefill(meeting: Meeting, *, version: int, by: AbstractBaseUser | None = None) -> Meeting:
    """A line for each seat that there is on the day of the meeting, in all organising councils,
    held or vacant: present where somebody holds it, absent where nobody does. Lines that are there
    stay as they are."""
    with transaction.atomic():
        fresh = allowed(meeting, by, Right.CHANGE, version=version)
        check_writable(fresh)
        if fresh.day is None:
            raise MeetingError(gettext("Say when it begins."), field="starts_at")
        known = set(fresh.attendances.of_seats().values_list("seat_id", flat=True))
        made = [
            line
            for council in councils_of(fresh)
            for sitting in Composition(council, fresh.day).sittings
            if (line := _line(fresh, sitting)).seat_id not in known
        ]
        Attendance.objects.bulk_create(made)
        _note(fresh, by, "prefill_attendance", {"lines": len(made)})
    return fresh


def record(
    meeting: Meeting,
    marks: dict[int, Mark],
    *,
    version: int,
    by: AbstractBaseUser | None = None,
) -> Meeting:
    """What the secretary says of seats, by the key of the attendance. Raises MeetingError whose
    `field` is `presence-<key>` or `represented_by-<key>`."""
    with transaction.atomic():
        fresh = allowed(meeting, by, Right.CHANGE, version=version)
        check_writable(fresh)
        lines = {line.pk: line for line in fresh.attendances.of_seats()}
        for key, mark in marks.items():
            if key in lines:
                _mark(lines[key], mark)
        Attendance.objects.bulk_update(lines.values(), ["presence", "represented_by"])
        if fresh.status in (Status.HELD, Status.CLOSED):
            counting.note_quorum(fresh)
        _note(fresh, by, "record_attendance", {"lines": len(marks)})
    return fresh


def add_guest(
    meeting: Meeting, guest: Guest, *, version: int, by: AbstractBaseUser | None = None
) -> Attendance:
    """Somebody came who has no seat. Raises MeetingError where nobody is named."""
    with transaction.atomic():
        fresh = allowed(meeting, by, Right.CHANGE, version=version)
        check_writable(fresh)
        if guest.person is None and not guest.name.strip():
            raise MeetingError(gettext("Choose a person, or write a name."), field="name")
        made = Attendance.objects.create(meeting=fresh, presence=Presence.GUEST, **guest._asdict())
        _note(fresh, by, "add_guest", {"attendance": made.pk})
    return made


def remove_guest(guest: Attendance, *, version: int, by: AbstractBaseUser | None = None) -> Meeting:
    """It was a slip. Refused once the meeting was held: who came is evidence."""
    with transaction.atomic():
        fresh = allowed(guest.meeting, by, Right.CHANGE, version=version)
        if fresh.is_over:
            raise MeetingError(gettext("It was held: whoever came stays in its history."))
        fresh.attendances.guests().filter(pk=guest.pk).delete()
        _note(fresh, by, "remove_guest", {"attendance": guest.pk})
    return fresh


def councils_of(meeting: Meeting) -> Iterable[CouncilPage]:
    """The one that leads first."""
    others = meeting.organisers.select_related("council").order_by("pk")
    return [meeting.council, *(row.council for row in others)]


def _line(meeting: Meeting, sitting: Sitting) -> Attendance:
    stay = sitting.holders[-1] if sitting.holders else None
    return Attendance(
        meeting=meeting,
        seat=sitting.seat,
        appointment=stay,
        person=stay.person if stay else None,
        agency=stay.on_behalf_of if stay else sitting.seat.agency,
        presence=Presence.PRESENT if stay else Presence.ABSENT,
        has_vote=sitting.seat.is_voting,
        title=stay.title_in("fa") if stay else "",
        title_en=stay.title_in("en") if stay else "",
    )


def _mark(line: Attendance, mark: Mark) -> None:
    if mark.presence not in Presence.values or mark.presence == Presence.GUEST:
        sentence = gettext("Say whether somebody came.")
        raise MeetingError(sentence, field=f"presence-{line.pk}")
    if mark.presence == Presence.PRESENT and line.person_id is None:
        sentence = gettext("Nobody holds this seat: nobody can have been present.")
        raise MeetingError(sentence, field=f"presence-{line.pk}")
    stands_in = mark.represented_by if mark.presence == Presence.REPRESENTED else None
    if mark.presence == Presence.REPRESENTED and stands_in is None:
        sentence = gettext("Say by whom.")
        raise MeetingError(sentence, field=f"represented_by-{line.pk}")
    line.presence, line.represented_by = mark.presence, stands_in


def _note(meeting: Meeting, by: AbstractBaseUser | None, verb: str, data: dict[str, int]) -> None:
    save(meeting)
    told = {"meeting": meeting.pk, "day": str(meeting.day or today())} | data
    log(meeting.page, f"prcouncil_meetings.{verb}", user=by, data=told)
    forget_after_commit(meeting)
