"""Deleting in the admin: what is in use stays, and that is said."""

import datetime as dt

import pytest

from tests.councils.admin.desk import (
    appointment_place,
    chief,
    election_place,
    seat_place,
    secretary,
    term_place,
)
from tests.councils.making import START, council, election, person, seat, sits
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Appointment, Election, Seat, Term
from wagtail_prcouncil.councils.states import Phase, Right, Role


def test_an_empty_seat_goes(site: SmallSite) -> None:
    place = seat(council(site))
    client = chief()
    assert client.get(seat_place("delete", place.pk)).status_code == 200
    assert Seat.objects.exists()
    assert client.post(seat_place("delete", place.pk)).status_code == 302
    assert not Seat.objects.exists()


def test_a_seat_in_which_somebody_sat_stays(site: SmallSite) -> None:
    place = seat(council(site))
    sits(place, person("نشسته"))
    client = chief()
    screen = seat_place("delete", place.pk)
    refused = (client.get(screen), client.post(screen))
    assert [response.status_code for response in refused] == [200, 409]
    for response in refused:  # nobody is asked what he cannot have
        assert "نشسته" in response.context["conflict"]["sentence"]
        assert "csrfmiddlewaretoken" not in response.content.decode().partition("<main")[2]
    assert Seat.objects.exists()


def test_an_appointment_by_mistake_goes_an_elected_one_stays(site: SmallSite) -> None:
    place = seat(council(site), Role.CHAIR)
    row = sits(place)
    client = chief()
    assert client.post(appointment_place("delete", row.pk)).status_code == 302
    elected = sits(place)
    Appointment.objects.filter(pk=elected.pk).update(election=election(place))
    response = client.post(appointment_place("delete", elected.pk))
    assert response.status_code == 409
    assert Appointment.objects.exists()


def test_an_election_that_was_held_stays(site: SmallSite) -> None:
    place = seat(council(site), Role.CHAIR)
    announced = election(place)
    held = election(place, phase=Phase.HELD, held_on=dt.date(2024, 5, 1))
    client = chief()
    assert client.post(election_place("delete", announced.pk)).status_code == 302
    assert client.post(election_place("delete", held.pk)).status_code == 409
    assert list(Election.objects.all()) == [held]


def test_a_term_goes(site: SmallSite) -> None:
    term = Term.objects.create(council=council(site), number=1, since=START)
    assert chief().post(term_place("delete", term.pk)).status_code == 302
    assert not Term.objects.exists()


@pytest.mark.parametrize("rights", [[], ["prcouncil_councils.delete_seat"]])
def test_only_with_the_right_and_in_ones_own_council(site: SmallSite, rights: list[str]) -> None:
    home, other = council(site), council(site)
    foreign = seat(other)
    client = secretary(home, rights=[Right.VIEW_SEATS, *rights])
    status = 404 if rights else 302
    assert client.post(seat_place("delete", foreign.pk)).status_code == status
    assert Seat.objects.filter(pk=foreign.pk).exists()
