import pytest
from django.db import IntegrityError, transaction

from tests.councils.making import START, council, election, person, seat
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Candidate, Election
from wagtail_prcouncil.councils.states import Phase, Role

pytestmark = pytest.mark.django_db


def test_open_is_what_waits_for_somebody(site: SmallSite) -> None:
    place = seat(council(site), Role.CHAIR)
    row = election(place)
    election(place, phase=Phase.ANNULLED)
    assert list(Election.objects.open()) == [row]


def test_elections_of_a_hidden_council_are_hidden(site: SmallSite) -> None:
    page = council(site)
    row = election(seat(page, Role.CHAIR))
    assert list(Election.objects.readable()) == [row]
    page.unpublish()
    assert not Election.objects.readable().exists()


def test_the_database_refuses_what_cannot_be(site: SmallSite) -> None:
    place, who = seat(council(site), Role.CHAIR), person()
    row = election(place)
    Candidate.objects.create(election=row, person=who)
    with pytest.raises(IntegrityError), transaction.atomic():
        Candidate.objects.create(election=row, person=who)
    for wrong in ({"phase": Phase.CONFIRMED, "held_on": START}, {"phase": Phase.HELD}):
        with pytest.raises(IntegrityError), transaction.atomic():
            election(place, **wrong)
