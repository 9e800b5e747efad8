"""Reports → Attendance."""

from typing import Any

import pytest

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, secretary
from tests.meetings.making import held, staffed_council
from wagtail_prcouncil.meetings.models import Attendance
from wagtail_prcouncil.meetings.rights import Right

PLACE = "/admin/reports/meetings/attendance/"


def words(client: Any, query: str = "") -> str:
    response = client.get(f"{PLACE}?export=csv{query}")
    return b"".join(response.streaming_content).decode()


def test_how_often_an_agency_came(site: SmallSite) -> None:
    council = staffed_council(site, seats=2)
    first, _second = held(council), held(council, days=-20)
    row = first.attendances.with_people().first()
    assert row is not None
    assert row.agency is not None
    Attendance.objects.filter(pk=row.pk).update(presence="absent")
    client = chief()
    found = {told["agency__code"]: told for told in client.get(PLACE).context["object_list"]}
    told = found[row.agency.code]
    assert (told["seats"], told["there"], told["absent"]) == (2, 1, 1)
    assert row.agency.code in words(client)


def test_of_a_period(site: SmallSite) -> None:
    council = staffed_council(site, seats=1)
    held(council, days=-400)
    recent = held(council, days=-5)
    assert recent.day is not None
    (told,) = chief().get(f"{PLACE}?since={recent.day.isoformat()}").context["object_list"]
    assert told["seats"] == 1


def test_every_line_in_a_file(site: SmallSite) -> None:
    one = held(staffed_council(site, seats=2))
    told = words(chief(), "&lines=all")
    for row in one.attendances.with_people():
        assert row.person is not None
        assert row.person.name in told
    assert one.day is not None
    assert one.day.isoformat() in told


def test_of_ones_own_councils_and_with_the_right(site: SmallSite) -> None:
    mine, other = staffed_council(site, seats=1), staffed_council(site, title="بیگانه", seats=1)
    held(mine)
    strange = held(other).attendances.with_people().get()
    assert strange.agency is not None
    assert strange.agency.code not in words(secretary(mine))
    looking = secretary(mine, rights=[Right.VIEW])
    assert looking.get(PLACE).status_code == 200
    assert looking.get(f"{PLACE}?export=csv").status_code == 302
    assert secretary(mine, rights=[Right.VIEW_REPORTS]).get(PLACE).status_code == 302


@pytest.mark.parametrize("query", ["since=x", "council=x", "lines=x", "p=x"])
def test_garbage_in_its_address(site: SmallSite, query: str) -> None:
    held(staffed_council(site, seats=1))
    assert chief().get(f"{PLACE}?{query}").status_code in (200, 404)
