import datetime as dt

import pytest
from django.utils.translation import override

from tests.exchange.making import LocaleImport
from wagtail_prcouncil.exchange.kinds import Line, Outcome, as_json, installed, parse_line

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
