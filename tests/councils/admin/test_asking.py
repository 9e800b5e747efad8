"""The frame of the screens: whom it lets in, and what it says when somebody was faster."""

import pytest
from django import forms
from django.contrib.auth.models import User
from django.db import transaction
from django.http import Http404
from django.test import Client, RequestFactory

from tests.councils.admin.desk import (
    appointment_place,
    chief,
    letter_words,
    seat_place,
    secretary,
)
from tests.councils.making import council, seat, sits
from tests.making import SmallSite, small_site
from wagtail_prcouncil.councils.admin.asking import AskingView, found_within
from wagtail_prcouncil.councils.admin.places import SEAT_LIST
from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.councils.scopes import Scope


def test_what_lies_outside_is_not_there(site: SmallSite) -> None:
    home, other = council(site), council(site)
    place = seat(home)
    rows = Seat.objects.all()
    assert found_within(rows, Scope(paths=(home.path,)), "council", place.pk) == place
    with pytest.raises(Http404):
        found_within(rows, Scope(paths=(other.path,)), "council", place.pk)


def test_without_the_right_anywhere_one_is_sent_back(site: SmallSite) -> None:
    home = council(site)
    client = secretary(home, rights=["prcouncil_councils.view_seat"])
    response = client.get(seat_place("edit", seat(home).pk))
    assert (response.status_code, response.url) == (302, "/admin/")


def test_nobody_comes_without_a_login(site: SmallSite) -> None:
    response = Client().get(seat_place("add"))
    assert response.status_code == 302
    assert "/login/" in response.url


@pytest.mark.parametrize("key", ["9" * 18, "9" * 40, "0"])
def test_keys_that_no_row_has(site: SmallSite, key: str) -> None:
    client = chief()
    for verb in ("edit", "history", "order", "timeline"):
        assert client.get(f"/admin/councils/seats/{verb}/{key}/").status_code == 404


def test_a_row_that_somebody_has_deleted_is_not_there(site: SmallSite) -> None:
    row = sits(seat(council(site)))
    words, key = letter_words(row.person, version="1"), row.pk
    row.delete()
    assert chief().post(appointment_place("edit", key), words).status_code == 404


class Seating(AskingView):
    """Writes a seat of an agency that is deleted between the form and the end of the action."""

    listing = SEAT_LIST

    def act(self, form: forms.Form) -> str:
        with transaction.atomic():
            Seat.objects.create(council_id=self.kwargs["council"], agency_id=10**9)
        return ""


@pytest.mark.django_db(transaction=True)
def test_what_is_deleted_before_the_action_ends_is_a_conflict() -> None:
    home = council(small_site())
    request = RequestFactory().post("/")
    request.user = User.objects.create_superuser("chief")
    answer = Seating.as_view()(request, council=home.pk)
    assert answer.status_code == 409
    assert not Seat.objects.exists()
