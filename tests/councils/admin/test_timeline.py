"""Who sat when, in the admin."""

import datetime as dt

from django.test import Client

from tests.councils.admin.desk import chief, seat_place, secretary
from tests.councils.making import council, in_english, person, seat, sits
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Term
from wagtail_prcouncil.councils.states import Right


def test_holders_of_all_times_are_drawn(site: SmallSite) -> None:
    home = council(site)
    place = seat(home)
    sits(place, person("پیشین"), dt.date(2010, 1, 1), dt.date(2015, 1, 1))
    sits(place, person("اکنون"), dt.date(2020, 1, 1))
    shown = secretary(home).get(seat_place("timeline", home.pk)).content.decode()
    assert "پیشین" in shown
    assert "اکنون" in shown
    assert "prc-tenure__vacant" in shown


def test_a_term_alone(site: SmallSite) -> None:
    home = council(site)
    place = seat(home)
    sits(place, person("پیشین"), dt.date(2010, 1, 1), dt.date(2015, 1, 1))
    sits(place, person("اکنون"), dt.date(2020, 1, 1))
    term = Term.objects.create(council=home, number=2, since=dt.date(2019, 1, 1))
    page = seat_place("timeline", home.pk)
    client = chief()
    assert "پیشین" not in client.get(f"{page}?term={term.pk}").content.decode()
    for garbage in ("x", "9" * 40, "%00"):
        assert client.get(f"{page}?term={garbage}").status_code == 200


def test_before_anybody_sat_there(site: SmallSite) -> None:
    home = council(site)
    assert chief().get(seat_place("timeline", home.pk)).context["tenure"] is None


def test_the_facts_hang_on_the_original(site: SmallSite) -> None:
    home, other = council(site), council(site)
    english = in_english(home, site)
    client: Client = secretary(home)
    assert client.get(seat_place("timeline", english.pk)).status_code == 404
    assert client.get(seat_place("timeline", other.pk)).status_code == 404


def test_a_right_on_terms_or_elections_shows_nobody_who_sits_there(site: SmallSite) -> None:
    home = council(site)
    sits(seat(home), person("نشسته"))
    place = seat_place("timeline", home.pk)
    for right in (Right.VIEW_TERMS, Right.CONFIRM_ELECTIONS, Right.EXPORT):
        response = secretary(home, rights=[right]).get(place)
        assert (response.status_code, response.url) == (302, "/admin/")
    shown = secretary(home, rights=[Right.VIEW_APPOINTMENTS]).get(place).content.decode()
    assert "نشسته" in shown
    assert f"{seat_place('index')}?council=" not in shown  # a list that is not his
