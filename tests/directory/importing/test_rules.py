import pytest
from django.utils.translation import override

from tests.directory.importing.making import Row, checked, problems, unit
from tests.directory.making import agency
from wagtail_prcouncil.directory.models import Agency

pytestmark = pytest.mark.django_db

CLOSED = {"closed_on": "1403/01/01", "closing_reason": "abolished"}


def found(*rows: Row) -> list[tuple[int, str, str]]:
    """The problems of a file, of which nothing may be written."""
    before = Agency.objects.count()
    with override("en"):
        run = checked(*rows)
    assert not run.is_applicable
    assert Agency.objects.count() == before
    return list(problems(run))


def test_a_circle_is_told_in_each_of_its_lines() -> None:
    agency("میانی", code="middle", parent=agency("زبرین", code="top"))
    assert found({"code": "top", "parent": "low"}, unit("low", "زیرین", parent="middle")) == [
        (2, "parent", "These belong to each other in a circle: top ← low ← middle"),
        (3, "parent", "These belong to each other in a circle: top ← low ← middle"),
    ]
    assert found(unit("own", "خود", parent="own"))[0][2] == "An agency cannot belong to itself."


def test_a_parent_that_nobody_knows() -> None:
    assert found(unit("a", "الف", parent="nowhere")) == [
        (2, "parent", "There is no agency “nowhere”, neither in the register nor here."),
    ]


def test_two_of_one_name_in_one_place() -> None:
    agency("روابط‌عمومی", code="there")
    assert found(unit("here", "روابط عمومي")) == [
        (2, "name", "The register has it under the code “there” already."),
    ]
    assert found(unit("a", "گاز"), unit("b", "گاز")) == [
        (2, "name", "Line 3 has the same name in the same place (“b”)."),
        (3, "name", "Line 2 has the same name in the same place (“a”)."),
    ]


def test_one_name_in_two_places() -> None:
    agency("گاز")
    run = checked(unit("a", "گاز", province="قزوین"), unit("b", "گاز", province="یزد"))
    assert problems(run) == []


@pytest.mark.parametrize(
    ("reason", "successors", "sentence"),
    [
        ("merged", "a b", "This reason asks for exactly 1 successor."),
        ("replaced", "", "This reason asks for exactly 1 successor."),
        ("split", "a", "This reason asks for at least 2 successors."),
        ("abolished", "a", "This reason leaves no successor."),
    ],
)
def test_successors_that_are_not_due(reason: str, successors: str, sentence: str) -> None:
    agency("کهن", code="old")
    closing = {"closed_on": "1403/01/01", "closing_reason": reason, "successors": successors}
    rows = [unit("a", "الف"), unit("b", "ب"), {"code": "old", **closing}]
    assert found(*rows) == [(4, "successors", sentence)]


def test_a_successor_that_was_not_there() -> None:
    agency("کهن", code="old")
    closing = {"code": "old", "closed_on": "1403/01/01", "closing_reason": "merged"}
    assert "There is no agency" in found({**closing, "successors": "nobody"})[0][2]
    assert found({**closing, "successors": "old"})[0][2] == "An agency cannot succeed itself."
    later = unit("later", "پسین", founded_on="1403/01/02")
    assert "did not exist" in found({**closing, "successors": "later"}, later)[0][2]


def test_closing_needs_a_possible_day_and_a_reason() -> None:
    agency("کهن", code="old", founded_on="2020-01-01")
    for day in ("1390/01/01", "1500/01/01"):
        problem = found({"code": "old", "closed_on": day, "closing_reason": "left"})
        assert problem[0][:2] == (2, "closed_on")
    assert found({"code": "old", "closed_on": "1403/01/01"})[0][1] == "closing_reason"
    assert found({"code": "old", "closing_reason": "left"})[0][1] == "closing_reason"


def test_what_no_field_of_the_register_accepts_is_told_by_line_and_column() -> None:
    rows = [unit("a", "الف", postal_code="12"), unit("b", "ب", telephone="call me <b>")]
    assert [problem[:2] for problem in found(*rows)] == [(2, "postal_code"), (3, "telephone")]


def test_a_closed_agency_was_not_founded_later() -> None:
    agency("کهن", code="old", closed_on="2020-01-01", closing_reason="abolished")
    assert found({"code": "old", "founded_on": "2020-01-02"}) == [
        (2, "founded_on", "It was closed before that day."),
    ]
    assert problems(checked({"code": "old", "founded_on": "2020-01-01"})) == []


def test_what_stands_open_below() -> None:
    agency("زیرین", code="low", parent=agency("زبرین", code="top"))
    assert found({"code": "top", **CLOSED}) == [
        (
            2,
            "closed_on",
            "Agencies below it are still open; move or close them first: زیرین",
        )
    ]
    assert problems(checked({"code": "top", **CLOSED}, {"code": "low", **CLOSED})) == []
    assert problems(checked({"code": "top", **CLOSED}, {"code": "low", "parent": ""})) == []


def test_a_closed_agency_is_not_opened_by_a_file_and_takes_nobody_in() -> None:
    agency("کهن", code="old", closed_on="2020-01-01", closing_reason="abolished")
    assert found({"code": "old", "closed_on": "", "closing_reason": ""})[0][1] == "closed_on"
    assert "accepts no new use" in found(unit("new", "نو", parent="old"))[0][2]
    assert problems(checked({"code": "old", "telephone": "111"})) == []
