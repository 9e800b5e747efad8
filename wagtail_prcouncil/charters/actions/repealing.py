"""A version is repealed: it ends without another that takes its place."""

import datetime as dt

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext

from wagtail_prcouncil.charters.actions.closing import close_invitations
from wagtail_prcouncil.charters.actions.locking import due, note
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.rules import CharterError, ConflictError, check_reason
from wagtail_prcouncil.charters.states import VersionState
from wagtail_prcouncil.charters.transitions import Verb


def repeal(
    found: CharterVersion,
    *,
    on: dt.date,
    reason: str,
    version: int | None,
    by: AbstractBaseUser | None = None,
) -> CharterVersion:
    """`on` is the first day, in Tehran, on which it is not in force any more.

    Raises PermissionDenied, ConflictError for one that another has superseded, CharterError beside
    the field.
    """
    with transaction.atomic():
        fresh = due(found, Verb.REPEAL, version, by)
        told = check_reason(reason)
        check_not_replaced(fresh)
        if fresh.in_force_from is not None and on < fresh.in_force_from:
            raise CharterError(gettext("It was not in force yet on that day."), field="on")
        fresh.state = VersionState.REPEALED
        fresh.in_force_until, fresh.repeal_reason = on, told
        fresh.save(update_fields=["state", "in_force_until", "repeal_reason"])
        close_invitations(fresh.charter, by=by)
        note(fresh.charter, Verb.REPEAL, by, {"number": fresh.number, "reason": told})
    return fresh


def check_not_replaced(found: CharterVersion) -> None:
    """Raise ConflictError for a version whose end is known already."""
    if found.in_force_until is not None:
        raise ConflictError(gettext("A later version has taken its place."))
