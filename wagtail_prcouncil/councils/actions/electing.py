"""The election of an officer, recorded from paper: announced, candidates, held, confirmed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext
from wagtail.log_actions import log
from wagtail.models import Page

from wagtail_prcouncil.councils import counting
from wagtail_prcouncil.councils.actions.appointing import Letter, fill
from wagtail_prcouncil.councils.actions.locking import locked_seat
from wagtail_prcouncil.councils.caches import forget_after_commit
from wagtail_prcouncil.councils.counting import Ballots
from wagtail_prcouncil.councils.models import Appointment, Candidate, Election, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.rules import ConflictError, CouncilError, check_open
from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import (
    BEFORE_THE_VOTE,
    OFFICERS,
    TRANSITIONS,
    Basis,
    Phase,
    Right,
    Verb,
)
from wagtail_prcouncil.directory.models import Agency, Person


class Standing(NamedTuple):
    """Somebody who stands, and for which agency."""

    person: Person
    agency: Agency | None = None


class Record(NamedTuple):
    """What the paper says of a vote; `votes` by the key of the candidate."""

    held_on: dt.date
    method: str
    voters_present: int | None
    votes: Mapping[int, int | None]
    blank_votes: int = 0
    spoiled_votes: int = 0
    meeting: Page | None = None
    meeting_note: str = ""
    note: str = ""


def announce(election: Election, *, by: AbstractBaseUser | None = None) -> Election:
    """A new election, of an officer's seat. One at a time for each seat.

    Raises PermissionDenied and CouncilError beside the field.
    """
    with transaction.atomic():
        election.seat = locked_seat(election.seat)
        require(by, Right.ADD_ELECTIONS, election.seat.council)
        check_open(election.seat.council)
        _check_announcement(election)
        election.phase = Phase.ANNOUNCED
        election.save()
        log(election, "prcouncil_councils.announce_election", user=by)
        forget_after_commit(election.seat.council)
    return election


def correct_announcement(
    election: Election,
    *,
    seat: Seat,
    announced_on: dt.date,
    note: str = "",
    version: int,
    by: AbstractBaseUser | None = None,
) -> Election:
    """A slip in the announcement: the office, of the same council, its day or its note. Until the
    vote is recorded; who stands, stands. Raises what `announce` raises, and ConflictError."""
    with transaction.atomic():
        fresh = _locked(election, version)
        council = fresh.seat.council
        require(by, Right.CHANGE_ELECTIONS, council)
        if fresh.phase not in BEFORE_THE_VOTE:
            raise ConflictError(gettext("The vote has been held: its announcement is settled."))
        before = {"seat": fresh.seat_id, "announced_on": str(fresh.announced_on)}
        fresh.seat = council.seats.filter(pk=seat.pk).first() or fresh.seat
        if fresh.seat.pk != seat.pk:
            sentence = gettext("This is no seat of the council that elects.")
            raise CouncilError(sentence, field="seat")
        fresh.seat.council = council
        fresh.announced_on, fresh.note = announced_on, note
        _check_announcement(fresh)
        after = {"seat": seat.pk, "announced_on": str(announced_on)}
        data = {"before": before, "after": after}
        _move(fresh, Phase(fresh.phase), by, "correct_announcement", data)
    return fresh


def _check_announcement(election: Election) -> None:
    if election.seat.role not in OFFICERS:
        sentence = gettext("A council elects its chair, vice-chair and secretary only.")
        raise CouncilError(sentence, field="seat")
    others = Election.objects.open().filter(seat=election.seat).exclude(pk=election.pk)
    if others.exists():
        sentence = gettext("An election for this seat is open already.")
        raise CouncilError(sentence, field="seat")
    if election.announced_on > today():
        raise CouncilError(gettext("This day lies in the future."), field="announced_on")


def set_candidates(
    election: Election,
    standing: Sequence[Standing],
    *,
    version: int,
    by: AbstractBaseUser | None = None,
) -> Election:
    """Who stands, in place of who stood; also what opens candidacy. Each stands once. With the
    vote recorded it is too late: revise the record first."""
    with transaction.atomic():
        fresh = _locked(election, version)
        require(by, Right.CHANGE_ELECTIONS, fresh.seat.council)
        if fresh.phase == Phase.ANNOUNCED:
            _check_due(fresh, Verb.OPEN)
        elif fresh.phase != Phase.CANDIDATES:
            raise ConflictError(gettext("The vote has been held: who stood is settled."))
        people = [one.person.pk for one in standing]
        if len(set(people)) < len(people):
            raise CouncilError(gettext("Somebody stands twice."), field="candidates")
        kept = {row.person_id: row for row in fresh.candidates.all()}
        fresh.candidates.exclude(person__in=people).delete()
        for one in standing:
            row = kept.get(one.person.pk) or Candidate(election=fresh, person=one.person)
            row.agency = one.agency
            row.save()
        _move(fresh, Phase.CANDIDATES, by, "open_election", {"candidates": people})
    return fresh


def hold(
    election: Election, record: Record, *, version: int, by: AbstractBaseUser | None = None
) -> Election:
    """The vote as the paper has it. Raises CouncilError for counts that cannot be: more votes than
    voters, a candidate without a count, a day before the announcement or in the future."""
    with transaction.atomic():
        fresh = _due(election, Verb.HOLD, version, by)
        candidates = list(fresh.candidates.all())
        ballots = Ballots(
            record.method,
            record.voters_present,
            {row.pk: record.votes.get(row.pk) for row in candidates},
            record.blank_votes,
            record.spoiled_votes,
        )
        counting.check_day(record.held_on, announced_on=fresh.announced_on)
        counting.check_ballots(ballots)
        for name, value in record._asdict().items():
            if name != "votes":
                setattr(fresh, name, value)
        for row in candidates:
            row.votes = ballots.votes[row.pk]
        Candidate.objects.bulk_update(candidates, ["votes"])
        _move(fresh, Phase.HELD, by, "hold_election", {"held_on": str(record.held_on)})
    return fresh


def revise(election: Election, *, version: int, by: AbstractBaseUser | None = None) -> Election:
    """The record was wrong: back to the candidates, with the counts kept to be put right."""
    with transaction.atomic():
        fresh = _due(election, Verb.REVISE, version, by)
        _move(fresh, Phase.CANDIDATES, by, "revise_election")
    return fresh


def confirm(
    election: Election,
    *,
    since: dt.date,
    version: int,
    chosen: Candidate | None = None,
    tie_decision: str = "",
    by: AbstractBaseUser | None = None,
) -> Appointment:
    """The result holds: whoever has most votes takes the seat on that day, once. Between equal
    votes somebody has decided: `chosen` is the one, `tie_decision` says how.

    Raises PermissionDenied, ConflictError where it was confirmed or changed meanwhile, CouncilError
    for a tie without a decision, and what an appointment raises; nothing is changed then.
    """
    with transaction.atomic():
        fresh = _due(election, Verb.CONFIRM, version, by)
        ahead = counting.ahead({row.pk: row.votes for row in fresh.candidates.all()})
        winner = fresh.candidates.select_related("person", "agency").get(
            pk=counting.winner(ahead, chosen.pk if chosen else None, tie_decision)
        )
        if fresh.held_on is not None and since < fresh.held_on:
            sentence = gettext("Nobody takes office before the vote.")
            raise CouncilError(sentence, field="since")
        fresh.elected = winner
        fresh.tie_decision = tie_decision if len(ahead) > 1 else ""
        _move(fresh, Phase.CONFIRMED, by, "confirm_election", {"elected": winner.person_id})
        letter = Letter(winner.person, Span(since), agency=winner.agency, basis=Basis.ELECTION)
        return fill(fresh.seat, letter, election=fresh, by=by)


def annul(
    election: Election, *, note: str, version: int, by: AbstractBaseUser | None = None
) -> Election:
    """It does not count; `note` says why."""
    if not note.strip():
        raise CouncilError(gettext("Say why."), field="note")
    with transaction.atomic():
        fresh = _due(election, Verb.ANNUL, version, by)
        fresh.note = note
        _move(fresh, Phase.ANNULLED, by, "annul_election")
    return fresh


def _due(election: Election, verb: Verb, version: int, by: AbstractBaseUser | None) -> Election:
    """The row as it stands, locked, where the verb is due and the user may."""
    fresh = _locked(election, version)
    require(by, TRANSITIONS[verb].right, fresh.seat.council)
    _check_due(fresh, verb)
    return fresh


def _locked(election: Election, version: int) -> Election:
    seat = locked_seat(election.seat)
    fresh = Election.objects.filter(pk=election.pk, seat=seat).first()
    if fresh is None:
        raise ConflictError(gettext("It is not there any more: somebody has deleted it."))
    fresh.seat = seat
    if fresh.version != version:
        sentence = gettext("Somebody has changed this election meanwhile. It is now: %(phase)s.")
        raise ConflictError(sentence % {"phase": fresh.get_phase_display()})
    return fresh


def _check_due(election: Election, verb: Verb) -> None:
    if election.phase not in TRANSITIONS[verb].before:
        sentence = gettext("This is not due: the election is %(phase)s.")
        raise ConflictError(sentence % {"phase": election.get_phase_display()})


def _move(
    election: Election,
    phase: Phase,
    by: AbstractBaseUser | None,
    action: str,
    data: dict[str, Any] | None = None,
) -> None:
    election.phase = phase
    election.version += 1
    election.save()
    log(election, f"prcouncil_councils.{action}", user=by, data=data)
    forget_after_commit(election.seat.council)
