"""Colours of the screen: `#rrggbb`, the OKLab space that style sheets mix in, and the field that
stores one."""

import re
from typing import Any, NamedTuple, Self

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.persian.digits import to_ascii

HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)

is_colour = RegexValidator(
    rf"^{HEX.pattern}\Z",
    _("Write the colour as # and three or six digits from 0 to f: #0c5a60."),
    flags=re.IGNORECASE,
)


def tidy(text: str) -> str:
    """`#ABC` and `#AABBCC` in any digits as `#aabbcc`; what is no colour, as it came."""
    ascii_text = to_ascii(text.strip())
    if not HEX.fullmatch(ascii_text):
        return text
    digits = ascii_text[1:].lower()
    return "#" + ("".join(2 * digit for digit in digits) if len(digits) == 3 else digits)


class ColourField(models.CharField):
    """A colour as `#rrggbb`, in small letters. Migrations name this path: it is frozen."""

    default_validators = [is_colour]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 7} | kwargs)

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return tidy(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class Colour(NamedTuple):
    """A colour in linear light, each part from 0 to 1."""

    red: float
    green: float
    blue: float

    @classmethod
    def of(cls, text: str) -> Self:
        """From `#rrggbb` or `#rgb`."""
        digits = tidy(text)
        return cls(*(_to_linear(int(digits[at : at + 2], 16) / 255) for at in (1, 3, 5)))

    @property
    def hex(self) -> str:
        """As a screen shows it: parts out of its reach are cut off."""
        return "#" + "".join(f"{round(255 * _to_screen(part)):02x}" for part in self)

    @property
    def lab(self) -> "Lab":
        """The same in OKLab (https://bottosson.github.io/posts/oklab/)."""
        red, green, blue = self
        long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
        medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
        short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
        return Lab(
            0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
            1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
            0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
        )


class Lab(NamedTuple):
    """A colour in OKLab: lightness from 0 to 1, and two axes whose distance from 0 is chroma."""

    lightness: float
    a: float
    b: float

    @property
    def chroma(self) -> float:
        return float((self.a**2 + self.b**2) ** 0.5)

    def with_lightness(self, lightness: float, chroma: float | None = None) -> Self:
        """The same hue, lighter or darker; as strong as before unless `chroma` says how strong."""
        scale = 1.0 if chroma is None or not self.chroma else chroma / self.chroma
        return type(self)(lightness, self.a * scale, self.b * scale)

    @property
    def colour(self) -> Colour:
        long = (self.lightness + 0.3963377774 * self.a + 0.2158037573 * self.b) ** 3
        medium = (self.lightness - 0.1055613458 * self.a - 0.0638541728 * self.b) ** 3
        short = (self.lightness - 0.0894841775 * self.a - 1.2914855480 * self.b) ** 3
        mixed = (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        )
        return Colour(*(min(1.0, max(0.0, part)) for part in mixed))


def mixed(first: Colour, share: float, second: Colour) -> Colour:
    """CSS `color-mix(in oklab, first share, second)`."""
    pairs = zip(first.lab, second.lab, strict=True)
    return Lab(*(share * one + (1 - share) * two for one, two in pairs)).colour


def _to_linear(part: float) -> float:
    """WCAG 2.2, relative luminance: from a screen's value to light."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _to_screen(light: float) -> float:
    light = min(1.0, max(0.0, light))
    return 12.92 * light if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
