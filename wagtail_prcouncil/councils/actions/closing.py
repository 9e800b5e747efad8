"""A council ends, or it turns out that it did not."""

import datetime as dt

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.councils.actions.locking import locked_council
from wagtail_prcouncil.councils.caches import forget_after_commit
from wagtail_prcouncil.councils.models import Appointment, CouncilPage, Election
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.rules import ConflictError, CouncilError
from wagtail_prcouncil.councils.states import CouncilEnd, Precision


def close_council(
    council: CouncilPage, *, on: dt.date, reason: str, note: str = "", by: AbstractBaseUser | None
) -> CouncilPage:
    """End a council on a day, its last; who sits there that day sits no longer. For whoever may
    publish its page. Raises PermissionDenied, ConflictError when it is closed already, CouncilError
    beside the field. Returns the original of its page."""
    if reason not in CouncilEnd.values:
        raise CouncilError(gettext("Say why the council is closed."), field="reason")
    if on > today():
        raise CouncilError(gettext("The day of closing lies in the future."), field="on")
    with transaction.atomic():
        home = _locked(council, by)
        if home.closed_on is not None:
            raise ConflictError(gettext("This council is closed already."))
        if home.founded_on is not None and on < home.founded_on:
            sentence = gettext("It cannot be closed before it was founded.")
            raise CouncilError(sentence, field="on")
        later = Appointment.objects.of_council(home).filter(since__gt=on)
        if later.exists():
            raise CouncilError(gettext("Somebody took a seat after that day."), field="on")
        if Election.objects.of_council(home).open().exists():
            sentence = gettext("An election is open there: confirm or annul it first.")
            raise CouncilError(sentence, field="on")
        ended = _end_stays(home, on)
        said = {"closed_on": on, "closing_reason": reason, "closing_note": note}
        _of_all_languages(home).update(**said)
        data = {"closed_on": str(on), "reason": reason, "ended": ended}
        log(home, "prcouncil_councils.close_council", user=by, data=data)
        sat = Appointment.objects.filter(pk__in=ended).values_list("person", flat=True)
        forget_after_commit(home, sat)
        home.refresh_from_db()  # while it is locked: a moment later it may be gone
    return home


def reopen_council(council: CouncilPage, *, by: AbstractBaseUser | None) -> CouncilPage:
    """Undo a closing. The stays that it ended stay ended: who sits there now is to be written anew.
    Raises PermissionDenied, ConflictError when it is open."""
    with transaction.atomic():
        home = _locked(council, by)
        if home.closed_on is None:
            raise ConflictError(gettext("This council is open already."))
        _of_all_languages(home).update(closed_on=None, closing_reason="", closing_note="")
        data = {"closed_on": str(home.closed_on)}
        log(home, "prcouncil_councils.reopen_council", user=by, data=data)
        forget_after_commit(home)
        home.refresh_from_db()  # while it is locked: a moment later it may be gone
    return home


def _locked(council: CouncilPage, by: AbstractBaseUser | None) -> CouncilPage:
    home = locked_council(council)
    if by is not None and not home.permissions_for_user(by).can_publish():
        raise PermissionDenied
    return home


def _of_all_languages(home: CouncilPage) -> QuerySet[CouncilPage]:
    """Readers are told by the original; whichever page inherits it when that one is deleted knows
    the end of the council, too."""
    return CouncilPage.objects.filter(translation_key=home.translation_key)


def _end_stays(home: CouncilPage, on: dt.date) -> list[int]:
    running = Appointment.objects.of_council(home).on(on).exclude(until=on)
    ended = list(running)
    for row in ended:
        row.until, row.until_precision, row.version = on, Precision.DAY, row.version + 1
        row.save()
    return [row.pk for row in ended]
