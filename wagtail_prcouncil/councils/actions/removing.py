"""What was written by mistake goes; what something else names stays."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.councils.actions.locking import locked_council
from wagtail_prcouncil.councils.caches import forget_after_commit
from wagtail_prcouncil.councils.models import Appointment, CouncilPage, Election, Seat, Term
from wagtail_prcouncil.councils.rules import ConflictError, InUseError
from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.councils.states import OPEN_PHASES, Right
from wagtail_prcouncil.pages.holding import holders

NAMED = 3  # of the rows that hold what shall go


def remove_appointment(appointment: Appointment, *, by: AbstractBaseUser | None = None) -> None:
    """Raises InUseError for one that an election made, or that attended, voted or signed: who sat
    there is history, and ends (`appointing.correct`). PermissionDenied without the right."""
    _remove(appointment, appointment.seat.council, Right.DELETE_APPOINTMENTS, by)


def remove_seat(seat: Seat, *, by: AbstractBaseUser | None = None) -> None:
    """Raises InUseError for a seat in which anybody ever sat or for which there was an election."""
    _remove(seat, seat.council, Right.DELETE_SEATS, by)


def remove_term(term: Term, *, by: AbstractBaseUser | None = None) -> None:
    """Members stay: they are told by days."""
    _remove(term, term.council, Right.DELETE_TERMS, by)


def remove_election(election: Election, *, by: AbstractBaseUser | None = None) -> None:
    """Raises InUseError for one that was held: what came of it is public, and can be annulled."""
    _remove(election, election.seat.council, Right.DELETE_ELECTIONS, by)


def _remove(
    row: Appointment | Seat | Term | Election,
    council: CouncilPage,
    right: Right,
    by: AbstractBaseUser | None,
) -> None:
    with transaction.atomic():
        home = locked_council(council)
        require(by, right, home)
        fresh = type(row)._base_manager.filter(pk=row.pk).first()
        if fresh is None:
            raise ConflictError(gettext("It is not there any more: somebody has deleted it."))
        check_unused(fresh)
        log(fresh, "wagtail.delete", user=by, deleted=True)
        fresh.delete()
        forget_after_commit(home, [fresh.person_id] if isinstance(fresh, Appointment) else ())


def check_unused(row: models.Model) -> None:
    """Raise InUseError for what stays. Asked before somebody is asked whether it shall go, and
    again under the lock: a vote may have been recorded meanwhile."""
    if isinstance(row, Appointment) and row.election_id is not None:
        raise InUseError(gettext("An election made this appointment; it can end, and not go."))
    over = isinstance(row, Election) and (row.held_on or row.phase not in OPEN_PHASES)
    if over:
        raise InUseError(gettext("It was held, or annulled, and stays in the record."))
    held = holders([row])
    if held:
        raise InUseError(_sentence(held))


def _sentence(held: Iterable[models.Model]) -> str:
    rows = list(held)
    names = "، ".join(str(getattr(row, "holds_for", row)) for row in rows[:NAMED])
    more = "…" if len(rows) > NAMED else ""
    return gettext("It is named by others and cannot go: %(names)s") % {"names": names + more}
