import datetime as dt

import pytest
from django.test import override_settings
from django.utils.translation import override

from tests.exchange.making import LocaleImport
from wagtail_prcouncil.exchange.kinds import (
    Line,
    Outcome,
    as_json,
    installed,
    parse_line,
    turned_notes,
)

pytestmark = pytest.mark.once


def test_features_register_their_kinds() -> None:
    assert "agencies" in installed()


def test_cells_of_one_column_agree() -> None:
    columns = LocaleImport().columns()
    both = {"code": ["tr"], "since": ["1370/02/01", "1991-04-21"]}
    values, errors = parse_line(columns, Line(2, both))
    assert (values["since"], errors) == (dt.date(1991, 4, 21), [])
    half = Line(2, {"since": ["", "1991-04-21"]})
    assert parse_line(columns, half)[0] == {"since": dt.date(1991, 4, 21)}
    with override("en"):
        values, errors = parse_line(columns, Line(2, {"since": ["1370/02/01", "1991-04-22"]}))
    assert values == {}
    assert errors == [
        ("since", "The cells of this column disagree: 1370/02/01 ≠ 1991-04-22"),
    ]


@override_settings(WAGTAIL_PRCOUNCIL={"IMPORT_MAX_CELL_LENGTH": 5})
def test_a_cell_that_is_too_long_is_an_error_of_its_line() -> None:
    with override("en"):
        values, errors = parse_line(LocaleImport().columns(), Line(2, {"code": ["123456"]}))
    assert (values, errors) == ({}, [("code", "A cell has more than 5 characters.")])


def test_what_turned_the_direction_is_noted_beside_its_column() -> None:
    with override("en"):
        [(column, sentence)] = turned_notes(Line(2, {"code": ["tr"]}, ["code"]))
    assert (column, "left out" in sentence) == ("code", True)


def test_an_outcome_gathers_its_errors() -> None:
    outcome = Outcome(3)
    outcome.refuse("code", "one")
    outcome.refuse("", "two")
    assert (outcome.state, outcome.errors) == ("error", [("code", "one"), ("", "two")])


def test_values_as_reports_keep_them() -> None:
    assert [as_json(value) for value in (None, dt.date(2024, 3, 20), ("a",), "b")] == [
        "",
        "2024-03-20",
        ["a"],
        "b",
    ]
