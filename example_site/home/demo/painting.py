"""A sheet to paint the demo's pictures on: gradients, soft light, hills and the khatam star.

Points are in the picture's own pixels. Painting happens at twice the size and is halved at the
end, which smooths every edge; nothing depends on chance, so a picture is the same on every machine.
"""

import hashlib
import math
from collections.abc import Iterator, Sequence

from PIL import Image, ImageColor, ImageDraw

WIDTH, HEIGHT = 1600, 1067
SCALE = 2

Point = tuple[float, float]
Colour = tuple[int, int, int]

BRAND, ACCENT = "#0c5a60", "#a02c3c"
DEEP, TEAL, MIST = "#0a3238", "#2b8287", "#a9cfcc"
SAND, CLAY, DUSK, WOOD = "#efe3d3", "#d9b48c", "#c9805f", "#6f4f35"
SNOW, INK = "#f7f4ee", "#14201f"


def mix(first: str, second: str, share: float) -> str:
    """The colour between two, at `share` (0–1) of the way to the second."""
    pairs = zip(ImageColor.getrgb(first)[:3], ImageColor.getrgb(second)[:3], strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def rough(step: int, seed: str) -> float:
    """A number between 0 and 1 that looks accidental and always comes out the same."""
    digest = hashlib.blake2b(f"{seed}:{step}".encode(), digest_size=4).digest()
    return int.from_bytes(digest) / 0xFFFFFFFF


def box(x: float, y: float, width: float, height: float) -> list[Point]:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def curve(points: Sequence[Point], steps: int = 48) -> list[Point]:
    """A Bézier curve of any degree through its first and last point."""
    found = []
    for step in range(steps + 1):
        row, t = list(points), step / steps
        while len(row) > 1:
            row = [
                (x + (u - x) * t, y + (v - y) * t)
                for (x, y), (u, v) in zip(row, row[1:], strict=False)
            ]
        found.append(row[0])
    return found


def star(x: float, y: float, radius: float, turn: float = 0.0) -> list[Point]:
    """The khatam: two squares, one turned by an eighth."""
    angles = (turn + math.pi * i / 8 for i in range(16))
    radii = (radius, radius * 0.7654)
    return [
        (x + radii[i % 2] * math.sin(a), y - radii[i % 2] * math.cos(a))
        for i, a in enumerate(angles)
    ]


def arch(x: float, y: float, width: float, height: float) -> list[Point]:
    """A pointed Persian arch that stands on (x, y) to (x + width, y)."""
    spring, middle = y - height * 0.58, x + width / 2
    left = curve([(x, spring), (x, y - height * 0.86), (middle - width * 0.2, y - height * 0.92),
                  (middle, y - height)], 24)  # fmt: skip
    return [(x, y), *left, *((2 * middle - u, v) for u, v in reversed(left)), (x + width, y)]


def hill(base: float, rise: float, seed: str, waves: float = 2.0) -> list[Point]:
    """Ground whose smooth upper edge swings round `base`, down to the foot of the picture."""
    shift, second = rough(1, seed) * math.tau, rough(2, seed) * math.tau
    edge = [
        (x, base - rise * (0.62 * math.sin(math.tau * waves * x / WIDTH + shift)
                           + 0.38 * math.sin(math.tau * waves * 2.3 * x / WIDTH + second)))
        for x in range(0, WIDTH + 1, 10)
    ]  # fmt: skip
    return [(0, HEIGHT), *edge, (WIDTH, HEIGHT)]


def ridge(base: float, rise: float, seed: str, depth: int = 7) -> list[Point]:
    """A rocky skyline from the left edge to the right, by halving and jolting."""
    heights = [rough(i, seed) for i in range(5)]
    jolt = 0.42
    for level in range(depth):
        between = [
            (a + b) / 2 + jolt * (rough(i, f"{seed}{level}") - 0.5)
            for i, (a, b) in enumerate(zip(heights, heights[1:], strict=False))
        ]
        heights = [h for pair in zip(heights, between, strict=False) for h in pair] + heights[-1:]
        jolt *= 0.5
    step = WIDTH / (len(heights) - 1)
    return [(i * step, base - rise * h) for i, h in enumerate(heights)]


class Sheet:
    """One picture while it is being painted."""

    def __init__(self, top: str, bottom: str) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), top)
        self.pen = ImageDraw.Draw(self.image)
        self.fill(box(0, 0, WIDTH, HEIGHT), top, bottom)

    def fill(
        self, points: Sequence[Point], colour: str, to: str = "", *, alpha: float = 1.0
    ) -> None:
        """Fills a shape, with `to` as the colour of its foot if given, `alpha` as its strength."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        if not to and alpha == 1:
            self.pen.polygon(scaled, fill=colour)
            return
        left, top = (math.floor(max(0, min(axis))) for axis in zip(*scaled, strict=True))
        size = self.image.size
        right = min(size[0], math.ceil(max(x for x, _ in scaled)))
        foot = min(size[1], math.ceil(max(y for _, y in scaled)))
        if right <= left or foot <= top:
            return
        mask = Image.new("L", (right - left, foot - top))
        shape = [(x - left, y - top) for x, y in scaled]
        ImageDraw.Draw(mask).polygon(shape, fill=round(255 * alpha))
        paint = self._gradient(mask.size, colour, to) if to else colour
        self.image.paste(paint, (left, top, right, foot), mask)

    @staticmethod
    def _gradient(size: tuple[int, int], colour: str, to: str) -> Image.Image:
        column = Image.new("RGB", (1, 64))
        column.putdata([ImageColor.getrgb(mix(colour, to, i / 63))[:3] for i in range(64)])
        return column.resize((1, size[1]), Image.Resampling.BICUBIC).resize(size)

    def round(self, x: float, y: float, radius: float, colour: str, *, alpha: float = 1.0) -> None:
        if alpha == 1:
            edges = (x - radius, y - radius, x + radius, y + radius)
            self.pen.ellipse([edge * SCALE for edge in edges], fill=colour)
            return
        circle = [
            (x + radius * math.cos(math.tau * i / 90), y + radius * math.sin(math.tau * i / 90))
            for i in range(90)
        ]
        self.fill(circle, colour, alpha=alpha)

    def bar(self, x: float, y: float, width: float, height: float, radius: float,
            colour: str) -> None:  # fmt: skip
        """A box with round corners."""
        edges = (x, y, x + width, y + height)
        self.pen.rounded_rectangle([e * SCALE for e in edges], radius * SCALE, fill=colour)

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")

    def glow(self, x: float, y: float, radius: float, colour: str, alpha: float) -> None:
        """Light that is strongest in its middle and gone at `radius`."""
        side = round(radius * 2 * SCALE)
        # Pillow's gradient ends in the corners of its square; 181 is the middle of an edge.
        fading = [round(255 * alpha * max(0.0, 1 - i / 181) ** 1.6) for i in range(256)]
        light = Image.radial_gradient("L").point(fading)
        at = (round((x - radius) * SCALE), round((y - radius) * SCALE))
        self.image.paste(colour, at + (at[0] + side, at[1] + side), light.resize((side, side)))

    def lattice(self, area: tuple[float, float, float, float], step: float, colour: str,
                width: float = 2.0) -> None:  # fmt: skip
        """Khatam stars side by side over x, y, width, height."""
        for middle in _grid(area, step):
            self.line([*star(*middle, step / 2), star(*middle, step / 2)[0]], colour, width)

    def finished(self) -> Image.Image:
        return self.image.reduce(SCALE)


def _grid(area: tuple[float, float, float, float], step: float) -> Iterator[Point]:
    x, y, width, height = area
    for row in range(math.ceil(height / step)):
        for column in range(math.ceil(width / step)):
            yield x + (column + 0.5) * step, y + (row + 0.5) * step
