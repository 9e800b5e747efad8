"""The order of a council's seats."""

import pytest

from tests.councils.admin.desk import chief, errors, seat_place, secretary
from tests.councils.making import council, seat
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import CouncilPage, Seat


def three(home: CouncilPage) -> list[Seat]:
    return [seat(home, sort_order=number) for number in range(1, 4)]


def words(*seats: Seat, places: list[str]) -> dict[str, object]:
    named = {f"place_{one.pk}": place for one, place in zip(seats, places, strict=True)}
    return {"seats": [str(one.pk) for one in seats], **named}


def in_order(home: CouncilPage) -> list[Seat]:
    return list(home.seats.order_by("sort_order"))


def test_numbers_are_an_order(site: SmallSite) -> None:
    home = council(site)
    first, second, third = three(home)
    said = words(first, second, third, places=["3", "۱", "2"])
    client = secretary(home)
    assert client.get(seat_place("order", home.pk)).status_code == 200
    assert client.post(seat_place("order", home.pk), said).status_code == 302
    assert in_order(home) == [second, third, first]


def test_equal_numbers_stay_as_they_stood(site: SmallSite) -> None:
    home = council(site)
    first, second, third = three(home)
    said = words(first, second, third, places=["5", "5", "1"])
    chief().post(seat_place("order", home.pk), said)
    assert in_order(home) == [third, first, second]


def test_a_seat_that_came_meanwhile_is_missed(site: SmallSite) -> None:
    home = council(site)
    first, second, third = three(home)
    client = chief()
    response = client.post(seat_place("order", home.pk), words(first, second, places=["2", "1"]))
    assert response.status_code == 200  # the number of the third is missing
    assert list(errors(response)) == [f"place_{third.pk}"]
    said = words(first, second, places=["2", "1"]) | {f"place_{third.pk}": "3"}
    assert client.post(seat_place("order", home.pk), said).status_code == 409
    assert in_order(home) == [first, second, third]


@pytest.mark.parametrize("garbage", ["x", "", "-1", "9" * 30, "1.5"])
def test_garbage_is_no_place(site: SmallSite, garbage: str) -> None:
    home = council(site)
    rows = three(home)
    said = words(*rows, places=[garbage, "2", "1"])
    response = chief().post(seat_place("order", home.pk), said)
    assert response.status_code == 200
    assert list(errors(response)) == [f"place_{rows[0].pk}"]
    assert in_order(home) == rows


@pytest.mark.parametrize("garbage", ["x", "9" * 30, "²", ""])
def test_garbage_is_no_seat(site: SmallSite, garbage: str) -> None:
    home = council(site)
    rows = three(home)
    said = words(*rows, places=["1", "2", "3"])
    said["seats"] = [garbage]
    assert chief().post(seat_place("order", home.pk), said).status_code == 409


def test_the_order_of_another_council(site: SmallSite) -> None:
    home, other = council(site), council(site)
    client = secretary(home)
    assert client.get(seat_place("order", other.pk)).status_code == 404
    assert client.post(seat_place("order", other.pk)).status_code == 404
