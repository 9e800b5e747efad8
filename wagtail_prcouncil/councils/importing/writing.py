"""One line carried out, by the actions that every other writer uses."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from wagtail.log_actions import log

from wagtail_prcouncil.councils.actions.appointing import appoint, correct
from wagtail_prcouncil.councils.actions.seating import save_seat
from wagtail_prcouncil.councils.importing.rows import ADD_PERSONS
from wagtail_prcouncil.councils.importing.stays import Entry
from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.rules import CouncilError
from wagtail_prcouncil.directory.models import Person


def write(entry: Entry, *, by: AbstractBaseUser | None) -> Appointment:
    """A person and a seat that are not there yet are made first. Raises CouncilError,
    PermissionDenied; the caller's transaction takes back what was made until then."""
    row = entry.held.row
    if row is not None:
        return correct(row, entry.letter, version=row.version, by=by)
    if entry.letter.person.pk is None:
        _add(entry.letter.person, by)
    if entry.place.is_new:
        save_seat(entry.place.seat, by=by)
    entry.held.row = appoint(entry.place.seat, entry.letter, by=by)
    return entry.held.row


def _add(person: Person, by: AbstractBaseUser | None) -> None:
    if by is not None and not by.has_perm(ADD_PERSONS):
        raise PermissionDenied
    try:
        person.full_clean()
    except ValidationError as error:
        raise CouncilError(" ".join(error.messages), field="person") from error
    person.save()
    person.save_revision(user=by, log_action=False)
    log(person, "wagtail.create", user=by)
