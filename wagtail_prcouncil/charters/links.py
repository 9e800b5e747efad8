"""The link of an invitation to sign: of one invitation, and nobody can make one up."""

from django.core.signing import BadSignature, Signer
from django.utils.crypto import constant_time_compare

from wagtail_prcouncil.charters.models import Invitation

SALT = "prcouncil_charters.invitation"


def token_of(invitation: Invitation) -> str:
    """The last part of the address: key and nonce, signed with the site's secret."""
    return Signer(salt=SALT).sign_object([invitation.pk, invitation.nonce])


def invitation_of(token: str) -> Invitation | None:
    """None for a token that we did not give out. Whether it can still be used is another matter:
    its state and its last day say so."""
    try:
        said = Signer(salt=SALT).unsign_object(token)
    except (BadSignature, ValueError):
        return None
    match said:
        case [int(key), str(nonce)]:
            return _found(key, nonce)
    return None


def _found(key: int, nonce: str) -> Invitation | None:
    people = ("agency", "person", "version__charter__page__locale", "version__charter__council")
    found = Invitation.objects.select_related(*people).filter(pk=key).first()
    if found is None or not constant_time_compare(found.nonce, nonce):
        return None
    return found
