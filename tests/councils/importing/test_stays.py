"""What a line says of a stay that is known."""

import datetime as dt
from typing import Any

import pytest

from tests.councils.actions.test_electing import HELD, held
from tests.councils.importing.making import applied, checked, member
from tests.councils.making import person, seat, sits
from tests.directory.importing.making import problems, states
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.electing import confirm
from wagtail_prcouncil.councils.models import Appointment, CouncilPage
from wagtail_prcouncil.councils.states import Basis, Role
from wagtail_prcouncil.exchange.models import ImportRun

pytestmark = pytest.mark.django_db


@pytest.fixture
def stay(home: CouncilPage) -> Appointment:
    place = seat(home, agency=agency("صندوق کار", code="fund"))
    return sits(place, person("لاله نمونه‌پور"), dt.date(2024, 3, 20), title="نماینده")


def again(**cells: str) -> dict[str, str]:
    """A line of that stay."""
    return dict(member("لاله نمونه‌پور", "1403/01/01", agency_code="fund", **cells))


def told(run: ImportRun) -> list[list[tuple[str, str]]]:
    return [[tuple(note) for note in outcome.notes] for outcome in run.outcomes]


@pytest.mark.parametrize("change", [{}, {"title": "نایب"}])
def test_a_line_that_stands_twice_counts_once(stay: Appointment, change: Any) -> None:
    row = again(until="1404/12", **change)
    run = checked(row, row)
    assert states(run) == ["changed", "unchanged"]
    assert told(run) == [[], [("", "Line 2 says the same.")]]
    assert applied(run).state == "done"
    stay.refresh_from_db()
    assert (stay.until, stay.version) == (dt.date(2026, 3, 20), 2)


def test_a_new_one_that_stands_twice_counts_once(home: CouncilPage) -> None:
    row = member(agency_code="water", title="مشاور")
    run = checked(row, row, member(agency_code="water", title="دیگر"), member(agency_code="water"))
    assert states(run) == ["new", "unchanged", "error", "unchanged"]
    assert [(line, column) for line, column, _sentence in problems(run)] == [(4, "title")]
    assert "Line 2" in problems(run)[0][2]
    assert applied(run).state == "done"
    assert Appointment.objects.get().title == "مشاور"


def test_substitutes_that_stand_twice_count_once(home: CouncilPage) -> None:
    row = member(agency_code="water", capacity="substitute")
    assert applied(checked(row, row)).state == "done"
    assert Appointment.objects.count() == 1


def test_two_lines_may_not_disagree(stay: Appointment) -> None:
    run = checked(again(title="الف"), again(title="ب"))
    assert states(run) == ["changed", "error"]
    [(line, column, sentence)] = problems(run)
    assert (line, column, "Line 2" in sentence) == (3, "title", True)


def test_the_agency_of_an_officer_is_changed_and_back(home: CouncilPage) -> None:
    office = seat(home, Role.CHAIR, agency=agency("صندوق کار", code="fund"))
    row = member(role="chair")
    applied(checked(row))
    run = checked({**row, "agency_code": "water"})
    assert run.outcomes[0].changes == [["agency_code", "fund", "water"]]
    applied(run)
    stay = Appointment.objects.get()
    assert (stay.seat, stay.on_behalf_of.code) == (office, "water")
    assert states(checked({**row, "agency_code": "water"}, row)) == ["unchanged", "unchanged"]
    applied(checked({**row, "agency_code": "fund"}))
    stay.refresh_from_db()
    assert stay.agency is None


def test_an_election_alone_gives_its_basis(stay: Appointment) -> None:
    run = checked(again(basis="election"), member(agency_code="water", basis="انتخابات"))
    assert [(line, column) for line, column, _sentence in problems(run)] == [
        (2, "basis"),
        (3, "basis"),
    ]
    assert "older records" in problems(run)[0][2]


def test_whoever_was_elected_stays_so(site: SmallSite) -> None:
    row = held(site, 3, 5)
    made = confirm(row, since=HELD, version=row.version)
    line = {
        "council": row.seat.council.slug,
        "name": made.person.name,
        "since": made.since.isoformat(),
        "role": row.seat.role,
    }
    assert states(checked(line, {**line, "basis": Basis.ELECTION})) == ["unchanged", "unchanged"]
    [(_line, column, _sentence)] = problems(checked({**line, "basis": Basis.LETTER}))
    assert column == "basis"
