import pytest
from django.utils.translation import override

from wagtail_prcouncil.ui.brand.colours import Colour
from wagtail_prcouncil.ui.brand.contrast import PAIRS, TEXT, nearest, ratio, shortfalls
from wagtail_prcouncil.ui.brand.tokens import BrandColours

# Brands with which the design was tried, and the ministry's own.
TRIED = [
    BrandColours(),
    BrandColours(brand="#3b2a63", accent="#8a4b00"),
    BrandColours(brand="#1e4d2b", accent="#7a1f5c"),
    BrandColours(brand="#123a7a", accent="#9c2f2f"),
    BrandColours(brand="#5a3218", accent="#0b5a5a"),
    BrandColours(brand="#3f474d", accent="#8c1d40"),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000", "#fff", 21),
        ("#fff", "#000", 21),
        ("#777777", "#fff", 4.48),  # the greys on both sides of AA, as every checker has them
        ("#767676", "#fff", 4.54),
        ("#ff0000", "#fff", 4.0),
        ("#0c5a60", "#0c5a60", 1),
    ],
)
def test_ratio(one: str, other: str, expected: float) -> None:
    assert ratio(Colour.of(one), Colour.of(other)) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize("colours", TRIED, ids=lambda colours: colours.brand)
def test_brands_that_pass(colours: BrandColours) -> None:
    assert [str(shortfall) for shortfall in shortfalls(colours)] == []


@pytest.mark.parametrize(
    ("colours", "chosen"),
    [
        (BrandColours(brand="#ffcc00"), {"brand"}),
        (BrandColours(brand="#767676"), {"brand"}),  # white on it passes; the footer does not
        (BrandColours(accent="#ff8800"), {"accent"}),
        (BrandColours(on_brand="#888888"), {"on_brand"}),
        (BrandColours(brand="#fff", accent="#fff"), {"brand", "accent"}),
    ],
)
def test_brands_that_fail(colours: BrandColours, chosen: set[str]) -> None:
    assert {shortfall.pair.chosen for shortfall in shortfalls(colours)} == chosen


def test_dark_shades_are_asked_about() -> None:
    """#767676 carries white and is read on white: only what is derived of it falls short."""
    [shortfall] = shortfalls(BrandColours(brand="#767676"))
    assert ratio(Colour.of("#767676"), Colour.of("#fff")) > TEXT
    assert shortfall.pair.ground == "deep"
    assert shortfall.ratio < TEXT


@pytest.mark.parametrize("brand", ["#ffcc00", "#0f766e", "#ff0000", "#00ff00", "#ffffff"])
def test_the_nearest_colour_passes(brand: str) -> None:
    suggested = nearest("brand", BrandColours(brand=brand))
    assert suggested
    assert list(shortfalls(BrandColours(brand=suggested))) == []


def test_the_nearest_keeps_close() -> None:
    suggested = Colour.of(nearest("brand", BrandColours(brand="#0f766e"))).lab
    chosen = Colour.of("#0f766e").lab
    assert abs(suggested.lightness - chosen.lightness) < 0.05
    assert (suggested.a, suggested.b) == pytest.approx((chosen.a, chosen.b), abs=0.02)


@pytest.mark.parametrize("chosen", ["brand", "accent", "on_brand"])
def test_every_colour_has_a_neighbour_that_passes(chosen: str) -> None:
    parts = ("00", "80", "ff")
    for text in (f"#{red}{green}{blue}" for red in parts for green in parts for blue in parts):
        suggested = nearest(chosen, BrandColours(**{chosen: text}))
        assert suggested, text
        assert list(shortfalls(BrandColours(**{chosen: suggested}))) == [], text


def test_the_sentence() -> None:
    [shortfall] = shortfalls(BrandColours(accent="#ff8800"))
    with override("en"):
        assert str(shortfall).startswith("The ratio is 2.2 to 1; at least 4.5 to 1 is needed (")
        assert f"\u2066{shortfall.nearest}\u2069" in str(shortfall)


def test_ratios_are_never_rounded_up() -> None:
    """4.48 must not read as 4.5 while 4.5 is asked for."""
    pair = next(pair for pair in PAIRS if (pair.front, pair.ground) == ("on-brand", "brand"))
    [shortfall] = shortfalls(BrandColours(brand="#5c5c5c", on_brand="#d2d2d2"))
    assert shortfall.pair == pair
    assert 4.4 < shortfall.ratio < TEXT
    with override("en"):
        assert "4.4 to 1" in str(shortfall)
