from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.numbers import format_number, ordinal

MINUS = "\u200e\u2212"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "۰"),
        (999, "۹۹۹"),
        (1234567, "۱٬۲۳۴٬۵۶۷"),
        (1234567.89, "۱٬۲۳۴٬۵۶۷٫۸۹"),
        (-1234, MINUS + "۱٬۲۳۴"),
        (Decimal("-0.05"), MINUS + "۰٫۰۵"),
        (-0.0, "۰"),
        (5.0, "۵"),
        (Decimal("1.50"), "۱٫۵۰"),
        (1e22, "۱۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰"),
        (1e-7, "۰٫۰۰۰۰۰۰۱"),
        (0.1, "۰٫۱"),
        (Decimal("123456789012345678901234567890.5"), "۱۲۳٬۴۵۶٬۷۸۹٬۰۱۲٬۳۴۵٬۶۷۸٬۹۰۱٬۲۳۴٬۵۶۷٬۸۹۰٫۵"),
    ],
)
def test_shown(value: int | float | Decimal, shown: str) -> None:
    assert format_number(value) == shown


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (float("nan"), "not_a_number"),
        (float("-inf"), "not_a_number"),
        (Decimal("sNaN"), "not_a_number"),
        (Decimal("1E+999999999"), "number_out_of_range"),
        (Decimal("1E-999999999"), "number_out_of_range"),
        pytest.param(10**5000, "number_out_of_range", id="huge int"),
    ],
)
def test_refused(value: float | Decimal, code: str) -> None:
    with pytest.raises(PersianError) as raised:
        format_number(value)
    assert raised.value.code == code


@given(st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False)))
def test_shows_the_value_itself(value: int | float) -> None:
    shown = to_ascii(format_number(value)).replace("٬", "").replace("٫", ".").replace(MINUS, "-")

    assert type(value)(shown) == value


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "نخست"),
        (2, "دوم"),
        (3, "سوم"),
        (4, "چهارم"),
        (12, "دوازدهم"),
        (20, "بیستم"),
        (21, "بیست\u200cویکم"),
        (30, "سی\u200cام"),
        (33, "سی\u200cوسوم"),
        (42, "چهل\u200cودوم"),
        (74, "هفتادوچهارم"),
        (99, "نودونهم"),
        (100, "۱۰۰\u200cام"),
    ],
)
def test_ordinals(number: int, word: str) -> None:
    assert ordinal(number) == word
