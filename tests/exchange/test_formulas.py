import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_prcouncil.exchange.formulas import defused, restored

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+989121234567",
        "-1+cmd",
        "@SUM(A1)",
        "\t=1",
        "\tnothing",
        "\rnothing",
        "  =1",
        "\u00a0=1",
        "\u200e=1",
        "\ufeff+1",
        "＝1",
        "－1",
        "−1",
        "-",
        "-۵",
    ],
)
def test_a_formula_begins_with_an_apostrophe(text: str) -> None:
    assert defused(text) == f"'{text}" or defused(text).startswith("'\t'")


@pytest.mark.parametrize("text", ["", "آب = زندگی", "roads-qazvin", "-5", "-12.50", "۱۴۰۵/۰۹/۰۱"])
def test_words_and_negative_numbers_stay(text: str) -> None:
    assert defused(text) == text


def test_a_cell_that_another_delimiter_would_make() -> None:
    assert defused("الف;=1\n-2") == "الف;'=1\n'-2"


def test_an_apostrophe_of_its_own_stays() -> None:
    assert restored(defused("'=1")) == "'=1"
    assert restored("'گیومه") == "'گیومه"


@given(st.text(st.sampled_from(" \t\r\n;'=+-@＝\u200c\ufeffاa1.")))
def test_what_was_defused_is_restored_and_runs_nowhere(text: str) -> None:
    safe = defused(text)
    assert restored(safe) == text
    is_number = safe[1:].replace(".", "", 1).isdecimal()
    assert is_number or not safe.lstrip(" \u200c\ufeff\t\r\n").startswith(
        ("=", "+", "-", "@", "＝")
    )
