"""Reports → Seats to fill."""

import pytest
from django.urls import reverse

from tests.councils.admin.desk import chief, seat_place, secretary
from tests.councils.making import council, person, seat, sits
from tests.making import SmallSite
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.spans import ONE_DAY
from wagtail_prcouncil.councils.states import Right

PLACE = "/admin/reports/councils/seats/"


def test_what_needs_somebody(site: SmallSite) -> None:
    home = council(site)
    vacant, leaving, held = seat(home), seat(home), seat(home)
    sits(leaving, person("رونده"), until=today() + 30 * ONE_DAY)
    sits(held)
    client = chief()
    response = client.get(PLACE)
    assert list(response.context["object_list"]) == [vacant, leaving]
    shown = response.content.decode()
    assert "رونده" in shown
    assert seat_place("edit", vacant.pk) in shown
    narrowed = client.get(f"{PLACE}?matter=expiring")
    assert list(narrowed.context["object_list"]) == [leaving]


def test_of_ones_own_councils_alone(site: SmallSite) -> None:
    home, other = council(site), council(site, "بیگانه")
    mine = seat(home)
    seat(other)
    client = secretary(home)
    response = client.get(PLACE)
    assert list(response.context["object_list"]) == [mine]
    assert "بیگانه" not in response.content.decode()
    told = b"".join(client.get(f"{PLACE}?export=csv").streaming_content).decode()
    assert mine.name_as_read() in told
    assert "بیگانه" not in told
    assert client.get(f"{PLACE}?export=xlsx").status_code == 200


def test_for_those_who_see_seats(site: SmallSite) -> None:
    home = council(site)
    terms = secretary(home, rights=[Right.VIEW_TERMS])
    assert terms.get(PLACE).status_code == 302
    looking = secretary(home, rights=[Right.VIEW_SEATS])
    assert looking.get(PLACE).status_code == 200
    assert looking.get(f"{PLACE}?export=csv").status_code == 302
    assert PLACE in looking.get(reverse("wagtailadmin_home")).content.decode()
    assert PLACE not in terms.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("query", ["matter=x", "council=x", "council=" + "9" * 40, "p=x"])
def test_garbage_in_its_address(site: SmallSite, query: str) -> None:
    seat(council(site))
    assert chief().get(f"{PLACE}?{query}").status_code in (200, 404)


def test_many_seats_cost_no_more(site: SmallSite, django_assert_max_num_queries: object) -> None:
    home = council(site)
    for _number in range(20):
        sits(seat(home), until=today() + 9 * ONE_DAY)
    client = secretary(home)
    client.get(PLACE)
    with django_assert_max_num_queries(25):  # type: ignore[operator]
        client.get(PLACE)
