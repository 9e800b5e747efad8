"""Seats and terms of a council: made, changed, put in order."""

from collections.abc import Sequence
from typing import TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.councils import rules
from wagtail_prcouncil.councils.actions.appointing import votes_elsewhere
from wagtail_prcouncil.councils.actions.locking import locked_council
from wagtail_prcouncil.councils.caches import forget_after_commit
from wagtail_prcouncil.councils.models import CouncilPage, Election, Seat, Term
from wagtail_prcouncil.councils.rules import ConflictError, CouncilError, OverlapError
from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.councils.states import HOLDING, OFFICERS, SINGLE, Right

Row = TypeVar("Row", Seat, Term)


def save_seat(seat: Seat, *, by: AbstractBaseUser | None = None) -> Seat:
    """Store a new seat, at the end of the order, or what was changed of one; its `version` is the
    one that was read. A seat stays in its council.

    Raises PermissionDenied, ConflictError where somebody has changed it since, and CouncilError
    beside the field: the agency is closed, there is a chair already, somebody sits there outside
    the new days, a person would have two votes, an election is open for an office that it was.
    """
    is_new = seat.pk is None
    with transaction.atomic():
        seat.council = locked_council(seat.council)
        stored = None if is_new else _stored(Seat, seat)
        require(by, Right.ADD_SEATS if is_new else Right.CHANGE_SEATS, seat.council)
        if is_new:
            rules.check_open(seat.council)
        check_seat(seat, stored)
        if is_new:
            last = seat.council.seats.order_by("-sort_order").values_list("sort_order", flat=True)
            seat.sort_order = (last.first() or 0) + 1
        else:
            seat.sort_order = stored.sort_order if stored else seat.sort_order
        return _kept(seat, is_new, by)


def save_term(term: Term, *, by: AbstractBaseUser | None = None) -> Term:
    """Store a new term or what was changed of one, as `save_seat` does. Raises CouncilError where
    its number is taken, or another term has some of its days."""
    is_new = term.pk is None
    with transaction.atomic():
        term.council = locked_council(term.council)
        if not is_new:
            _stored(Term, term)
        require(by, Right.ADD_TERMS if is_new else Right.CHANGE_TERMS, term.council)
        rules.check_span(term.span)
        for other in term.council.terms.exclude(pk=term.pk):
            if other.number == term.number:
                raise CouncilError(gettext("There is a term of this number."), field="number")
            if other.span.contradicts(term.span):
                sentence = gettext("%(term)s has some of these days.") % {"term": other}
                raise OverlapError(sentence, field="since")
        return _kept(term, is_new, by)


def order_seats(
    council: CouncilPage, ids: Sequence[int], *, by: AbstractBaseUser | None = None
) -> None:
    """Put a council's seats into this order. Raises ConflictError where these are not all of its
    seats: somebody added or removed one while they were dragged."""
    with transaction.atomic():
        home = locked_council(council)
        require(by, Right.CHANGE_SEATS, home)
        seats = {seat.pk: seat for seat in home.seats.all()}
        if sorted(ids) != sorted(seats):
            raise ConflictError(gettext("The seats have changed meanwhile: look at them again."))
        for place, pk in enumerate(ids, 1):
            seats[pk].sort_order = place
        Seat.objects.bulk_update(seats.values(), ["sort_order"])
        log(home, "prcouncil_councils.order_seats", user=by)
        forget_after_commit(home)


def check_seat(seat: Seat, stored: Seat | None = None) -> None:
    """Raise CouncilError for what a seat cannot be; `stored` is how it stands. Asked under the
    lock, and by an import for a seat that a line would make."""
    if seat.until is not None and seat.until < seat.span.since:
        raise CouncilError(str(rules.ENDS_EARLIER), field="until")
    if seat.agency is None and seat.is_voting:
        sentence = gettext("A seat that belongs to no agency has no vote.")
        raise CouncilError(sentence, field="is_voting")
    if seat.agency is not None:
        try:
            seat.agency.refuse_new_use(already=stored.agency_id if stored else None)
        except ValidationError as error:
            raise CouncilError(error.messages[0], field="agency") from error
    if seat.role in SINGLE:
        for other in seat.council.seats.filter(role=seat.role).exclude(pk=seat.pk):
            if other.span.contradicts(seat.span):
                sentence = gettext("This council has a seat of this role on some of these days.")
                raise OverlapError(sentence, field="role")
    if stored is not None:
        _check_office(seat, stored)
        _check_stays(seat, stored)


def _check_office(seat: Seat, stored: Seat) -> None:
    """A council elects its officers only."""
    was_office = stored.role in OFFICERS and seat.role not in OFFICERS
    if was_office and Election.objects.open().filter(seat=seat).exists():
        sentence = gettext("An election for this seat is open: confirm or annul it first.")
        raise CouncilError(sentence, field="role")


def _check_stays(seat: Seat, stored: Seat) -> None:
    """Whoever sat there sat there."""
    outside = gettext("%(person)s sits there outside these days.")
    for row in seat.appointments.select_related("person"):
        name = row.person.name_as_read()
        rules.check_within(row.span, seat.span, sentence=outside % {"person": name})
        if seat.is_voting and not stored.is_voting and row.capacity in HOLDING:
            try:
                rules.check_votes(row.span, votes_elsewhere(row.person, seat))
            except OverlapError as error:
                raise OverlapError(f"{name}: {error}", field="is_voting") from error


def _stored(kind: type[Row], row: Row) -> Row:
    found = kind._default_manager.filter(pk=row.pk, council=row.council).first()
    if found is None:
        raise ConflictError(gettext("It is not there any more: somebody has deleted it."))
    if found.version != row.version:
        raise ConflictError(gettext("Somebody has changed this meanwhile."))
    return found


def _kept(row: Row, is_new: bool, by: AbstractBaseUser | None) -> Row:
    if not is_new:
        row.version += 1
    row.save()
    log(row, "wagtail.create" if is_new else "wagtail.edit", user=by)
    sat = row.appointments.values_list("person", flat=True) if isinstance(row, Seat) else ()
    forget_after_commit(row.council, sat)
    return row
