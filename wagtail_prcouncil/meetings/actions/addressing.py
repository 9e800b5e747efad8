"""A council's mailing list is written. Its log tells that, and no address: who is taken off it is
forgotten."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.councils.actions.locking import locked_council
from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.meetings.actions.locking import there
from wagtail_prcouncil.meetings.mailing.lines import Entry
from wagtail_prcouncil.meetings.mailing.testing import send_test
from wagtail_prcouncil.meetings.models import Recipient
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import MeetingError


def save_recipient(row: Recipient, *, by: AbstractBaseUser | None = None) -> Recipient:
    """A new one, or what is written of one. Raises PermissionDenied, ConflictError where it is
    gone, MeetingError beside the field."""
    right = Right.ADD_RECIPIENTS if row.pk is None else Right.CHANGE_RECIPIENTS
    with transaction.atomic():
        row.council = locked_council(row.council)
        require(by, right, row.council)
        if row.pk is not None:
            stored = there(Recipient.objects.filter(pk=row.pk).first())
            is_moved = stored.email != row.email
            row.address_since = timezone.now() if is_moved else stored.address_since
        _check(row)
        row.save()
        _log(row.council, "save_recipient", by, row.pk)
    return row


def remove_recipient(row: Recipient, *, by: AbstractBaseUser | None = None) -> None:
    """Raises PermissionDenied, ConflictError where it is gone already."""
    with transaction.atomic():
        council = locked_council(row.council)
        require(by, Right.DELETE_RECIPIENTS, council)
        there(Recipient.objects.filter(pk=row.pk).first()).delete()
        _log(council, "remove_recipient", by, row.pk)


def add_recipients(
    council: CouncilPage, entries: Iterable[Entry], *, by: AbstractBaseUser | None = None
) -> list[Recipient]:
    """Those that are not on the list yet; the new ones come back."""
    with transaction.atomic():
        home = locked_council(council)
        require(by, Right.ADD_RECIPIENTS, home)
        rows = Recipient.objects.filter(council=home)
        known: set[tuple[int | None, str]] = {
            (seat, email.lower()) for seat, email in rows.values_list("seat_id", "email")
        }
        made: list[Recipient] = []
        for entry in entries:
            seat_id = entry.seat.pk if entry.seat else None
            if (seat_id, entry.email.lower()) not in known:
                known.add((seat_id, entry.email.lower()))
                made.append(_of(home, entry))
        Recipient.objects.bulk_create(made)
        if made:
            _log(home, "add_recipients", by, *[row.pk for row in made])
    return made


def agency_entries(council: CouncilPage) -> list[Entry]:
    """The public addresses of the agencies that sit there today, each for its seat."""
    seats = Seat.objects.filter(council__translation_key=council.translation_key).on(today())
    return [
        Entry(seat.agency.name, seat.agency.email, seat)
        for seat in seats.select_related("agency").in_order()
        if seat.agency is not None and seat.agency.email
    ]


def try_recipient(row: Recipient, *, by: AbstractBaseUser | None = None) -> None:
    """A mail to one address, to see whether it arrives."""
    with transaction.atomic():
        council = locked_council(row.council)
        require(by, Right.CHANGE_RECIPIENTS, council)
        send_test(there(Recipient.objects.filter(pk=row.pk).first()))


def _of(council: CouncilPage, entry: Entry) -> Recipient:
    return Recipient(
        council=council,
        seat=entry.seat,
        name=entry.name,
        email=entry.email,
        language=settings.LANGUAGE_CODE,
    )


def _check(row: Recipient) -> None:
    if row.language not in dict(settings.LANGUAGES):
        raise MeetingError(gettext("The site has no such language."), field="language")
    if row.seat is not None and row.seat.council_id != row.council_id:
        raise MeetingError(gettext("This seat is of another council."), field="seat")
    if row.is_head and row.seat is None:
        sentence = gettext("Say whose: the head of an agency stands with a seat of it.")
        raise MeetingError(sentence, field="seat")
    same = Recipient.objects.filter(council=row.council, seat=row.seat, email__iexact=row.email)
    if same.exclude(pk=row.pk).exists():
        raise MeetingError(gettext("This address stands there already."), field="email")


def _log(council: CouncilPage, verb: str, by: AbstractBaseUser | None, *keys: int) -> None:
    data = {"recipients": list(keys)}
    log(council, f"prcouncil_meetings.{verb}", user=by, data=data)
