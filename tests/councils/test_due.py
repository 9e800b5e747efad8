"""Seats that somebody has to see to."""

import datetime as dt

import pytest

from tests.councils.making import council, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.due import SOON, Matter, due_seats
from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.councils.spans import ONE_DAY
from wagtail_prcouncil.councils.states import Capacity
from wagtail_prcouncil.directory.models import Agency

DAY = dt.date(2026, 6, 1)
LONG_AGO = dt.date(2020, 1, 1)


def matters(day: dt.date = DAY) -> list[str]:
    """Of the only seat."""
    rows = due_seats(Seat.objects.all(), day)
    return [matter.value for row in rows for matter in Matter if getattr(row, matter.value)]


def test_a_seat_that_is_held_needs_nobody(site: SmallSite) -> None:
    sits(seat(council(site)), since=LONG_AGO)
    assert matters() == []


def test_a_substitute_does_not_fill_a_seat(site: SmallSite) -> None:
    sits(seat(council(site)), since=LONG_AGO, capacity=Capacity.SUBSTITUTE)
    assert matters() == ["vacant"]


@pytest.mark.parametrize(("days", "found"), [(0, ["expiring"]), (1, [])])
def test_sixty_days_ahead(site: SmallSite, days: int, found: list[str]) -> None:
    sits(seat(council(site)), since=LONG_AGO, until=DAY + SOON + days * ONE_DAY)
    assert matters() == found


def test_whom_somebody_follows(site: SmallSite) -> None:
    place = seat(council(site))
    sits(place, since=LONG_AGO, until=DAY + 9 * ONE_DAY)
    sits(place, since=DAY + 10 * ONE_DAY)
    assert matters() == []


@pytest.mark.parametrize(
    ("since", "found"),
    [(dt.date(2025, 6, 1), []), (dt.date(2025, 5, 31), ["long_acting"])],
)
def test_acting_for_more_than_a_year(site: SmallSite, since: dt.date, found: list[str]) -> None:
    sits(seat(council(site)), since=since, capacity=Capacity.ACTING)
    assert matters() == found


def test_an_agency_that_closed_under_its_seat(site: SmallSite) -> None:
    whose = agency()
    sits(seat(council(site), agency=whose), since=LONG_AGO)
    Agency.objects.filter(pk=whose.pk).update(closed_on=DAY, closing_reason="abolished")
    assert matters() == ["agency_closed"]
    assert matters(DAY - ONE_DAY) == []


def test_seats_that_are_gone_and_closed_councils_need_nobody(site: SmallSite) -> None:
    home = council(site)
    seat(home, until=DAY - ONE_DAY)
    assert matters() == []
    seat(home)
    assert matters() == ["vacant"]
    closing = {"closed_on": DAY - ONE_DAY, "closing_reason": "dissolved"}
    CouncilPage.objects.filter(pk=home.pk).update(**closing)
    assert matters() == []
