"""What can still become of an invitation."""

import pytest
from django.db import IntegrityError, transaction

from tests.charters.making import A_DAY
from tests.charters.test_links import invited
from tests.making import SmallSite
from wagtail_prcouncil.charters.models import Invitation
from wagtail_prcouncil.charters.states import InvitationState
from wagtail_prcouncil.councils.models.seat import today


def test_it_is_open_through_its_last_day(site: SmallSite) -> None:
    made = invited(site)
    rows = Invitation.objects.filter(pk=made.pk)
    for day, is_open in ((today(), True), (today() - A_DAY, False)):
        rows.update(expires_on=day)
        assert rows.open().exists() is is_open
        assert rows.get().has_expired is not is_open


def test_none_is_used_without_a_signature(site: SmallSite) -> None:
    made = invited(site)
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=made.pk).update(state=InvitationState.USED)


def test_links_are_not_guessed(site: SmallSite) -> None:
    made = invited(site)
    assert len(made.nonce) >= 32
    assert made.holds_for == made.version.charter
