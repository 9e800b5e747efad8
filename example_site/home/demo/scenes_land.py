"""Pictures of land and water."""

import math

from home.demo.painting import (
    ACCENT,
    BRAND,
    CLAY,
    DEEP,
    DUSK,
    HEIGHT,
    MIST,
    SAND,
    SNOW,
    TEAL,
    WIDTH,
    WOOD,
    Sheet,
    arch,
    box,
    curve,
    hill,
    mix,
    ridge,
    rough,
)


def _ripples(sheet: Sheet, top: float, colour: str, seed: str, rows: int = 16) -> None:
    """Long strokes of light on water, denser and thinner towards the far shore."""
    for row in range(rows):
        depth = (row / rows) ** 1.7
        y = top + 14 + depth * (HEIGHT - top)
        for i in range(3):
            length = 120 + 380 * rough(row * 3 + i, seed) * (0.4 + depth)
            x = -80 + (WIDTH + 80) * rough(row * 7 + i, seed + "x")
            thick = 1.2 + 4.5 * depth
            stroke = curve([(x, y), (x + length / 2, y - thick * 2), (x + length, y)], 16)
            back = curve([(x + length, y), (x + length / 2, y + thick), (x, y)], 16)
            sheet.fill([*stroke, *back], colour, alpha=0.28)


def water(sheet: Sheet) -> None:
    sheet.glow(1120, 330, 780, "#fff1d8", 1)
    sheet.round(1120, 300, 74, "#fff7e9")
    sheet.fill(_closed(ridge(570, 170, "far"), 620), mix(MIST, TEAL, 0.3), MIST)
    sheet.fill(_closed(ridge(590, 120, "near"), 620), mix(TEAL, BRAND, 0.2), TEAL)
    sheet.fill(box(0, 600, WIDTH, 467), mix(TEAL, MIST, 0.4), DEEP)
    _ripples(sheet, 600, SNOW, "lake")
    for i in range(34):
        half = (14 + 100 * (i / 34) ** 0.8) * (0.35 + 0.65 * rough(i, "glitter"))
        x, y = 1120 + 60 * (rough(i, "drift") - 0.5), 606 + 440 * (i / 34) ** 1.5
        sheet.line(
            [(x - half, y), (x + half, y)], mix("#fff1d8", TEAL, 0.25 + 0.4 * i / 34), 2 + i / 8
        )
    for i in range(17):
        x, tall = 60 + i * 21 + 9 * rough(i, "reed"), 150 + 160 * rough(i, "tall")
        lean = 40 * rough(i, "lean") - 10
        stem = curve([(x, HEIGHT), (x, HEIGHT - tall * 0.6), (x + lean, HEIGHT - tall)], 12)
        sheet.line(stem, mix(DEEP, "#000000", 0.2), 4)
        if i % 3 == 0:
            sheet.bar(x + lean - 7, HEIGHT - tall - 50, 13, 64, 6, WOOD)


def _closed(edge: list[tuple[float, float]], foot: float) -> list[tuple[float, float]]:
    return [(0, foot), *edge, (WIDTH, foot)]


def dam(sheet: Sheet) -> None:
    sheet.glow(800, 250, 640, "#fff4dc", 0.7)
    sheet.fill(_closed(ridge(420, 260, "back of dam"), 560), mix(MIST, SAND, 0.25), MIST)
    sheet.fill(box(0, 430, WIDTH, 200), mix(TEAL, MIST, 0.3), BRAND)
    _ripples(sheet, 430, SNOW, "dam", 5)
    left = [(0, 250), (120, 300), (270, 470), (420, 620), (520, HEIGHT), (0, HEIGHT)]
    right = [(WIDTH, 210), (1500, 260), (1330, 450), (1180, 620), (1080, HEIGHT), (WIDTH, HEIGHT)]
    crest = curve([(250, 470), (800, 640), (1350, 470)], 60)
    foot = curve([(1190, HEIGHT), (800, HEIGHT + 90), (410, HEIGHT)], 60)
    sheet.fill([*crest, *foot], "#f0e7da", "#b9a68d")
    for i in range(1, 12):
        x = 250 + 1100 * i / 12
        y = crest[round(60 * i / 12)][1]
        sheet.line([(x, y + 24), (800 + (x - 800) * 0.72, HEIGHT)], "#cdbda6", 3)
    for points, light in ((left, TEAL), (right, BRAND)):
        sheet.fill(points, mix(light, CLAY, 0.25), DEEP)
    sheet.fill(
        [(0, 250), (120, 300), (270, 470), (200, 560), (60, 430), (0, 420)], SAND, alpha=0.18
    )
    sheet.line(crest, "#8d7b64", 20)
    sheet.line([(x, y - 16) for x, y in crest], SNOW, 5)
    for gate in (640, 740, 840, 940):
        sheet.bar(gate - 18, 640, 46, 66, 6, mix(BRAND, DEEP, 0.4))
        fall = [(gate - 16, 700), (gate + 26, 700), (gate + 54, HEIGHT), (gate - 48, HEIGHT)]
        sheet.fill(fall, SNOW, mix(MIST, SNOW, 0.4), alpha=0.85)
    sheet.glow(800, HEIGHT, 330, SNOW, 0.8)


def _peak(sheet: Sheet, x: float, y: float, foot: float, half: float, tones: tuple[str, str, str],
          seed: str) -> None:  # fmt: skip
    """A mountain lit from the left: bright side, shaded side, and snow down to a ragged line."""
    lit, shade, snow = tones
    tall = foot - y
    spine = [(x + half * 0.22 * (rough(i, seed) - 0.4) * i / 6, y + tall * i / 6) for i in range(7)]
    sheet.fill([(x, y), *spine, (x - half, foot)], lit, mix(lit, shade, 0.35))
    sheet.fill([(x, y), *spine, (x + half, foot)], shade, mix(shade, lit, 0.35))
    deep = 0.42
    for side, tone in ((-1, snow), (1, mix(snow, shade, 0.45))):
        teeth = [
            (
                x + side * half * deep * (1 - i / 6),
                y + tall * deep * (0.78 + 0.5 * (i % 2) * rough(i, f"{seed}{side}")),
            )
            for i in range(1, 6)
        ]
        edge = (x + side * half * deep * 0.86, y + tall * deep * 0.86)
        sheet.fill([(x, y), edge, *teeth, spine[3]], tone)


def mountains(sheet: Sheet) -> None:
    sheet.glow(420, 330, 760, "#ffe3bd", 0.95)
    sheet.round(420, 300, 62, "#fff3df")
    far = (mix(MIST, SAND, 0.45), mix(MIST, TEAL, 0.2), mix(SNOW, MIST, 0.25))
    near = (mix(TEAL, MIST, 0.45), mix(TEAL, BRAND, 0.45), SNOW)
    for x, y, half in ((160, 420, 420), (700, 380, 460), (1480, 400, 420)):
        _peak(sheet, x, y, 860, half, far, f"far{x}")
    for x, y, half in ((420, 470, 430), (1080, 250, 620)):
        _peak(sheet, x, y, 900, half, near, f"near{x}")
    sheet.glow(420, 860, 620, SAND, 0.5)
    sheet.fill(hill(800, 60, "foot", 1.4), mix(TEAL, MIST, 0.12), TEAL)
    sheet.fill(hill(880, 52, "field", 1.1), BRAND, mix(BRAND, DEEP, 0.5))
    for i in range(26):
        at = (40 + i * 62 + 30 * rough(i, "pine"), 930 + 60 * rough(i, "row"))
        _pine(sheet, *at, 70 + 70 * rough(i, "size"))
    sheet.fill(hill(1010, 24, "front", 1.7), DEEP)


def _pine(sheet: Sheet, x: float, y: float, tall: float) -> None:
    for tier in range(3):
        top, half = y - tall + tier * tall * 0.22, tall * (0.16 + 0.07 * tier)
        branches = [(x, top), (x + half, top + tall * 0.42), (x - half, top + tall * 0.42)]
        sheet.fill(branches, mix(DEEP, BRAND, 0.25 + 0.1 * tier))


def road(sheet: Sheet) -> None:
    sheet.glow(1010, 420, 600, "#fff0d2", 0.9)
    sheet.round(1010, 400, 66, "#fff7e8")
    sheet.fill(
        _closed(ridge(500, 220, "over road"), 620), mix(CLAY, MIST, 0.55), mix(SAND, MIST, 0.3)
    )
    sheet.fill(hill(560, 40, "third", 1.3), mix(CLAY, TEAL, 0.45), mix(CLAY, TEAL, 0.6))
    sheet.fill(hill(640, 46, "second", 0.9), mix(TEAL, CLAY, 0.2), BRAND)
    middle = [(1010.0, 585.0), (1300, 640), (420, 690), (760, 1090)]
    path = curve(middle, 90)
    width = [3 + 190 * (i / 90) ** 2.4 for i in range(91)]
    sheet.fill(hill(720, 34, "first", 0.7), mix(BRAND, DEEP, 0.15), DEEP)
    for grow, colour in ((1.16, mix(SAND, CLAY, 0.4)), (1.0, "#37494a")):
        left = [(x - w * grow, y) for (x, y), w in zip(path, width, strict=True)]
        right = [(x + w * grow, y) for (x, y), w in zip(path, width, strict=True)]
        sheet.fill([*left, *reversed(right)], colour)
    for i in range(8, 90, 6):
        first, second, half = path[i], path[i + 3], width[i] * 0.035 + 0.6
        dash = [(first[0] - half, first[1]), (first[0] + half, first[1]),
                (second[0] + half, second[1]), (second[0] - half, second[1])]  # fmt: skip
        sheet.fill(dash, SNOW)
    for i in range(30, 88, 8):
        x, y = path[i][0] + width[i] * 1.32, path[i][1]
        sheet.bar(x, y - 8 - width[i] * 0.32, 2 + width[i] * 0.05, width[i] * 0.34 + 8, 2, SNOW)
        sheet.bar(x, y - 4 - width[i] * 0.3, 2 + width[i] * 0.05, width[i] * 0.1, 1, ACCENT)


def bridge(sheet: Sheet) -> None:
    sheet.glow(350, 330, 560, "#ffe9c9", 0.8)
    sheet.fill(_closed(ridge(470, 190, "behind bridge"), 640), mix(MIST, CLAY, 0.3), MIST)
    sheet.fill(hill(590, 26, "bank", 1.2), mix(TEAL, MIST, 0.25), TEAL)
    sheet.fill(box(0, 770, WIDTH, 297), mix(TEAL, BRAND, 0.35), DEEP)
    span, brick, shade = 200, "#d8a679", "#b67a55"
    sheet.fill(box(0, 520, WIDTH, 262), brick, mix(brick, shade, 0.8))
    for i in range(8):
        x = i * span
        sheet.fill(arch(x + 22, 790, span - 44, 222), shade)
        sheet.fill(arch(x + 34, 790, span - 68, 206), mix(TEAL, MIST, 0.3), mix(TEAL, BRAND, 0.4))
        sheet.fill(arch(x + 34, 790, 44, 160), DEEP, alpha=0.18)
        sheet.fill(arch(x - 13, 590, 26, 48), mix(shade, WOOD, 0.4))
        pier = [(x - 22, 700), (x, 676), (x + 22, 700), (x + 30, 806), (x - 30, 806)]
        sheet.fill(pier, mix(brick, SAND, 0.35), shade)
    sheet.fill(box(0, 506, WIDTH, 16), mix(brick, SNOW, 0.4))
    for i in range(54):
        sheet.fill(arch(i * 30 + 3, 508, 24, 34), mix(brick, SAND, 0.25))
    for i in range(8):
        x = i * span
        mirror = [(u, 1580 - v) for u, v in arch(x + 34, 790, span - 68, 150)]
        sheet.fill(mirror, MIST, alpha=0.14)
    sheet.fill(box(0, 788, WIDTH, 90), shade, BRAND, alpha=0.5)
    _ripples(sheet, 800, SNOW, "river")


def trees(sheet: Sheet) -> None:
    sheet.glow(1240, 320, 560, "#fff3d6", 0.9)
    sheet.fill(hill(560, 60, "tree far", 1.1), mix(MIST, TEAL, 0.25), mix(MIST, TEAL, 0.5))
    sheet.fill(hill(680, 56, "tree mid", 0.9), mix(TEAL, "#7fae86", 0.5), TEAL)
    for row, (base, size, count) in enumerate(((640, 46, 17), (760, 84, 11), (930, 150, 6))):
        tone = ("#5f9c93", "#2f7d76", BRAND)[row]
        if row:
            ground = hill(base - 12, 26, f"ground{row}", 0.8 + row * 0.2)
            sheet.fill(ground, mix("#8fb58a", TEAL, 0.3 * row), mix(TEAL, BRAND, 0.4 * row))
        for i in range(count):
            x = (i + 0.5) * WIDTH / count + size * (rough(i, f"at{row}") - 0.5)
            y = base + size * 0.35 * rough(i, f"drop{row}")
            _tree(sheet, x, y, size, mix(tone, "#8fb58a", 0.35 * rough(i, f"tone{row}")))
    sheet.fill(hill(1010, 20, "tree front", 1.3), mix(BRAND, DEEP, 0.55), DEEP)


def _tree(sheet: Sheet, x: float, y: float, size: float, tone: str) -> None:
    trunk = [(x - size * 0.06, y), (x + size * 0.06, y),
             (x + size * 0.03, y - size), (x - size * 0.03, y - size)]  # fmt: skip
    sheet.fill(trunk, WOOD)
    for angle, reach, radius in (
        (0.0, 0.0, 0.5),
        (2.6, 0.36, 0.36),
        (0.55, 0.36, 0.34),
        (4.7, 0.4, 0.33),
    ):
        drop = size * (1.2 - reach * math.sin(angle) * 0.7)
        sheet.round(x + size * reach * math.cos(angle), y - drop, size * radius, tone)
    for dx, dy, radius in ((-0.16, 1.36, 0.2), (0.14, 1.56, 0.16)):
        sheet.round(x + size * dx, y - size * dy, size * radius, mix(tone, SNOW, 0.16))


def windcatchers(sheet: Sheet) -> None:
    sheet.glow(1180, 560, 700, "#ffe2b3", 0.9)
    sheet.round(1180, 560, 92, "#fff1d6")
    mud, dark = "#d9b081", "#a9764f"
    sheet.fill(_closed(ridge(650, 150, "desert"), 760), mix(CLAY, MIST, 0.45), mix(SAND, CLAY, 0.3))
    for x, base, wide, tall in ((180, 900, 92, 420), (470, 860, 70, 300), (905, 900, 104, 470),
                                (1130, 850, 62, 250), (1440, 900, 86, 380)):  # fmt: skip
        sheet.fill(box(x, base - tall, wide, tall), mud, dark)
        sheet.fill(box(x + wide * 0.62, base - tall, wide * 0.38, tall), dark, alpha=0.35)
        sheet.fill(box(x - 6, base - tall - 12, wide + 12, 14), mix(mud, SNOW, 0.35))
        for slit in range(4):
            left = x + wide * (0.1 + 0.21 * slit)
            opening = arch(left, base - tall * 0.52, wide * 0.13, tall * 0.4)
            sheet.fill(opening, mix(WOOD, DEEP, 0.35))
    for x, base, radius in ((330, 860, 120), (720, 850, 160), (1290, 862, 130)):
        dome = curve([(x - radius, base), (x - radius, base - radius * 1.3),
                      (x + radius, base - radius * 1.3), (x + radius, base)], 40)  # fmt: skip
        sheet.fill(dome, mix(mud, SNOW, 0.3), dark)
        sheet.round(x, base - radius * 0.99, 9, dark)
    for row, (y, tone) in enumerate(((860, mix(mud, DUSK, 0.2)), (940, mix(dark, DUSK, 0.3)))):
        for i in range(9):
            corner, height = i * 190 - 60 * row, 26 + 50 * rough(i, f"roof{row}")
            wall = mix(tone, SNOW, 0.12 * rough(i, f"wall{row}"))
            sheet.fill(box(corner, y - height, 192, HEIGHT), wall, dark)
            if rough(i, f"door{row}") > 0.35:
                sheet.fill(arch(corner + 66, y + 64, 46, 78), mix(BRAND, DEEP, 0.3))
    sheet.fill(box(0, 1020, WIDTH, 47), mix(WOOD, DEEP, 0.3))


SCENES = {
    "water": (water, ("#cfe3e0", SAND)),
    "dam": (dam, ("#d6e6e4", SAND)),
    "mountains": (mountains, ("#b9d4d6", "#f3dfc6")),
    "road": (road, ("#c4dad9", "#f6dcb8")),
    "bridge": (bridge, ("#c7dcda", "#f5e2c8")),
    "trees": (trees, ("#cbe0dc", "#f3ead6")),
    "windcatchers": (windcatchers, ("#8fbcbd", "#f6d9ac")),
}
