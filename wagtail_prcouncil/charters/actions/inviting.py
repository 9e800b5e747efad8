"""People are invited to sign, and sign by the link that they got."""

import datetime as dt
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext

from wagtail_prcouncil.charters.actions.closing import take_back, why_over
from wagtail_prcouncil.charters.actions.locking import allowed, locked_charter, note, there
from wagtail_prcouncil.charters.actions.signing import current_appointment, record, signable
from wagtail_prcouncil.charters.mailing.inviting import (
    about,
    post_again,
    post_invitation,
    sign_address,
)
from wagtail_prcouncil.charters.models import CharterVersion, Invitation, Signature
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.rules import CharterError, ConflictError
from wagtail_prcouncil.charters.states import InvitationState, Method
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.outbox.models import Message

ENTERS = "wagtailadmin.access_admin"
LONGEST = dt.timedelta(days=365)
"""Whoever has not signed within a year is invited anew."""


def invite(
    found: CharterVersion,
    *,
    agency: Agency,
    person: Person,
    expires_on: dt.date,
    email: str = "",
    language: str = "fa",
    user: AbstractBaseUser | None = None,
    by: AbstractBaseUser | None = None,
) -> Invitation:
    """One person for one agency: by mail, or to be found after logging in as `user`. The link
    works until the end of `expires_on` in Tehran.

    Raises PermissionDenied, ConflictError where the person was invited or has signed already,
    CharterError beside the field.
    """
    with transaction.atomic():
        charter = allowed(found.charter, by, Right.ADD_SIGNATURES, version=None)
        fresh = signable(charter, found)
        _check_reach(email, user)
        if not today() <= expires_on <= today() + LONGEST:
            sentence = gettext("Choose a day from today on, within a year.")
            raise CharterError(sentence, field="expires_on")
        _check_new(fresh, agency, person)
        made = Invitation.objects.create(
            version=fresh,
            agency=agency,
            person=person,
            email=email,
            language=language,
            user_id=user.pk if user else None,
            expires_on=expires_on,
            invited_by=by,
        )
        if email and not sign_address(made):
            sentence = gettext("This site has no address at which a link could be signed.")
            raise CharterError(sentence, field="email")
        post_invitation(made)
        note(charter, "invite", by, {"number": fresh.number, "invitation": made.pk})
    return made


def send_again(invitation: Invitation, *, by: AbstractBaseUser | None = None) -> Invitation:
    """The mail once more, with the same link.

    Raises PermissionDenied, ConflictError for an invitation that is settled or whose mail has not
    gone out yet, CharterError for one that has expired, that has no address, or whose version is no
    longer to be signed.
    """
    with transaction.atomic():
        charter = allowed(invitation.version.charter, by, Right.ADD_SIGNATURES, version=None)
        fresh = _open(invitation)
        if fresh.has_expired:
            raise CharterError(gettext("This invitation has expired: invite once more."))
        if not fresh.email:
            raise CharterError(gettext("This invitation is for a login, and has no address."))
        fresh.version = signable(charter, fresh.version)
        if Message.objects.waiting().about([about(fresh)]).exists():
            raise ConflictError(gettext("Its mail has not gone out yet."))
        post_again(fresh)
        note(charter, "send_invitation_again", by, {"invitation": fresh.pk})
    return fresh


def revoke(invitation: Invitation, *, by: AbstractBaseUser | None = None) -> Invitation:
    """The link works no longer. Raises ConflictError where it was used meanwhile."""
    with transaction.atomic():
        charter = allowed(invitation.version.charter, by, Right.ADD_SIGNATURES, version=None)
        fresh = _open(invitation)
        take_back(fresh)
        note(charter, "revoke_invitation", by, {"invitation": fresh.pk})
    return fresh


def sign_by_invitation(invitation: Invitation, *, by: AbstractBaseUser | None = None) -> Signature:
    """The invited person signs. `by` is the login where there was one; whoever holds the link needs
    none. Somebody who has left the seat meanwhile makes a pledge.

    Raises ConflictError for an invitation that was used, taken back or has ended with its version,
    CharterError for one that has expired.
    """
    with transaction.atomic():
        charter = locked_charter(invitation.version.charter)
        fresh = _open(invitation)
        if fresh.has_expired:
            raise CharterError(gettext("This invitation has expired. Ask for another."))
        version = signable(charter, fresh.version)
        day = today()
        sat = current_appointment(charter, fresh.agency, fresh.person, day)
        method = Method.LINK if sat else Method.PLEDGE
        return record(version, fresh.agency, fresh.person, method, day, by=by)


def _open(invitation: Invitation) -> Invitation:
    """As it stands, within the transaction that has locked its charter. Raises ConflictError for
    one that is settled."""
    rows = Invitation.objects.select_related("version", "agency", "person")
    fresh = there(rows.filter(pk=invitation.pk).first())
    if fresh.state == InvitationState.USED:
        raise ConflictError(gettext("This invitation was used already."))
    if fresh.state == InvitationState.REVOKED:
        raise ConflictError(why_over(fresh.version) or gettext("This invitation was taken back."))
    return fresh


def _check_new(version: CharterVersion, agency: Agency, person: Person) -> None:
    whom = {"agency": agency, "person": person}
    if version.signatures.standing().filter(**whom).exists():
        raise ConflictError(gettext("This person has signed it for this agency already."))
    pending = version.invitations.filter(state=InvitationState.OPEN, **whom)
    for earlier in pending:
        if not earlier.has_expired:
            raise ConflictError(gettext("This person is invited already."))
        take_back(earlier)


def _check_reach(email: str, user: Any) -> None:
    if not email and user is None:
        sentence = gettext("Give an e-mail address or a login, or the invitation reaches nobody.")
        raise CharterError(sentence, field="email")
    if not email and not user.has_perm(ENTERS):
        sentence = gettext(
            "This login has no access to the admin, where the invitation would stand: give an "
            "e-mail address, too, or another login."
        )
        raise CharterError(sentence, field="user")
    if not email:
        return
    try:
        validate_email(email)
    except ValidationError as error:
        sentence = gettext("“%(text)s” is no e-mail address.") % {"text": email}
        raise CharterError(sentence, field="email") from error
