"""Pictures of a Persian house: its arcade, its carpet, the khatam."""

import math

from home.demo.painting import (
    ACCENT,
    BRAND,
    CLAY,
    DEEP,
    DUSK,
    HEIGHT,
    INK,
    MIST,
    SAND,
    SNOW,
    TEAL,
    WIDTH,
    Point,
    Sheet,
    arch,
    box,
    curve,
    mix,
    rough,
    star,
)


def arcade(sheet: Sheet) -> None:
    sheet.fill(box(0, 90, WIDTH, 830), mix(BRAND, DEEP, 0.25), DEEP)
    sheet.fill(box(0, 0, WIDTH, 96), SAND, CLAY)
    sheet.lattice((0, 104, WIDTH, 50), 54, mix(TEAL, MIST, 0.45))
    sheet.fill(box(0, 94, WIDTH, 7), TEAL)
    sheet.fill(box(0, 164, WIDTH, 7), TEAL)
    for i in range(4):
        x = 34 + i * 390
        sheet.fill(arch(x, 920, 362, 716), mix(TEAL, BRAND, 0.45))
        sheet.fill(arch(x + 16, 920, 330, 690), mix(BRAND, DEEP, 0.55))
        sheet.fill(arch(x + 26, 920, 310, 672), "#f6e0bd", "#dba07b")
        _garden(sheet, x + 26, i)
        sheet.fill(arch(x + 26, 920, 60, 520), DEEP, alpha=0.12)
        for dx in (0.16, 0.84):
            sheet.fill(star(x + 181 + (dx - 0.5) * 330, 250, 30), mix(TEAL, MIST, 0.25))
            sheet.fill(star(x + 181 + (dx - 0.5) * 330, 250, 15), ACCENT)
    sheet.fill(box(0, 920, WIDTH, 147), mix(DEEP, INK, 0.3))
    for i in range(4):
        x = 60 + i * 390
        sheet.fill(
            [(x, 926), (x + 310, 926), (x + 210, HEIGHT), (x - 190, HEIGHT)], "#f2d2a8", alpha=0.3
        )
    sheet.fill(box(0, 918, WIDTH, 8), mix(TEAL, MIST, 0.2))


def _garden(sheet: Sheet, x: float, number: int) -> None:
    """What is seen through an arch 310 wide: a low sun, a far slope, cypresses and a path."""
    if number == 2:
        sheet.round(x + 190, 560, 46, "#fdf3df")
    slope = [
        (x, 920),
        (x, 730 - 20 * number),
        (x + 120, 700),
        (x + 310, 750 - 24 * number),
        (x + 310, 920),
    ]
    sheet.fill(slope, mix(DUSK, CLAY, 0.4), mix(DUSK, CLAY, 0.2))
    for i in range(3):
        middle, tall = (
            x + 60 + i * 90 + 40 * rough(i, f"cypress{number}"),
            150 + 110 * rough(number, f"tall{i}"),
        )
        crown = curve(
            [
                (middle, 870),
                (middle - 46, 850),
                (middle - 26, 870 - tall * 0.7),
                (middle, 870 - tall),
            ],
            20,
        )
        mirror = [(2 * middle - u, v) for u, v in reversed(crown)]
        sheet.fill([*crown, *mirror], mix(BRAND, "#5d7a52", 0.35), mix(BRAND, DEEP, 0.3))
    sheet.fill(
        [(x, 920), (x, 850), (x + 310, 866), (x + 310, 920)], "#8f9b6a", mix(BRAND, "#5d7a52", 0.5)
    )
    sheet.fill(
        [(x + 152, 858), (x + 166, 859), (x + 196, 920), (x + 120, 920)], mix(SAND, CLAY, 0.5)
    )


def khatam(sheet: Sheet) -> None:
    sheet.lattice((-40, -47, WIDTH + 80, HEIGHT + 90), 120, mix(BRAND, TEAL, 0.4), 2.5)
    for row in range(10):
        for column in range(14):
            sheet.fill(star(20 + column * 120, 13 + row * 120, 14), mix(BRAND, TEAL, 0.55))
    sheet.glow(800, 533, 620, mix(TEAL, MIST, 0.3), 0.75)
    rings = ((430, DEEP, 0), (414, "#e7cfa4", 0), (402, BRAND, 0), (330, TEAL, 1), (316, SNOW, 1),
             (304, mix(BRAND, DEEP, 0.4), 1), (232, CLAY, 0), (220, ACCENT, 0), (156, SNOW, 1),
             (146, BRAND, 1), (84, "#e7cfa4", 0), (52, ACCENT, 0))  # fmt: skip
    for radius, tone, turned in rings:
        sheet.fill(star(800, 533, radius, math.pi / 8 * turned), tone)
    for i in range(16):
        angle = math.tau * i / 16
        for reach, radius, tone in (
            (372, 12, "#e7cfa4"),
            (272, 11, MIST),
            (186, 9, "#e7cfa4"),
            (112, 7, SNOW),
        ):
            sheet.fill(
                star(800 + reach * math.sin(angle), 533 - reach * math.cos(angle), radius, angle),
                tone,
            )


# Flowers of the carpet's field: distance from the middle across and down, and size.
SPRAYS = (
    (120, 318, 15), (230, 302, 20), (350, 268, 15), (450, 222, 20), (540, 270, 14),
    (520, 150, 16), (400, 318, 12), (560, 60, 18), (300, 330, 11),
)  # fmt: skip


def carpet(sheet: Sheet) -> None:
    for inset, tone in (
        (0, "#e6d3b3"),
        (36, DEEP),
        (48, ACCENT),
        (150, "#e6d3b3"),
        (164, DEEP),
        (190, "#7d2230"),
    ):
        sheet.fill(box(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset), tone)
    for i in range(23):
        for y in (99, HEIGHT - 99):
            _flower(sheet, 99 + i * (WIDTH - 198) / 22, y, 30, i)
    for i in range(1, 14):
        for x in (99, WIDTH - 99):
            _flower(sheet, x, 99 + i * (HEIGHT - 198) / 14, 30, i)
    for x, y in ((190, 190), (WIDTH - 190, 190), (190, HEIGHT - 190), (WIDTH - 190, HEIGHT - 190)):
        for radius, tone in ((200, DEEP), (184, BRAND), (120, TEAL), (60, "#e6d3b3")):
            start = math.atan2(533 - y, 800 - x) - math.pi
            lobes = _lobed(x, y, radius, radius, 12, start)
            sheet.fill([(x, y), *_clipped(lobes, x, y)], tone)
    for i, (u, v, size) in enumerate(SPRAYS):
        for side, turn in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
            _flower(sheet, 800 + side * u, 533 + turn * v, size, i)
    for wide, tall, tone in (
        (470, 290, DEEP),
        (452, 276, "#e6d3b3"),
        (436, 262, BRAND),
        (310, 190, TEAL),
        (296, 178, DEEP),
        (190, 118, ACCENT),
    ):
        sheet.fill(_lobed(800, 533, wide, tall, 16), tone)
    for i in range(16):
        angle = math.tau * i / 16
        _flower(sheet, 800 + 372 * math.cos(angle), 533 + 226 * math.sin(angle), 24, i)
    sheet.fill(star(800, 533, 84), "#e6d3b3")
    sheet.fill(star(800, 533, 46), BRAND)


def _lobed(
    x: float, y: float, wide: float, tall: float, lobes: int, start: float = 0.0
) -> list[Point]:
    edge = []
    for i in range(240):
        angle = start + math.tau * i / 240
        swell = 0.9 + 0.1 * abs(math.cos(angle * lobes / 2))
        edge.append((x + wide * swell * math.cos(angle), y + tall * swell * math.sin(angle)))
    return edge


def _clipped(points: list[Point], x: float, y: float) -> list[Point]:
    """The quarter of a corner piece that lies towards the carpet's middle."""
    return [(u, v) for u, v in points if (u - x) * (800 - x) >= -1 and (v - y) * (533 - y) >= -1]


def _flower(sheet: Sheet, x: float, y: float, radius: float, number: int) -> None:
    petal = ("#e6d3b3", MIST, CLAY)[number % 3]
    for i in range(8):
        angle = math.tau * i / 8
        sheet.round(
            x + radius * 0.62 * math.cos(angle),
            y + radius * 0.62 * math.sin(angle),
            radius * 0.34,
            petal,
        )
    sheet.round(x, y, radius * 0.42, (TEAL, BRAND, DEEP)[number % 3])


SCENES = {
    "arcade": (arcade, (SAND, CLAY)),
    "khatam": (khatam, (BRAND, mix(BRAND, DEEP, 0.6))),
    "carpet": (carpet, ("#e6d3b3", "#e6d3b3")),
}
