import pytest
from django.core.exceptions import ValidationError
from django.db import models

from wagtail_prcouncil.ui.contacts import (
    DigitsField,
    LeftToRightInput,
    dialled,
    is_postal_code,
    is_telephone,
)


@pytest.mark.parametrize("typed", ["021-12345678", "+98 (21) 0000 0000", "1500"])
def test_telephones(typed: str) -> None:
    """A field with this rule keeps them as typed."""
    assert models.CharField(max_length=40, validators=[is_telephone]).clean(typed, None) == typed


@pytest.mark.parametrize("typed", ["", "call us", "+", "021/55", "1\n", "<b>"])
def test_what_is_no_telephone(typed: str) -> None:
    with pytest.raises(ValidationError):
        is_telephone(typed)


def test_postal_codes() -> None:
    is_postal_code("1234567890")
    for typed in ("12345-67890", "123456789", "12345678901"):
        with pytest.raises(ValidationError):
            is_postal_code(typed)


def test_digits_are_stored_in_ascii() -> None:
    assert DigitsField(max_length=40).to_python(" ۰۲۱-١٢٣ ") == "021-123"


def test_what_is_dialled() -> None:
    assert dialled("+98 (21) 0000-0001") == "+982100000001"


def test_codes_read_from_left_to_right() -> None:
    assert 'dir="ltr"' in LeftToRightInput().render("fax", "021")
