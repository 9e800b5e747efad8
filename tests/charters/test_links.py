"""A link is of one invitation, and nobody can make one up."""

from django.core.signing import Signer

from tests.charters.making import A_DAY, adopted, charter, signatory
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.inviting import invite
from wagtail_prcouncil.charters.links import SALT, invitation_of, token_of
from wagtail_prcouncil.charters.models import Invitation
from wagtail_prcouncil.councils.models.seat import today


def invited(site: SmallSite) -> Invitation:
    version = adopted(charter(council(site)))
    place, person = signatory(version.charter)
    assert place.agency is not None
    return invite(
        version,
        agency=place.agency,
        person=person,
        email="a@example.org",
        expires_on=today() + A_DAY,
    )


def test_a_token_leads_to_its_invitation(site: SmallSite) -> None:
    made = invited(site)
    assert invitation_of(token_of(made)) == made


def test_what_we_did_not_give_out_leads_nowhere(site: SmallSite) -> None:
    made = invited(site)
    token = token_of(made)
    forged = Signer(salt=SALT).sign_object([made.pk, "guessed"])
    other_salt = Signer(salt="other").sign_object([made.pk, made.nonce])
    no_list = Signer(salt=SALT).sign_object({"pk": made.pk})
    not_a_key = Signer(salt=SALT).sign_object(["x", made.nonce])
    huge = Signer(salt=SALT).sign_object([10**30, made.nonce])
    bad = ["", "x", token[:-1], token + "x", "\x00", forged, other_salt, no_list, not_a_key, huge]
    assert [found for found in map(invitation_of, bad) if found] == []
