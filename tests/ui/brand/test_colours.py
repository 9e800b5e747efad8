import pytest
from django.core.exceptions import ValidationError

from wagtail_prcouncil.ui.brand.colours import Colour, ColourField, is_colour, mixed, tidy


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("#0c5a60", "#0c5a60"),
        ("#0C5A60", "#0c5a60"),
        (" #abc ", "#aabbcc"),
        ("#۰c5a۶۰", "#0c5a60"),
        ("red", "red"),
    ],
)
def test_one_spelling_is_stored(typed: str, stored: str) -> None:
    assert tidy(typed) == stored
    assert ColourField().to_python(typed) == stored


@pytest.mark.parametrize(
    "typed", ["red", "0c5a60", "#0c5a6", "#0c5a600", "#ggg", "#fff;}", "#fff\n", "rgb(0,0,0)", "#"]
)
def test_what_is_no_colour(typed: str) -> None:
    with pytest.raises(ValidationError):
        is_colour(typed)


@pytest.mark.parametrize("text", ["#000000", "#ffffff", "#0c5a60", "#ff8800", "#1f49b6"])
def test_oklab_and_back(text: str) -> None:
    assert Colour.of(text).hex == text
    assert Colour.of(text).lab.colour.hex == text


def test_lightness_and_chroma_as_published() -> None:
    """Red in the author's reference: L 0.628, C 0.258; white: L 1, C 0."""
    red, white = Colour.of("#ff0000").lab, Colour.of("#ffffff").lab
    assert red.lightness == pytest.approx(0.628, abs=0.001)
    assert red.chroma == pytest.approx(0.258, abs=0.001)
    assert (white.lightness, white.chroma) == pytest.approx((1, 0), abs=0.001)


def test_a_mixture() -> None:
    """Half black and half white in OKLab is not the grey half-way between the numbers."""
    assert mixed(Colour.of("#fff"), 0.5, Colour.of("#000")).hex == "#636363"
    assert mixed(Colour.of("#0c5a60"), 1, Colour.of("#000")).hex == "#0c5a60"


def test_the_same_hue_in_another_strength() -> None:
    lab = Colour.of("#0c5a60").lab
    assert lab.with_lightness(0.8).chroma == pytest.approx(lab.chroma)
    assert lab.with_lightness(0.8, 0.05).chroma == pytest.approx(0.05)
    grey = Colour.of("#808080").lab.with_lightness(0.5, 0.05)
    assert grey.chroma == pytest.approx(0.05, abs=0.06)
