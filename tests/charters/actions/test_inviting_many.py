"""Many are invited, and who cannot be is no hindrance to the others."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.charters.making import A_DAY, adopted, charter, signatory
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.inviting_many import invite_many
from wagtail_prcouncil.charters.models import Invitation
from wagtail_prcouncil.charters.signatories import candidates
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.outbox.models import Message


def test_bad_addresses_are_told_and_the_rest_is_sent(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    for _ in range(3):
        signatory(version.charter)
    first, second, third = candidates(version)
    wanted = [
        first._replace(email="a@example.org"),
        second._replace(email="no address"),
        third._replace(email=""),
        first._replace(email="b@example.org"),
    ]
    outcome = invite_many(version, wanted, expires_on=today() + A_DAY)
    assert [row.person for row in outcome.made] == [first.person]
    assert [(row.candidate.key, row.field) for row in outcome.left] == [
        (second.key, "email"),
        (third.key, "email"),
        (first.key, ""),  # invited already
    ]
    assert Message.objects.count() == Invitation.objects.count() == 1


def test_whoever_may_not_invites_nobody(site: SmallSite, django_user_model: type) -> None:
    version = adopted(charter(council(site)))
    signatory(version.charter)
    wanted = [one._replace(email="a@example.org") for one in candidates(version)]
    nobody = django_user_model.objects.create_user("nobody")
    with pytest.raises(PermissionDenied):
        invite_many(version, wanted, expires_on=today() + A_DAY, by=nobody)
    assert not Invitation.objects.exists()
