"""A signature stays recorded."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models.deletion import ProtectedError

from tests.charters.making import adopted, charter, signed
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.signing import withdraw
from wagtail_prcouncil.charters.models import Signature
from wagtail_prcouncil.charters.states import Method
from wagtail_prcouncil.councils.models.seat import today


def test_withdrawn_ones_are_kept_and_do_not_stand(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    first, second = signed(version), signed(version)
    withdraw(first, on=today(), reason="چرا")
    assert list(version.signatures.in_order()) == [first, second]
    assert list(version.signatures.standing()) == [second]


def test_the_database_refuses_what_no_action_writes(site: SmallSite) -> None:
    made = signed(adopted(charter(council(site))))
    for wrong in ({"seat": None}, {"withdrawn_on": made.signed_on.replace(year=2000)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Signature.objects.filter(pk=made.pk).update(**wrong)
    Signature.objects.filter(pk=made.pk).update(seat=None, method=Method.PLEDGE)


def test_whoever_signed_is_not_deleted(site: SmallSite) -> None:
    made = signed(adopted(charter(council(site))))
    with pytest.raises(ProtectedError):
        made.version.charter.delete()
    assert made.title_in("en") == made.title_en or made.title
