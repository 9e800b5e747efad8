"""Councils in the admin's menu."""

import pytest
from django.urls import reverse

from tests.councils.admin.desk import (
    KEEPING,
    appointment_place,
    election_place,
    seat_place,
    secretary,
    term_place,
)
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil import compat
from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.councils.states import Right
from wagtail_prcouncil.councils.viewsets import SeatViewSet, icons

LISTS = {
    Right.VIEW_SEATS: seat_place,
    Right.VIEW_APPOINTMENTS: appointment_place,
    Right.VIEW_TERMS: term_place,
    Right.VIEW_ELECTIONS: election_place,
}


def menu(*rights: str, of: bool = True, site: SmallSite) -> str:
    home = council(site)
    client = secretary(*([home] if of else []), rights=rights)
    return client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("right", LISTS)
def test_the_menu_shows_what_one_sees(site: SmallSite, right: Right) -> None:
    shown = menu(right, site=site)
    for other, place in LISTS.items():
        assert (f'"{place("index")}"' in shown) is (other == right)


def test_a_right_without_a_council_opens_nothing(site: SmallSite) -> None:
    shown = menu(*KEEPING, of=False, site=site)
    assert seat_place("index") not in shown


def test_the_policy_is_asked_wherever_a_seat_is_named(site: SmallSite) -> None:
    policy = SeatViewSet().permission_policy
    assert policy.model is Seat
    compat.register_policy(Seat, policy)  # twice is once


def test_rights_are_offered_to_groups(site: SmallSite) -> None:
    offered = SeatViewSet().get_permissions_to_register().values_list("codename", flat=True)
    assert {"view_seat", "export_seat"} <= set(offered)


def test_an_icon_of_its_own() -> None:
    assert icons(["one"])[0] == "one"
    assert len(icons([])) == 1
