"""What `prcouncil.css` derives from a ministry's three colours, reckoned here as browsers do.

Contrast has to be known before a colour is stored, when no browser has seen it. A browser test
compares these values with those that Chromium computes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from wagtail_prcouncil.ui.brand.colours import Colour, mixed

WHITE = Colour.of("#fff")

Tokens = Mapping[str, Colour]
"""Name of the custom property without `--prc-` → its colour."""


@dataclass(frozen=True, slots=True)
class BrandColours:
    """`#rrggbb` each; the defaults are those of `prcouncil.css`."""

    brand: str = "#0c5a60"
    accent: str = "#a02c3c"
    on_brand: str = "#ffffff"


def light(colours: BrandColours) -> Tokens:
    """The tokens of the light scheme."""
    brand, accent = Colour.of(colours.brand), Colour.of(colours.accent)
    return MappingProxyType(
        {
            "ground": WHITE,
            "sunken": mixed(brand, 0.05, WHITE),
            "raised": WHITE,
            "ink": Colour.of("#14201f"),
            "muted": Colour.of("#50605e"),
            "line": mixed(brand, 0.17, WHITE),
            "edge": Colour.of("#71827f"),
            "link": brand,
            "tint": mixed(brand, 0.10, WHITE),
            "voice": accent,
            "voice-tint": mixed(accent, 0.06, WHITE),
        }
        | _both(colours)
    )


def dark(colours: BrandColours) -> Tokens:
    """The tokens of the dark scheme, which bands and the footer follow in both."""
    brand, accent = Colour.of(colours.brand), Colour.of(colours.accent)
    return MappingProxyType(
        {
            "ground": mixed(brand, 0.15, Colour.of("#0d1112")),
            "sunken": mixed(brand, 0.20, Colour.of("#101415")),
            "raised": mixed(brand, 0.24, Colour.of("#14191a")),
            "ink": Colour.of("#e7eeec"),
            "muted": Colour.of("#a9b8b5"),
            "line": mixed(brand, 0.34, Colour.of("#252c2d")),
            "edge": Colour.of("#7f918d"),
            "link": brand.lab.with_lightness(0.84, min(1.1 * brand.lab.chroma, 0.09)).colour,
            "tint": mixed(brand, 0.45, Colour.of("#101415")),
            "voice": accent.lab.with_lightness(0.81, min(accent.lab.chroma, 0.11)).colour,
            "voice-tint": mixed(accent, 0.20, Colour.of("#101415")),
        }
        | _both(colours)
    )


def _both(colours: BrandColours) -> dict[str, Colour]:
    brand = Colour.of(colours.brand)
    return {
        "brand": brand,
        "on-brand": Colour.of(colours.on_brand),
        "deep": mixed(brand, 0.72, Colour.of("#021012")),
    }
