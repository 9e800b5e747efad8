"""Pictures of rooms and of things on a table."""

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
    WOOD,
    Point,
    Sheet,
    arch,
    box,
    mix,
    rough,
    star,
)


def library(sheet: Sheet) -> None:
    spines = (BRAND, TEAL, ACCENT, CLAY, "#2a4a5c", mix(BRAND, MIST, 0.4), DUSK, "#e6d3b3")
    for shelf in range(4):
        top = 40 + shelf * 262
        sheet.fill(box(0, top, WIDTH, 240), mix(WOOD, DEEP, 0.55), mix(WOOD, DEEP, 0.3))
        x, i = 24.0, 0
        while x < WIDTH:
            seed = f"shelf{shelf}"
            wide, tall = 24 + 34 * rough(i, seed), 150 + 66 * rough(i, seed + "tall")
            tone = spines[int(rough(i, seed + "tone") * len(spines)) % len(spines)]
            if rough(i, seed + "gap") > 0.93:
                x += 60
            _spine(sheet, x, top + 240 - tall, wide, tall, tone)
            x += wide + 3
            i += 1
        sheet.fill(box(0, top + 236, WIDTH, 28), "#a67c55", "#7d5a3b")
        sheet.fill(box(0, top, WIDTH, 22), INK, alpha=0.28)
    for x in (516, 1068):
        sheet.fill(box(x, 0, 30, HEIGHT), "#97704c", "#7d5a3b")
        sheet.fill(box(x + 30, 0, 12, HEIGHT), INK, alpha=0.25)
    sheet.fill([(1292, -10), (1314, -10), (1244, HEIGHT), (1218, HEIGHT)], "#d9b48c", "#b98a5f")
    sheet.fill([(1452, -10), (1474, -10), (1466, HEIGHT), (1440, HEIGHT)], "#d9b48c", "#b98a5f")
    for i in range(10):
        y = 60 + i * 108
        sheet.line([(1300 - y * 0.068, y), (1463 - y * 0.008, y)], "#e6c8a3", 15)
    sheet.glow(380, 120, 820, "#ffe7bd", 0.38)


def _spine(sheet: Sheet, x: float, y: float, wide: float, tall: float, tone: str) -> None:
    sheet.fill(box(x, y, wide, tall), tone, mix(tone, INK, 0.22))
    sheet.fill(box(x, y, 4, tall), SNOW, alpha=0.18)
    for share in (0.14, 0.82):
        sheet.fill(box(x, y + tall * share, wide, 5), mix(tone, SNOW, 0.5))


def press(sheet: Sheet) -> None:
    sheet.glow(800, 560, 760, "#fff3dc", 0.9)
    sheet.round(800, 580, 390, mix(SAND, CLAY, 0.28))
    for radius in (440, 520, 600, 680):
        ring = [
            (800 + radius * math.cos(a / 60 * math.pi), 580 + radius * math.sin(a / 60 * math.pi))
            for a in range(121)
        ]
        sheet.line(ring, mix(SAND, CLAY, 0.65), 2.5)
    for i, (x, y, tall, tone) in enumerate(
        (
            (500, 480, 260, ACCENT),
            (735, 330, 300, BRAND),
            (965, 400, 280, "#2a4a5c"),
            (1180, 530, 240, "#8a6238"),
        )
    ):
        sheet.fill(
            [
                (x - 9, y + tall - 10),
                (x + 9, y + tall - 10),
                (x + 26 - i * 12, HEIGHT),
                (x - 4 - i * 12, HEIGHT),
            ],
            INK,
        )
        _microphone(sheet, x, y, tall, tone)
    sheet.fill([(0, 960), (WIDTH, 930), (WIDTH, HEIGHT), (0, HEIGHT)], mix(BRAND, DEEP, 0.3), DEEP)
    sheet.fill([(0, 960), (WIDTH, 930), (WIDTH, 940), (0, 970)], TEAL)
    sheet.lattice((0, 985, WIDTH, 82), 84, mix(BRAND, TEAL, 0.5), 2)


def _microphone(sheet: Sheet, x: float, y: float, tall: float, tone: str) -> None:
    sheet.bar(x - 52, y, 104, tall, 52, tone)
    sheet.bar(x - 52, y + tall * 0.56, 104, tall * 0.44, 20, mix(tone, INK, 0.25))
    for row in range(5):
        for column in range(4):
            sheet.round(x - 30 + column * 20, y + 42 + row * 22, 5, mix(tone, SNOW, 0.32))
    sheet.fill(box(x - 40, y + 40, 12, tall - 90), SNOW, alpha=0.2)
    sheet.fill(box(x - 60, y + tall * 0.56, 120, 20), INK)
    sheet.fill(star(x, y + tall * 0.78, 26), SNOW)


def table(sheet: Sheet) -> None:
    sheet.lattice((0, 0, WIDTH, HEIGHT), 134, mix("#e5d7c3", CLAY, 0.28), 2)
    for i in range(14):
        angle = math.tau * (i + 0.5) / 14
        x, y = 800 + 640 * math.cos(angle), 534 + 410 * math.sin(angle)
        sheet.round(x + 12, y + 16, 62, INK, alpha=0.14)
        sheet.round(x, y, 62, ACCENT if i == 10 else mix(BRAND, TEAL, 0.25 + 0.3 * (i % 2)))
        sheet.round(x - 6, y - 8, 46, mix(ACCENT if i == 10 else TEAL, SNOW, 0.16))
    _ellipse(sheet, 816, 560, 580, 352, INK, alpha=0.2)
    _ellipse(sheet, 800, 534, 580, 352, "#8d6745")
    _ellipse(sheet, 800, 528, 566, 340, "#a67c55")
    _ellipse(sheet, 800, 528, 380, 206, "#8d6745")
    _ellipse(sheet, 800, 532, 368, 196, mix(BRAND, DEEP, 0.3))
    for radius, tone in ((150, TEAL), (112, BRAND), (74, CLAY), (36, ACCENT)):
        sheet.fill(star(800, 532, radius), tone)
    for i in range(14):
        angle = math.tau * (i + 0.5) / 14
        _sheet_of_paper(sheet, 800 + 474 * math.cos(angle), 528 + 274 * math.sin(angle), angle)


def _ellipse(
    sheet: Sheet, x: float, y: float, wide: float, tall: float, tone: str, *, alpha: float = 1.0
) -> None:
    edge = [
        (x + wide * math.cos(math.tau * i / 180), y + tall * math.sin(math.tau * i / 180))
        for i in range(180)
    ]
    sheet.fill(edge, tone, alpha=alpha)


def _turned(points: list[Point], x: float, y: float, angle: float) -> list[Point]:
    across, along = math.cos(angle), math.sin(angle)
    return [(x + u * across - v * along, y + u * along + v * across) for u, v in points]


def _sheet_of_paper(sheet: Sheet, x: float, y: float, angle: float) -> None:
    sheet.fill(_turned(box(-34, -24, 76, 56), x + 4, y + 5, angle), INK, alpha=0.18)
    sheet.fill(_turned(box(-36, -27, 72, 54), x, y, angle), SNOW)
    for i in range(4):
        sheet.line(
            _turned([(22 - i * 14, -18), (22 - i * 14, 16 - 8 * (i == 3))], x, y, angle),
            mix(MIST, TEAL, 0.3),
            2.5,
        )


def minutes(sheet: Sheet) -> None:
    for i in range(9):
        y = i * 124
        sheet.fill(box(0, y, WIDTH, 120), mix("#9a7350", WOOD, 0.35 * rough(i, "plank")))
        sheet.line([(0, y + 122), (WIDTH, y + 122)], mix(WOOD, INK, 0.25), 3)
        for grain in range(3):
            dip = y + 24 + grain * 34
            sheet.line(
                [(0, dip), (520, dip + 8 * rough(i, "g")), (1100, dip - 6), (WIDTH, dip + 4)],
                mix("#9a7350", WOOD, 0.5),
                1.5,
            )
    for x, y, angle, shade in (
        (720, 560, -0.17, "#e8decd"),
        (800, 540, 0.09, "#f1e9dc"),
        (770, 545, -0.03, SNOW),
    ):
        sheet.fill(_turned(box(-318, -424, 660, 880), x + 14, y + 18, angle), INK, alpha=0.2)
        sheet.fill(_turned(box(-330, -440, 660, 880), x, y, angle), shade)
    x, y, angle = 770, 545, -0.03
    sheet.fill(_turned(star(250, -352, 40), x, y, angle), BRAND)
    sheet.fill(_turned(star(250, -352, 20), x, y, angle), SNOW)
    sheet.fill(_turned(box(-90, -372, 280, 20), x, y, angle), ACCENT)
    sheet.fill(_turned(box(-20, -338, 210, 12), x, y, angle), MIST)
    sheet.fill(_turned(box(-280, -286, 570, 4), x, y, angle), BRAND)
    for row in range(13):
        width = 470 - 190 * rough(row, "words") * (row % 4 == 3)
        dip = -244 + row * 38
        if row % 4 == 0:
            sheet.fill(_turned(star(270, dip + 7, 15), x, y, angle), TEAL)
        sheet.fill(_turned(box(235 - width, dip, width, 13), x, y, angle), mix(MIST, INK, 0.22))
    for i in range(3):
        sheet.fill(_turned(box(-270 + i * 190, 340, 150, 3), x, y, angle), INK)
        scrawl = [(-250 + i * 190 + j * 11, 326 - 22 * rough(j, f"sign{i}")) for j in range(10)]
        sheet.line(_turned([*scrawl], x, y, angle), mix(BRAND, INK, 0.3), 4)
    sheet.fill(_turned(box(-240, -12, 480, 30), 1304, 590, -1.12), INK, alpha=0.22)
    sheet.fill(_turned(box(-240, -18, 400, 34), 1290, 570, -1.12), BRAND)
    sheet.fill(_turned([(-240, -18), (-240, 16), (-308, -1)], 1290, 570, -1.12), CLAY)
    sheet.fill(_turned(box(160, -18, 80, 34), 1290, 570, -1.12), ACCENT)
    sheet.fill(_turned(box(-230, -14, 460, 7), 1290, 570, -1.12), SNOW, alpha=0.3)
    for radius, tone in (
        (116, mix(WOOD, INK, 0.3)),
        (104, SNOW),
        (84, "#e9dfd0"),
        (76, "#8a3f26"),
        (60, "#b4552d"),
    ):
        sheet.round(1370, 210, radius, tone)
    sheet.glow(200, 60, 900, "#fff2d4", 0.4)


def classroom(sheet: Sheet) -> None:
    for x in (120, 620, 1120):
        sheet.fill(arch(x - 16, 640, 392, 600), "#cbb394")
        sheet.fill(arch(x, 640, 360, 572), "#cfe6e6", "#f8e6c6")
        sheet.fill(
            [(x, 640), (x, 560), (x + 110, 500), (x + 220, 560), (x + 360, 510), (x + 360, 640)],
            mix(TEAL, MIST, 0.4),
            mix(TEAL, "#7fae86", 0.4),
        )
        sheet.fill(box(x + 176, 76, 8, 564), "#efe3d0")
        sheet.fill(box(x, 420, 360, 8), "#efe3d0")
        sheet.fill(box(x - 34, 640, 428, 22), "#efe3d0", "#cbb394")
        sheet.fill(
            [(x + 10, 760), (x + 350, 760), (x + 240, HEIGHT), (x - 220, HEIGHT)],
            "#fff2d4",
            alpha=0.3,
        )
    for x, tall in ((180, 92), (1400, 110)):
        for i in range(7):
            lean = (i - 3) * 16
            sheet.line(
                [(x, 600), (x + lean * 0.6, 600 - tall * 0.7), (x + lean * 1.7, 600 - tall)],
                mix(BRAND, "#7fae86", 0.6 * rough(i, "leaf")),
                10,
            )
        sheet.fill(
            [(x - 36, 586), (x + 36, 586), (x + 26, 642), (x - 26, 642)], DUSK, mix(DUSK, WOOD, 0.4)
        )
    for row, (y, size) in enumerate(((760, 0.75), (900, 1.1))):
        for i in range(4 - row):
            _desk(
                sheet,
                250 + i * 390 + row * 130,
                y,
                size,
                book=(ACCENT, BRAND, TEAL, CLAY)[(i + row) % 4],
            )


def _desk(sheet: Sheet, x: float, y: float, size: float, *, book: str) -> None:
    sheet.fill(
        [
            (x - 150 * size, y + 190 * size),
            (x + 150 * size, y + 190 * size),
            (x + 120 * size, y + 214 * size),
            (x - 190 * size, y + 214 * size),
        ],
        INK,
        alpha=0.16,
    )
    for side in (-1, 1):
        sheet.fill(
            box(x + side * 116 * size - 7 * size, y, 14 * size, 200 * size), mix(DEEP, BRAND, 0.3)
        )
    sheet.fill(
        [
            (x - 120 * size, y - 36 * size),
            (x + 120 * size, y - 36 * size),
            (x + 150 * size, y + 18 * size),
            (x - 150 * size, y + 18 * size),
        ],
        "#d9aa74",
        "#b98350",
    )
    sheet.fill(box(x - 150 * size, y + 18 * size, 300 * size, 20 * size), "#8d6340")
    sheet.fill(
        [
            (x - 50 * size, y - 24 * size),
            (x + 20 * size, y - 24 * size),
            (x + 24 * size, y + 4 * size),
            (x - 60 * size, y + 4 * size),
        ],
        book,
    )
    sheet.fill(
        [
            (x - 40 * size, y - 28 * size),
            (x + 22 * size, y - 28 * size),
            (x + 26 * size, y - 2 * size),
            (x - 48 * size, y - 2 * size),
        ],
        SNOW,
    )


SCENES = {
    "library": (library, ("#97704c", "#7d5a3b")),
    "press": (press, (SAND, "#ddc6aa")),
    "table": (table, ("#efe4d4", "#dfcfb8")),
    "minutes": (minutes, ("#9a7350", WOOD)),
    "classroom": (classroom, ("#efe3d0", "#dcc6a6")),
}
