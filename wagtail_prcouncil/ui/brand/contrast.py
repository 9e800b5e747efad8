"""Whether text can be read on the colours that a ministry chooses (WCAG 2.2, 1.4.3 and 1.4.11)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import floor

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.persian.numbers import format_number
from wagtail_prcouncil.ui.brand.colours import Colour
from wagtail_prcouncil.ui.brand.tokens import BrandColours, Tokens, dark, light

TEXT = 4.5
"""Least ratio of text of any size to what lies behind it, level AA."""

EDGE = 3.0
"""Least ratio of the edge of a control to what lies behind it."""

STEPS = 200  # of lightness, in which the nearest colour that passes is looked for
STRENGTHS = (1, 0.75, 0.5, 0.25, 0)


def luminance(colour: Colour) -> float:
    """WCAG's relative luminance, from 0 (black) to 1 (white)."""
    return 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue


def ratio(one: Colour, other: Colour) -> float:
    """Contrast from 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True, slots=True)
class Pair:
    """Something that is read on something else. `where` says it to an editor; `chosen` names the
    colour of `BrandColours` that decides it."""

    chosen: str
    scheme: Callable[[BrandColours], Tokens]
    front: str
    ground: str
    where: str | Promise
    least: float = TEXT

    def ratio(self, colours: BrandColours) -> float:
        tokens = self.scheme(colours)
        return ratio(tokens[self.front], tokens[self.ground])


LINKS = _("links on a white page")
TINTED = _("text on a tinted field")
ON_DARK = _("text on a dark page")
FOOTER = _("small text of the top bar and the footer")
PAIRS = (
    Pair("on_brand", light, "on-brand", "brand", _("text on buttons")),
    Pair("brand", light, "link", "ground", LINKS),
    Pair("brand", light, "link", "sunken", TINTED),
    Pair("brand", light, "link", "tint", TINTED),
    Pair("brand", light, "muted", "tint", TINTED),
    Pair("brand", dark, "link", "ground", ON_DARK),
    Pair("brand", dark, "link", "tint", ON_DARK),
    Pair("brand", dark, "muted", "tint", ON_DARK),
    Pair("brand", dark, "edge", "raised", _("edges of fields on a dark page"), EDGE),
    Pair("brand", dark, "ink", "deep", FOOTER),
    Pair("brand", dark, "muted", "deep", FOOTER),
    Pair("brand", dark, "link", "deep", FOOTER),
    Pair("accent", light, "voice", "ground", _("the second colour on a white page")),
    Pair("accent", light, "voice", "voice-tint", _("the second colour on its own tint")),
    Pair("accent", dark, "voice", "ground", _("the second colour on a dark page")),
    Pair("accent", dark, "voice", "voice-tint", _("the second colour on its own tint")),
)
"""All that changes with the three colours, and is read. Pairs that no colour can spoil are left
out: body text, states, the focus ring."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A pair that is too faint, and the nearest colour in its place that is not."""

    pair: Pair
    ratio: float
    nearest: str

    def __str__(self) -> str:
        """For an editor, in the language of the admin."""
        sentence = gettext(
            "The ratio is %(ratio)s to 1; at least %(least)s to 1 is needed (%(where)s)."
        ) % {
            "ratio": _in_digits(self.ratio),
            "least": _in_digits(self.pair.least),
            "where": self.pair.where,
        }
        # A code of a colour reads from left to right in the middle of Persian words too.
        nearest = f"\u2066{self.nearest}\u2069"
        proposal = gettext("The nearest colour that passes is %s.") % nearest
        return f"{sentence} {proposal}"


def shortfalls(colours: BrandColours) -> Iterator[Shortfall]:
    """For each of the three colours that fails, its faintest pair. What stands on the brand is
    asked about when the brand itself has passed."""
    failing = [pair for pair in PAIRS if _fails(pair, colours)]
    failing.sort(key=lambda pair: pair.ratio(colours) / pair.least)
    worst = {pair.chosen: pair for pair in reversed(failing)}
    for chosen in ("brand", "accent") if "brand" in worst else ("accent", "on_brand"):
        if pair := worst.get(chosen):
            yield Shortfall(pair, pair.ratio(colours), nearest(chosen, colours))


def nearest(chosen: str, colours: BrandColours) -> str:
    """The colour of the same hue and the least other lightness with which all pairs pass that
    `chosen` decides. Paler where the hue in its full strength has no such lightness, as pure red
    has none in which it is read on a dark button."""
    own = [pair for pair in PAIRS if pair.chosen == chosen]
    lab = Colour.of(getattr(colours, chosen)).lab
    levels = sorted(range(STEPS + 1), key=lambda level: abs(level / STEPS - lab.lightness))
    candidates = (
        lab.with_lightness(level / STEPS, lab.chroma * strength).colour.hex
        for strength in STRENGTHS
        for level in levels
    )
    # There always is one: of the greys, at the latest.
    return next(
        candidate
        for candidate in candidates
        if not any(_fails(pair, replace(colours, **{chosen: candidate})) for pair in own)
    )


def _fails(pair: Pair, colours: BrandColours) -> bool:
    return pair.ratio(colours) < pair.least


def _in_digits(value: float) -> str:
    """One place after the point, cut off and not rounded: 4.49 must not read as enough."""
    shown = floor(value * 10) / 10
    return format_number(shown) if (get_language() or "").startswith("fa") else f"{shown:g}"
