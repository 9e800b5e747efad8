"""What lines would do together."""

import datetime as dt

import pytest

from tests.councils.importing.making import applied, checked, member
from tests.councils.making import person, seat, sits
from tests.directory.importing.making import problems, states
from tests.directory.making import agency
from wagtail_prcouncil.councils.models import Appointment, CouncilPage, Seat
from wagtail_prcouncil.councils.states import Precision
from wagtail_prcouncil.directory.models import Person

pytestmark = pytest.mark.django_db


def test_lines_in_any_order_follow_one_another(home: CouncilPage) -> None:
    rows = (
        member("سپهر نمونه‌نیا", "1402/03/01", agency_code="water"),
        member("بهار نمونه‌پور", "1394", agency_code="water"),
        member("بهار نمونه‌پور", "1402/03/01", agency_code="roads"),
    )
    assert applied(checked(*rows)).state == "done"
    assert Seat.objects.count() == 2
    assert Person.objects.count() == 2
    first = Appointment.objects.get(since_precision=Precision.YEAR)
    assert first.until == dt.date(2023, 5, 21)
    assert states(checked(*rows)) == ["unchanged"] * 3


def test_errors_are_told_by_line_and_column_and_others_are_looked_at(home: CouncilPage) -> None:
    with_vote = {"agency_code": "water"}
    run = checked(
        member(since="روزی", **with_vote),
        member("", **with_vote),
        member(council="شورای ناشناس"),
        member(agency_code="sea"),
        member(role="observer"),
        member(since="1402/05/01", until="1401/01/01", **with_vote),
        member("سپهر نمونه‌نیا", "1390/01/01", until="1392/01/01", **with_vote),
        member("آرش نمونه‌کیا", "1391/01/01", until="1391/06/01", **with_vote),
        member("سپهر نمونه‌نیا", "1391/01/01", until="1393/01/01", agency_code="roads"),
    )
    assert [(line, column) for line, column, _sentence in problems(run)] == [
        (2, "since"),
        (3, "name"),
        (4, "council"),
        (5, "agency_code"),
        (6, "agency_code"),
        (7, "until"),
        (9, "since"),
        (10, "name"),
    ]
    assert states(run)[6] == "new"
    sentences = {line: sentence for line, _column, sentence in problems(run)}
    assert "سپهر نمونه‌نیا (line 8)" in sentences[9]
    assert not Person.objects.exists()


def test_what_is_in_the_database_counts_as_well(home: CouncilPage) -> None:
    place = seat(home, agency=agency("صندوق کار", code="fund"))
    sits(place, person("لاله نمونه‌پور"), dt.date(2015, 1, 1), dt.date(2016, 1, 1))
    run = checked(member(since="2015-06-01", until="2015-07-01", agency_code="fund"))
    [(_line, column, sentence)] = problems(run)
    assert (column, "لاله نمونه‌پور" in sentence) == ("since", True)


def test_an_empty_cell_leaves_and_another_changes(home: CouncilPage) -> None:
    place = seat(home, agency=agency("صندوق کار", code="fund"))
    stay = sits(place, person("لاله نمونه‌پور"), dt.date(2024, 3, 20), title="نماینده")
    row = member("لاله نمونه‌پور", "1403/01/01", agency_code="fund", until="1404/12")
    run = checked(row)
    assert states(run) == ["changed"]
    assert run.outcomes[0].changes == [["until", "", "1404/12"]]
    applied(run)
    stay.refresh_from_db()
    assert (stay.title, stay.until, stay.version) == ("نماینده", dt.date(2026, 3, 20), 2)


def test_all_mistakes_of_a_line_are_told(home: CouncilPage) -> None:
    backwards = {"since": "1402/05/01", "until": "1401/01/01"}
    run = checked(
        member(agency_code="sea", role="king", **backwards),
        member(council="شورای ناشناس", agency_code="sea", **backwards),
        member(role="observer", basis="x", until="1401/01/01"),
    )
    assert [(line, column) for line, column, _sentence in problems(run)] == [
        (2, "role"),
        (2, "agency_code"),
        (2, "until"),
        (3, "council"),
        (3, "agency_code"),
        (3, "until"),
        (4, "basis"),
        (4, "until"),
        (4, "agency_code"),
    ]


def test_nobody_is_known_by_a_line_that_is_left_out(home: CouncilPage) -> None:
    run = checked(
        member(name_en="Bahar One", since="1390", until="1380", agency_code="water"),
        member(name_en="Bahar Two", since="1391", until="1393", agency_code="water"),
        member(since="1395", agency_code="roads"),
    )
    assert states(run) == ["error", "new", "new"]
