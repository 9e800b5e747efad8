import pytest
from django.utils import timezone

from tests.making import SmallSite
from tests.meetings.making import held, staffed_council
from wagtail_prcouncil.meetings.models import Minutes, Objection

pytestmark = pytest.mark.django_db


def test_an_objection_is_open_until_it_is_answered(site: SmallSite) -> None:
    one = held(staffed_council(site))
    seat = one.attendances.all()[0].seat
    assert seat is not None
    said = Objection.objects.create(meeting=one, seat=seat, text="نادرست")
    assert list(one.objections.open()) == [said]
    assert (said.holds_for, Minutes(meeting=one).holds_for) == (one, one)
    Objection.objects.filter(pk=said.pk).update(answered_at=timezone.now())
    assert not one.objections.open()
