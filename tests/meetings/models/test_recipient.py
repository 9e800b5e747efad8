import pytest
from django.db import IntegrityError, transaction

from tests.making import SmallSite
from tests.meetings.making import staffed_council
from wagtail_prcouncil.meetings.models import Recipient

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("has_seat", [True, False])
def test_an_address_stands_once_on_a_list(site: SmallSite, has_seat: bool) -> None:
    council = staffed_council(site)
    seat = council.seats.all()[0] if has_seat else None
    said = {"council": council, "seat": seat, "email": "one@example.invalid"}
    assert str(Recipient.objects.create(**said)) == "one@example.invalid"
    with pytest.raises(IntegrityError), transaction.atomic():
        Recipient.objects.create(**said)
