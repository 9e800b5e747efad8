"""What narrows the lists."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.test import RequestFactory

from tests.councils.making import START, council, seat, sits
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.filters import (
    AppointmentFilterSet,
    ElectionFilterSet,
    SeatFilterSet,
    TermFilterSet,
    seats,
)
from wagtail_prcouncil.councils.models import Appointment, Seat


def test_only_what_the_user_sees_is_offered(site: SmallSite) -> None:
    home, other = council(site), council(site)
    mine, _foreign = seat(home), seat(other)
    request = RequestFactory().get("/")
    request.user = member_of(group_for(home, rights=["prcouncil_councils.view_appointment"]))
    filters = AppointmentFilterSet({}, Appointment.objects.all(), request=request)
    assert list(filters.form.fields["council"].queryset) == [home]
    assert list(seats(request)) == [mine]


def test_a_right_on_terms_offers_nothing_to_lists_of_others(site: SmallSite) -> None:
    home = council(site)
    seat(home)
    request = RequestFactory().get("/")
    request.user = member_of(group_for(home, rights=["prcouncil_councils.view_term"]))
    assert not seats(request)
    for kind, offered in ((TermFilterSet, [home]), (SeatFilterSet, []), (ElectionFilterSet, [])):
        filters = kind({}, kind._meta.model.objects.all(), request=request)
        assert list(filters.form.fields["council"].queryset) == offered


@pytest.mark.parametrize(
    ("status", "found"), [("held", "held"), ("vacant", "empty"), ("gone", "gone"), ("", None)]
)
def test_seats_by_what_is_so_today(site: SmallSite, status: str, found: str | None) -> None:
    home = council(site)
    rows = {
        "held": seat(home),
        "empty": seat(home),
        "gone": seat(home, until=dt.date(2024, 1, 1)),
    }
    sits(rows["held"])
    filters = SeatFilterSet({"status": status}, Seat.objects.all(), request=_chiefs_request())
    wanted = [rows[found]] if found else list(rows.values())
    assert list(filters.qs.order_by("pk")) == wanted


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ({"when": "current"}, 1),
        ({"when": "former"}, 1),
        ({"when": "future"}, 0),
        ({"day": "1403/01/01"}, 1),
        ({"day": "1402/12/29"}, 0),
    ],
)
def test_appointments_by_time(site: SmallSite, said: dict[str, str], number: int) -> None:
    place = seat(council(site))
    sits(place, since=START, until=dt.date(2024, 5, 1))
    sits(place, since=dt.date(2025, 1, 1))
    rows = Appointment.objects.all()
    filters = AppointmentFilterSet(said, rows, request=_chiefs_request())
    assert filters.is_valid(), filters.errors
    assert filters.qs.count() == number


def _chiefs_request() -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = User.objects.create_superuser("root")
    return request
