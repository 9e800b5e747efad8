import pytest
from django.utils.translation import override

from tests.directory.importing.making import checked, problems, states, unit
from tests.directory.making import agency

pytestmark = pytest.mark.django_db


def test_one_code_in_two_lines() -> None:
    with override("en"):
        run = checked(unit("a", "الف"), unit("A", "ب"), unit("a", "پ"))
    assert problems(run) == [
        (2, "code", "This code stands in line 3 too."),
        (3, "code", "This code stands in line 2 too."),
        (4, "code", "This code stands in line 2 too."),
    ]


def test_a_new_agency_needs_a_name_and_a_kind() -> None:
    with override("en"):
        run = checked({"code": "a", "telephone": "111"}, {"code": "", "telephone": "111"})
    assert [(line, column) for line, column, _sentence in problems(run)] == [
        (2, "name"),
        (2, "kind"),
        (3, "code"),
    ]


def test_what_becomes_of_each_line() -> None:
    agency("آب", code="water", kind="company", name_en="Water")
    agency("برق", code="power", kind="company")
    run = checked(
        {"code": "water", "name": "آب", "name_en": "Water Co.", "kind": "company"},
        {"code": "power", "name": "برق", "name_en": "", "kind": "COMPANY"},
        {"code": "gas", "name": "گاز", "name_en": "", "kind": "company"},
    )
    assert states(run) == ["changed", "unchanged", "new"]
    assert run.outcomes[0].changes == [["name_en", "Water", "Water Co."]]
    assert run.outcomes[2].changes == [
        ["code", "", "gas"],
        ["name", "", "گاز"],
        ["kind", "", "company"],
    ]
