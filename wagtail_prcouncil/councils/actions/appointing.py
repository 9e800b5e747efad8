"""A person takes a seat, for a time; what was written about that is put right."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils.translation import get_language, gettext
from wagtail.log_actions import log

from wagtail_prcouncil.councils import rules
from wagtail_prcouncil.councils.actions.locking import locked_seat
from wagtail_prcouncil.councils.caches import forget_after_commit
from wagtail_prcouncil.councils.models import Appointment, Election, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.rules import ConflictError, CouncilError, OverlapError, Stay
from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.councils.spans import ONE_DAY, Span, followed
from wagtail_prcouncil.councils.states import HOLDING, Basis, Capacity, Right
from wagtail_prcouncil.directory.models import Agency, Person


class Letter(NamedTuple):
    """What an appointment says: who, as what, for how long, on which basis."""

    person: Person
    span: Span
    capacity: str = Capacity.FULL
    agency: Agency | None = None
    title: str = ""
    title_en: str = ""
    basis: str = Basis.LETTER
    letter_number: str = ""
    letter_on: dt.date | None = None


def appoint(seat: Seat, letter: Letter, *, by: AbstractBaseUser | None = None) -> Appointment:
    """Somebody takes a seat. Whoever holds it on the day before goes: his stay ends there, unless
    the new one is a substitute.

    Raises PermissionDenied, CouncilError beside the field, OverlapError where another surely held
    the seat in that time or the person has a vote in this council already; nothing is changed then.
    """
    with transaction.atomic():
        stands = locked_seat(seat)
        require(by, Right.APPOINT, stands.council)
        return fill(stands, letter, by=by)


def fill(
    seat: Seat,
    letter: Letter,
    *,
    election: Election | None = None,
    by: AbstractBaseUser | None = None,
) -> Appointment:
    """The same in a seat that is locked, for whoever has asked for the right: a confirmed election
    fills its seat."""
    closed = _close_predecessor(seat, letter)
    check_letter(seat, letter)
    made = _written(Appointment(seat=seat, election=election, **_columns(letter)))
    data = _told(made) | {"closed": [row.pk for row in closed]}
    log(made, "prcouncil_councils.appoint", user=by, data=data)
    forget_after_commit(seat.council, [made.person_id, *(row.person_id for row in closed)])
    return made


def correct(
    appointment: Appointment,
    letter: Letter,
    *,
    version: int,
    by: AbstractBaseUser | None = None,
) -> Appointment:
    """What was written of an appointment was wrong, or has ended. `version` is the one that was
    read: ConflictError where somebody has changed it since. Raises what `appoint` raises."""
    with transaction.atomic():
        stands = locked_seat(appointment.seat)
        require(by, Right.CHANGE_APPOINTMENTS, stands.council)
        fresh = Appointment.objects.filter(pk=appointment.pk, seat=stands, version=version).first()
        if fresh is None:
            raise ConflictError(gettext("Somebody has changed this appointment meanwhile."))
        before, was_of = _told(fresh), fresh.person_id
        if fresh.election_id is not None:
            if letter.person.pk != fresh.person_id:
                sentence = gettext("This person was elected. Another takes the seat after him.")
                raise CouncilError(sentence, field="person")
            letter = letter._replace(basis=Basis.ELECTION)
        check_letter(stands, letter, beside=fresh)
        for name, value in _columns(letter).items():
            setattr(fresh, name, value)
        fresh.version += 1
        _written(fresh)
        data = {"before": before, "after": _told(fresh)}
        log(fresh, "prcouncil_councils.correct_appointment", user=by, data=data)
        forget_after_commit(stands.council, [was_of, fresh.person_id])
    return fresh


def check_letter(seat: Seat, letter: Letter, *, beside: Appointment | None = None) -> None:
    """Raise what forbids the letter, asked under the lock."""
    if not Person.objects.filter(pk=letter.person.pk).exists():
        sentence = gettext("This person is not in the directory any more.")
        raise CouncilError(sentence, field="person")
    others = seat.appointments.exclude(pk=beside and beside.pk).select_related("person")
    already = beside.on_behalf_of if beside else None
    votes = votes_elsewhere(letter.person, seat)
    check_beside(seat, letter, map(_stay, others), votes, already=already)


def check_beside(
    seat: Seat,
    letter: Letter,
    holders: Iterable[Stay],
    votes: Iterable[Stay],
    *,
    already: Agency | None = None,
) -> None:
    """The same beside others that are given: an import asks it of each line, its other lines among
    them. `votes` are read for those alone who get one; `already` is the agency for which the person
    sits there today."""
    span = letter.span
    rules.check_span(span)
    rules.check_ahead(span.since, today())
    outside = gettext("The seat is not there all that time.")
    rules.check_within(span, seat.span, sentence=outside)
    if seat.council.closed_on is not None:
        ended = gettext("The council is closed; it was not there all that time.")
        rules.check_within(span, Span(dt.date.min, seat.council.closed_on), sentence=ended)
    _check_agency(seat, letter, already)
    sitting = list(holders)
    rules.check_holders(letter.capacity, span, sitting)
    rules.check_once(letter.person, span, sitting)
    if seat.is_voting and letter.capacity in HOLDING:
        rules.check_votes(span, votes)


def votes_elsewhere(person: Person, seat: Seat) -> Iterator[Stay]:
    """Where and when the person has a vote in the same council."""
    rows = Appointment.objects.holding().for_person(person).of_council(seat.council)
    for row in rows.filter(seat__is_voting=True).exclude(seat=seat).select_related("seat__agency"):
        name = row.seat.name_in(get_language() or "fa")
        yield Stay(name, row.capacity, row.span)


def _check_agency(seat: Seat, letter: Letter, already: Agency | None) -> None:
    agency = letter.agency or seat.agency
    if agency is None:
        return
    whole = Span(agency.founded_on or dt.date.min, agency.closed_on and agency.closed_on - ONE_DAY)
    if already == agency:  # what was written of it since is not the fault of whoever sits there
        whole = whole._replace(since=dt.date.min)
        if letter.span.until is None:
            return  # it closed under him; that he goes is another change
    sentence = gettext("“%(agency)s” did not exist all that time.") % {"agency": agency.name}
    rules.check_within(letter.span, whole, sentence=sentence)


def _close_predecessor(seat: Seat, letter: Letter) -> list[Appointment]:
    """Ends the stays that would go on beside the new one. A letter of the past, which is over
    itself, closes nothing: it meets the rule instead."""
    if letter.capacity not in HOLDING:
        return []
    closed = []
    for row in seat.appointments.holding():
        ended = followed(row.span, letter.span, today())
        if ended is not None:
            row.until, row.until_precision = ended.until, ended.until_precision
            row.version += 1
            closed.append(_written(row))
    return closed


def _written(row: Appointment) -> Appointment:
    """The lock keeps no writer out who takes none: the database has the last word."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        if "prcouncil_one_holder_at_a_time" in str(error):
            sentence = gettext("Somebody holds this seat on some of these days.")
            raise OverlapError(sentence, field="since") from error
        if row.election_id is not None and row.pk is None:
            raise ConflictError(gettext("This election has made its appointment.")) from error
        raise
    return row


def _columns(letter: Letter) -> dict[str, Any]:
    said = letter._asdict()
    span = said.pop("span")
    return said | span._asdict()


def _told(row: Appointment) -> dict[str, Any]:
    """For the log: keys and days."""
    return {
        "person": row.person_id,
        "capacity": row.capacity,
        "since": str(row.since),
        "until": row.until and str(row.until),
    }


def _stay(row: Appointment) -> Stay:
    return Stay(row.person.name_as_read(), row.capacity, row.span, row.person)
