"""Which council, person and seat a line means."""

import datetime as dt

import pytest

from tests.councils.importing.making import applied, checked, member
from tests.councils.making import person, seat
from tests.directory.importing.making import problems, states
from wagtail_prcouncil.councils.actions.closing import close_council
from wagtail_prcouncil.councils.models import Appointment, CouncilPage
from wagtail_prcouncil.councils.states import Role
from wagtail_prcouncil.directory.models import Agency, Person

pytestmark = pytest.mark.django_db


def test_namesakes(home: CouncilPage) -> None:
    person("بهار نمونه‌پور", name_en="Bahar One")
    run = checked(
        member(agency_code="water"),
        member(agency_code="roads", name_en="Bahar Two"),
    )
    shown = [{name: new for name, _old, new in outcome.changes}["name"] for outcome in run.outcomes]
    assert [("As in" in text, "New in" in text) for text in shown] == [(True, False), (False, True)]
    applied(run)
    assert Person.objects.named("بهار نمونه‌پور").count() == 2
    again = checked(member(since="1399/01/01", until="1399/02/01", role="observer"))
    assert problems(again)[0][1] == "agency_code"
    unclear = checked(member(since="1399/01/01", until="1399/02/01", agency_code="water"))
    assert problems(unclear)[0][1] == "name"


def test_of_a_secretary_there_is_one_seat(home: CouncilPage) -> None:
    office = seat(home, Role.SECRETARY, agency=None, is_voting=False)
    applied(checked(member(role="secretary", agency_code="water")))
    stay = Appointment.objects.get()
    assert (stay.seat, stay.on_behalf_of.code) == (office, "water")


def test_nothing_new_in_a_closed_council(home: CouncilPage) -> None:
    close_council(home, on=dt.date(2023, 1, 1), reason="dissolved", by=None)
    run = checked(member(since="1400/01/01", until="1400/02/01", agency_code="water"))
    assert len(problems(run)) == 1


def test_of_several_seats_the_line_is_told_how_to_name_one(home: CouncilPage) -> None:
    water, roads = (Agency.objects.get(code=code) for code in ("water", "roads"))
    seat(home, agency=water)
    seat(home, agency=roads, label="نمایندهٔ راه", label_en="Of roads")
    row = member(agency_code="")
    [(_line, column, sentence)] = problems(checked(row))
    assert column == "seat"
    assert "under “Seat”" in sentence
    names = ["سازمان آب", "Of roads"]
    assert all(f"«{name}»" in sentence for name in names)
    for name in names:
        assert states(checked({**row, "seat": name})) == ["new"]


def test_seats_called_alike_are_told_apart_by_their_agencies(home: CouncilPage) -> None:
    for code in ("water", "roads"):
        agency = Agency.objects.get(code=code)
        seat(home, Role.VICE_CHAIR, agency=agency)
    row = member(role="vice_chair")
    [(_line, _column, sentence)] = problems(checked(row))
    assert "under “Code of the agency”" in sentence
    assert "«water»" in sentence
    assert states(checked({**row, "agency_code": "water"})) == ["new"]
    seat(home, Role.VICE_CHAIR, agency=Agency.objects.get(code="water"))
    [(_line, _column, sentence)] = problems(checked({**row, "agency_code": "water"}))
    assert "Give them labels first" in sentence


def test_a_seat_by_the_name_that_a_table_in_english_gives_it(home: CouncilPage) -> None:
    Agency.objects.filter(code="water").update(name_en="Water Board")
    place = seat(home, agency=Agency.objects.get(code="water"))
    applied(checked(member(seat="Water Board")))
    assert Appointment.objects.get().seat == place
