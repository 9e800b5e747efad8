"""Appointments in the admin: somebody takes a seat, leaves it, or it is put right."""

import datetime as dt

import pytest

from tests.councils.admin.desk import (
    appointment_place,
    chief,
    errors,
    letter_words,
    seat_place,
    secretary,
)
from tests.councils.making import START, council, person, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.appointments import CorrectView
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.states import Basis, Capacity, Precision
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.persian.dates import format_numeric


def test_somebody_takes_a_seat_and_who_held_it_leaves(site: SmallSite) -> None:
    home = council(site)
    place, before, after = seat(home), person("پیشین"), person("تازه")
    sits(place, before)
    client = secretary(home)
    asked = client.get(seat_place("appoint", place.pk)).content.decode()
    assert "پیشین" in asked
    said = letter_words(after, "1404/01/01", capacity="acting", letter_number="۱۲/۳۴")
    response = client.post(seat_place("appoint", place.pk), said)
    assert response.status_code == 302
    old, new = Appointment.objects.order_by("since")
    assert (old.person, old.until) == (before, dt.date(2025, 3, 20))
    assert (new.person, new.capacity, new.since) == (after, Capacity.ACTING, dt.date(2025, 3, 21))


def test_an_acting_head_is_offered_as_such(site: SmallSite) -> None:
    place = seat(council(site))
    form = chief().get(seat_place("appoint_acting", place.pk)).context["form"]
    assert form["capacity"].value() == Capacity.ACTING


def test_a_seat_is_chosen_among_the_users_own(site: SmallSite) -> None:
    home, other = council(site), council(site)
    mine, foreign = seat(home), seat(other)
    client = secretary(home)
    said = letter_words(person())
    refused = client.post(appointment_place("add"), said | {"seat": str(foreign.pk)})
    assert list(errors(refused)) == ["seat"]
    assert client.post(appointment_place("add"), said | {"seat": str(mine.pk)}).status_code == 302
    assert Appointment.objects.get().seat == mine


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"person": ""}, "person"),
        ({"person": "x"}, "person"),
        ({"person": "9" * 40}, "person"),
        ({"since": ""}, "since"),
        ({"since": "1403/12/31"}, "since"),
        ({"since": "0622/01/01"}, "since"),
        ({"until": "1402/01/01"}, "until"),
        ({"capacity": "king"}, "capacity"),
        ({"basis": "election"}, "basis"),
        ({"since_precision": "hour"}, "since_precision"),
        ({"title": "ۀ" * 200}, "title"),
        ({"letter_number": "x" * 61}, "letter_number"),
        ({"letter_on": "yesterday"}, "letter_on"),
    ],
)
def test_what_cannot_be_is_told_beside_the_field(
    site: SmallSite, said: dict[str, str], field: str
) -> None:
    place = seat(council(site))
    words = letter_words(person("نوشته")) | said
    response = chief().post(seat_place("appoint", place.pk), words)
    assert response.status_code == 200
    assert field in errors(response)
    assert not Appointment.objects.exists()


def test_overlapping_days_are_told_beside_the_first(site: SmallSite) -> None:
    place = seat(council(site))
    sits(place, person("نشسته"), START, dt.date(2025, 3, 20))
    words = letter_words(person(), "1403/02/01", until="1403/03/01")
    response = chief().post(seat_place("appoint", place.pk), words)
    assert "نشسته" in errors(response)["since"][0]
    assert Appointment.objects.count() == 1


def test_a_second_vote_is_told_beside_the_person(site: SmallSite) -> None:
    home, who = council(site), person()
    sits(seat(home, label="نخست"), who)
    second = seat(home)
    response = chief().post(seat_place("appoint", second.pk), letter_words(who))
    assert "نخست" in errors(response)["person"][0]


def test_nobody_sits_for_a_closed_agency(site: SmallSite) -> None:
    whose = agency()
    place = seat(council(site), agency=whose)
    Agency.objects.filter(pk=whose.pk).update(
        closed_on=dt.date(2024, 1, 1), closing_reason="abolished"
    )
    response = chief().post(seat_place("appoint", place.pk), letter_words(person()))
    assert list(errors(response)) == ["since"]


def test_a_year_alone_is_known(site: SmallSite) -> None:
    place = seat(council(site))
    words = letter_words(person(), "1396/06/15", since_precision="year", basis="record")
    words |= {"until": "1398/01/01", "until_precision": "year"}
    assert chief().post(seat_place("appoint", place.pk), words).status_code == 302
    row = Appointment.objects.get()
    assert (row.since, row.until) == (dt.date(2017, 3, 21), dt.date(2020, 3, 19))
    assert (row.since_precision, row.basis) == (Precision.YEAR, Basis.RECORD)


def test_it_is_put_right(site: SmallSite) -> None:
    row = sits(seat(council(site)))
    words = letter_words(row.person, "1403/02/01", title="مدیر کل", version="1")
    assert chief().post(appointment_place("edit", row.pk), words).status_code == 302
    row.refresh_from_db()
    assert (row.title, row.since, row.version) == ("مدیر کل", dt.date(2024, 4, 20), 2)


def test_of_two_who_correct_at_once_the_later_is_told_what_is_so(site: SmallSite) -> None:
    row = sits(seat(council(site)))
    client = chief()
    first = letter_words(row.person, "1403/02/01", version="1")
    client.post(appointment_place("edit", row.pk), first)
    second = letter_words(row.person, "1403/03/01", title="نوشتهٔ من", version="1")
    response = client.post(appointment_place("edit", row.pk), second)
    assert response.status_code == 409
    shown = response.content.decode()
    assert "نوشتهٔ من" in shown
    assert "۱ اردیبهشت ۱۴۰۳" in shown
    row.refresh_from_db()
    assert (row.since, row.title) == (dt.date(2024, 4, 20), "")
    # What is shown now is what was read: sent once more, it holds.
    again = second | {"version": str(response.context["form"]["version"].value())}
    assert client.post(appointment_place("edit", row.pk), again).status_code == 302


def test_somebody_leaves(site: SmallSite) -> None:
    row = sits(seat(council(site)), title="رئیس")
    client = chief()
    assert row.person.name in client.get(appointment_place("end", row.pk)).content.decode()
    said = {"until": "1403/06/31", "until_precision": "day", "version": "1"}
    assert client.post(appointment_place("end", row.pk), said).status_code == 302
    row.refresh_from_db()
    assert (row.until, row.title) == (dt.date(2024, 9, 21), "رئیس")


@pytest.mark.parametrize(
    ("said", "status"),
    [({"until": "1402/01/01"}, 200), ({"until": ""}, 200), ({"version": "9"}, 409)],
)
def test_an_end_that_cannot_be(site: SmallSite, said: dict[str, str], status: int) -> None:
    row = sits(seat(council(site)))
    words = {"until": "1403/06/31", "until_precision": "day", "version": "1"} | said
    assert chief().post(appointment_place("end", row.pk), words).status_code == status
    row.refresh_from_db()
    assert row.until is None


@pytest.mark.parametrize("verb", ["edit", "end", "history", "usage"])
def test_an_appointment_of_another_council_is_not_there(site: SmallSite, verb: str) -> None:
    home, other = council(site), council(site)
    mine, foreign = sits(seat(home)), sits(seat(other))
    client = secretary(home)
    assert client.get(appointment_place(verb, mine.pk)).status_code == 200
    assert client.get(appointment_place(verb, foreign.pk)).status_code == 404
    assert foreign.person.name not in client.get(appointment_place("index")).content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("when=current", "اکنون"),
        ("when=former", "پیشین"),
        ("day=1403/01/15", "پیشین"),
        ("q=پيشين", "پیشین"),  # with Arabic letters
        ("capacity=acting", "پیشین"),
    ],
)
def test_the_list_is_narrowed(site: SmallSite, query: str, found: str) -> None:
    place = seat(council(site))
    sits(place, person("پیشین"), START, dt.date(2024, 12, 1), capacity=Capacity.ACTING)
    sits(place, person("اکنون"), dt.date(2025, 1, 1))
    shown = chief().get(f"{appointment_place('index')}?{query}")
    assert [row.person.name for row in shown.context["object_list"]] == [found]


@pytest.mark.parametrize(
    "query", ["day=x", "day=0001-01-01", "seat=x", "when=x", "q=%00", "ordering=x", "p=x"]
)
def test_garbage_in_the_address_of_the_list(site: SmallSite, query: str) -> None:
    sits(seat(council(site)))
    assert chief().get(f"{appointment_place('index')}?{query}").status_code in (200, 404)


def test_the_list_leaves_as_a_file(site: SmallSite) -> None:
    row = sits(seat(council(site)))
    response = chief().get(f"{appointment_place('index')}?export=csv")
    told = b"".join(response.streaming_content).decode("utf-8-sig")
    assert row.person.name in told
    assert "2024-03-20" in told
    assert "1403/01/01" in told


def test_who_holds_the_seat_already_is_appointed_by_a_new_letter_only(site: SmallSite) -> None:
    row = sits(seat(council(site)), person("نشسته"))
    client, screen = chief(), seat_place("appoint", row.seat_id)
    assert 'name="again"' not in client.get(screen).content.decode()
    words = letter_words(row.person, "1404/01/01")
    asked = client.post(screen, words)
    assert list(errors(asked)) == ["again"]
    assert 'name="again"' in asked.content.decode()
    assert Appointment.objects.count() == 1
    assert client.post(screen, words | {"again": "on"}).status_code == 302
    assert Appointment.objects.count() == 2


def test_an_acting_head_who_is_appointed_is_not_asked_about(site: SmallSite) -> None:
    row = sits(seat(council(site)), capacity=Capacity.ACTING)
    words = letter_words(row.person, "1404/01/01")
    assert chief().post(seat_place("appoint", row.seat_id), words).status_code == 302


def test_a_stay_that_is_over_is_told_as_one(site: SmallSite) -> None:
    row = sits(seat(council(site)), person("رفته"))
    words = {"version": "1", "until": "1403/06/01", "until_precision": "day"}
    client = chief()
    over = client.post(appointment_place("end", row.pk), words, follow=True).content.decode()
    ahead = day_as_read(today() + dt.timedelta(days=9))
    later = {"version": "2", "until": format_numeric(today() + dt.timedelta(days=9))}
    lasts = client.post(appointment_place("end", row.pk), later, follow=True).content.decode()
    assert "sat there until" in over or "بود" in over
    assert ahead in lasts


def test_an_end_that_cannot_be_stands_beside_the_last_day(site: SmallSite) -> None:
    row = sits(seat(council(site), until=dt.date(2025, 3, 20)), until=dt.date(2025, 3, 1))
    words = {"version": "1", "until": "1404/06/01", "until_precision": "day"}
    response = chief().post(appointment_place("end", row.pk), words)
    assert list(errors(response)) == ["until"]


def test_an_appointment_that_is_deleted_while_it_is_corrected(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = sits(seat(council(site)))
    find = CorrectView.find

    def find_the_last_time(view: CorrectView) -> None:
        find(view)
        Appointment.objects.all().delete()

    monkeypatch.setattr(CorrectView, "find", find_the_last_time)
    words = letter_words(row.person, version="1", letter_number="نامهٔ ۷")
    response = chief().post(appointment_place("edit", row.pk), words)
    assert response.status_code == 409
    assert "نامهٔ ۷" in response.content.decode()
