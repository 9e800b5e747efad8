"""Invitations to sign end with the version that they are for."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from wagtail_prcouncil.charters.actions.locking import locked_charter, note
from wagtail_prcouncil.charters.mailing.inviting import take_mail_back
from wagtail_prcouncil.charters.models import Charter, CharterVersion, Invitation
from wagtail_prcouncil.charters.states import TO_SIGN, InvitationState, Standing
from wagtail_prcouncil.pages.numerals import in_digits


def close_ended(charter: Charter) -> list[Invitation]:
    """By the clock: a version ends on its day, and nobody does anything. Raises ConflictError where
    the charter is gone."""
    with transaction.atomic():
        return close_invitations(locked_charter(charter), by=None)


def close_invitations(charter: Charter, *, by: AbstractBaseUser | None) -> list[Invitation]:
    """Nobody is asked any more to sign what is superseded or repealed today in Tehran, and mail
    that has not gone out stays untold. Within the transaction that has locked the charter; what
    ends on a day to come can be signed until then."""
    rows = Invitation.objects.filter(version__charter=charter, state=InvitationState.OPEN)
    rows = rows.select_related("version").defer("version__texts")
    ended = [row for row in rows if row.version.standing not in TO_SIGN]
    for row in ended:
        take_back(row)
    if ended:
        note(charter, "close_invitations", by, {"invitations": [row.pk for row in ended]})
    return ended


def take_back(invitation: Invitation) -> None:
    """And the mail with it that has not gone out."""
    invitation.state, invitation.settled_at = InvitationState.REVOKED, timezone.now()
    invitation.save(update_fields=["state", "settled_at"])
    take_mail_back(invitation)


def why_over(version: CharterVersion) -> str:
    """To whoever was invited to sign a version that has ended; empty for one that has not."""
    told = {"number": in_digits(version.number)}
    if version.standing == Standing.SUPERSEDED:
        sentence = gettext(
            "Version %(number)s is signed no longer: a later one has taken its place. There is "
            "nothing left to do by this invitation."
        )
        return sentence % told
    if version.standing == Standing.REPEALED:
        sentence = gettext(
            "Version %(number)s is signed no longer: it was repealed. There is nothing left to do "
            "by this invitation."
        )
        return sentence % told
    return ""
