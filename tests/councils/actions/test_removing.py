import datetime as dt

import pytest

from tests.councils.actions.test_electing import HELD, held
from tests.councils.making import START, council, election, seat, sits
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.electing import confirm
from wagtail_prcouncil.councils.actions.removing import (
    remove_appointment,
    remove_election,
    remove_seat,
    remove_term,
)
from wagtail_prcouncil.councils.models import Appointment, Election, Seat, Term
from wagtail_prcouncil.councils.rules import InUseError

pytestmark = pytest.mark.django_db


def test_a_mistake_goes(site: SmallSite) -> None:
    page = council(site)
    row = sits(seat(page))
    remove_appointment(row)
    remove_seat(row.seat)
    remove_term(Term.objects.create(council=page, number=1, since=START))
    remove_election(election(seat(page)))
    assert not Appointment.objects.exists()
    assert Seat.objects.count() == 1
    assert not Term.objects.exists()
    assert not Election.objects.exists()


def test_a_seat_in_which_somebody_sat_stays(site: SmallSite) -> None:
    row = sits(seat(council(site)), until=START + dt.timedelta(days=9))
    with pytest.raises(InUseError, match=str(row.person)):
        remove_seat(row.seat)
    assert Seat.objects.filter(pk=row.seat_id).exists()


def test_a_vote_recorded_meanwhile_is_kept(site: SmallSite) -> None:
    before = Election.objects.get(pk=held(site, 3, 5).pk)
    before.phase, before.held_on = "candidates", None  # as another browser still has it
    with pytest.raises(InUseError):
        remove_election(before)
    assert Election.objects.get().held_on == HELD


def test_what_an_election_made_stays_and_so_does_the_election(site: SmallSite) -> None:
    row = held(site, 3, 5)
    with pytest.raises(InUseError):
        remove_election(row)
    made = confirm(row, since=HELD, version=row.version)
    with pytest.raises(InUseError):
        remove_appointment(made)
    with pytest.raises(InUseError):
        remove_election(Election.objects.get())
