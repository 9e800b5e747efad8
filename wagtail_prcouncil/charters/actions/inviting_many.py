"""Many people are invited at once: each for himself, so that one who cannot be is no hindrance."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.auth.models import AbstractBaseUser

from wagtail_prcouncil.charters.actions.inviting import invite
from wagtail_prcouncil.charters.models import CharterVersion, Invitation
from wagtail_prcouncil.charters.signatories import Candidate
from wagtail_prcouncil.councils.rules import CouncilError


class Left(NamedTuple):
    """Somebody who was not invited, why, and beside which input that belongs."""

    candidate: Candidate
    why: str
    field: str


class Invited(NamedTuple):
    """What came of it."""

    made: list[Invitation]
    left: list[Left]


def invite_many(
    version: CharterVersion,
    wanted: Iterable[Candidate],
    *,
    expires_on: dt.date,
    language: str = "fa",
    by: AbstractBaseUser | None = None,
) -> Invited:
    """By mail to the address of each. Raises PermissionDenied; what a rule forbids is told of each
    that it forbids, and the others are invited."""
    outcome = Invited([], [])
    for one in wanted:
        try:
            made = invite(
                version,
                agency=one.agency,
                person=one.person,
                email=one.email,
                language=language,
                expires_on=expires_on,
                by=by,
            )
        except CouncilError as error:
            outcome.left.append(Left(one, str(error), error.field))
        else:
            outcome.made.append(made)
    return outcome
