"""Whether two screenshots show the same page.

Chromium's versions smooth letters differently, so pixels are not compared one by one: both
pictures are taken down to fields of 16 pixels, whose mean colour a letter's edge hardly moves. A
moved block, a missing line or another colour moves it in many fields at once.
"""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

SCALE = 2  # a kept picture is half as wide and as high
FIELD = 8  # pixels of a kept picture to a side of a field
COLOURS = 256
TOLERANCE = 12  # of 255, in the mean of a field: smoothing stays below 8
FIELDS_THAT_MAY_DIFFER = 4
PIXELS_OF_HEIGHT = 4  # of a kept picture, by which rounded line heights may add up


@dataclass(frozen=True)
class Difference:
    """What tells two pictures apart; `fields` counts those that differ."""

    fields: int
    heights: tuple[int, int]
    picture: Image.Image

    @property
    def is_real(self) -> bool:
        return (
            self.fields > FIELDS_THAT_MAY_DIFFER
            or abs(self.heights[0] - self.heights[1]) > PIXELS_OF_HEIGHT
        )


def small(shot: Image.Image) -> Image.Image:
    """A screenshot as it is kept: half the size, with a palette of its own that does not pass over
    colours because they are rare."""
    half = shot.convert("RGB").reduce(SCALE)
    return half.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def keep(shot: Image.Image, path: Path) -> None:
    small(shot).save(path, optimize=True)


def compare(kept: Image.Image, shot: Image.Image) -> Difference:
    """`kept` as it was read from its file, `shot` as the browser took it."""
    now = small(shot)
    size = min(kept.width, now.width), min(kept.height, now.height)
    one, other = (_fields(picture, size) for picture in (kept, now))
    bands = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    marked = most.point([0] * (TOLERANCE + 1) + [255] * (255 - TOLERANCE))
    wide = kept.width != now.width
    differing = marked.histogram()[255] if not wide else marked.width * marked.height
    return Difference(differing, (kept.height, now.height), marked)


def _fields(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    return picture.convert("RGB").crop((0, 0, *size)).reduce(FIELD)
