"""Seats in the admin: the list, adding and changing one."""

import datetime as dt

import pytest
from django.test import Client

from tests.councils.admin.desk import chief, errors, seat_place, seat_words, secretary
from tests.councils.making import START, council, person, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.councils.states import Capacity, Role


def text(client: Client, place: str) -> str:
    response = client.get(place)
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_tells_who_sits_there_and_marks_what_is_vacant(site: SmallSite) -> None:
    home = council(site)
    held, empty = seat(home), seat(home)
    sits(held, person("سرپرست نمونه‌پور"), capacity=Capacity.ACTING)
    shown = text(chief(), seat_place("index"))
    assert f"سرپرست نمونه‌پور ({Capacity.ACTING.label})" in shown
    assert shown.count("prc-vacant") == 1
    assert seat_place("appoint", empty.pk) in shown


def test_the_list_is_narrowed_by_council_and_by_what_is_vacant(site: SmallSite) -> None:
    home, other = council(site), council(site)
    sits(seat(home, label="پر"))
    seat(home, label="خالی")
    seat(other, label="دیگر")
    client = chief()
    mine = text(client, f"{seat_place('index')}?council={home.pk}")
    assert "خالی" in mine
    assert "دیگر" not in mine
    vacant = text(client, f"{seat_place('index')}?council={home.pk}&status=vacant")
    assert "خالی" in vacant
    assert ">پر<" not in vacant


def test_a_secretary_sees_his_council_alone(site: SmallSite) -> None:
    home, other = council(site, "شورای خودی"), council(site, "شورای بیگانه")
    seat(home, label="کرسی خودی")
    seat(other, label="کرسی بیگانه")
    shown = text(secretary(home), seat_place("index"))
    assert "کرسی خودی" in shown
    assert "بیگانه" not in shown  # in the filter neither


@pytest.mark.parametrize(
    "verb", ["edit", "appoint", "appoint_acting", "history", "usage", "history_results"]
)
def test_a_seat_of_another_council_is_not_there(site: SmallSite, verb: str) -> None:
    home, other = council(site), council(site)
    client = secretary(home)
    assert client.get(seat_place(verb, seat(home).pk)).status_code == 200
    foreign = seat(other)
    assert client.get(seat_place(verb, foreign.pk)).status_code == 404
    assert client.post(seat_place(verb, foreign.pk)).status_code in (404, 405)


def test_a_seat_is_added_at_the_end(site: SmallSite) -> None:
    home, whose = council(site), agency()
    seat(home, sort_order=4)
    words = seat_words(
        home, role="member", agency=str(whose.pk), is_voting="on", since="1403/01/01"
    )
    response = secretary(home).post(seat_place("add"), words)
    assert response.status_code == 302
    made = Seat.objects.latest("pk")
    assert (made.sort_order, made.agency, made.since) == (5, whose, START)


def test_a_secretary_adds_none_to_another_council(site: SmallSite) -> None:
    home, other = council(site), council(site)
    response = secretary(home).post(seat_place("add"), seat_words(other))
    assert response.status_code == 200
    assert list(errors(response)) == ["council"]
    assert not Seat.objects.exists()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"role": "member", "is_voting": "on"}, "is_voting"),
        ({"since": "1403/01/02", "until": "1403/01/01"}, "until"),
        ({"since": "1403/12/31"}, "since"),
        ({"since": "0001/01/01"}, "since"),
        ({"role": "king"}, "role"),
        ({"label": "ۀ" * 200}, "label"),
        ({"agency": "9" * 40}, "agency"),
        ({"agency": "x"}, "agency"),
        ({"council": "\x00"}, "council"),
    ],
)
def test_what_cannot_be_is_told_beside_the_field(
    site: SmallSite, said: dict[str, str], field: str
) -> None:
    home = council(site)
    response = chief().post(seat_place("add"), seat_words(home) | said)
    assert response.status_code == 200
    assert field in errors(response)
    assert not Seat.objects.exists()


def test_the_agency_of_a_new_seat_is_open(site: SmallSite) -> None:
    home = council(site)
    closed = agency(closed_on=dt.date(2024, 1, 1), closing_reason="abolished")
    words = seat_words(home, role="member", agency=str(closed.pk), is_voting="on")
    assert list(errors(chief().post(seat_place("add"), words))) == ["agency"]


def test_a_seat_is_changed_and_stays_in_its_council(site: SmallSite) -> None:
    home, other = council(site), council(site)
    place = seat(home, role=Role.OBSERVER, agency=None, is_voting=False)
    response = chief().post(seat_place("edit", place.pk), seat_words(other, label="تازه"))
    assert response.status_code == 302
    place.refresh_from_db()
    assert (place.label, place.council) == ("تازه", home)


def test_somebody_who_sat_outside_the_new_days_is_named(site: SmallSite) -> None:
    home = council(site)
    place = seat(home, role=Role.OBSERVER, agency=None, is_voting=False)
    sits(place, person("نام‌برده"))
    response = chief().post(seat_place("edit", place.pk), seat_words(since="1404/01/01"))
    assert "نام‌برده" in errors(response)["since"][0]
    place.refresh_from_db()
    assert place.since is None


def test_the_list_takes_a_constant_number_of_queries(
    site: SmallSite, django_assert_max_num_queries: object
) -> None:
    home = council(site)
    client = secretary(home)
    for _number in range(12):
        sits(seat(home))
    client.get(seat_place("index"))
    with django_assert_max_num_queries(30):  # type: ignore[operator]
        client.get(seat_place("index"))


@pytest.mark.parametrize(
    "query",
    [
        *("council=x", "council=" + "9" * 40, "role=king", "status=x", "p=-1", "ordering=evil"),
        *("export=exe", "q=%00", "council=%00"),
    ],
)
def test_garbage_in_the_address_of_the_list(site: SmallSite, query: str) -> None:
    seat(council(site))
    assert chief().get(f"{seat_place('index')}?{query}").status_code in (200, 404)


def test_the_list_leaves_as_a_file_for_those_who_may(site: SmallSite) -> None:
    home, other = council(site), council(site, "بیگانه")
    sits(seat(home), person("نشسته"))
    seat(other)
    query = f"{seat_place('index')}?export=csv"
    told = b"".join(secretary(home).get(query).streaming_content).decode()
    assert "نشسته" in told
    assert "بیگانه" not in told
    looking = secretary(home, rights=["prcouncil_councils.view_seat"])
    assert looking.get(query).status_code == 302
    assert looking.get(seat_place("index")).status_code == 200
