"""Pictures of streets, stations and buildings."""

from home.demo.painting import (
    ACCENT,
    BRAND,
    CLAY,
    DEEP,
    DUSK,
    INK,
    MIST,
    SAND,
    SNOW,
    TEAL,
    WIDTH,
    WOOD,
    Sheet,
    box,
    hill,
    mix,
    ridge,
    rough,
    star,
)


def _skyline(
    sheet: Sheet, base: float, tallest: float, tone: str, seed: str, lit: str = ""
) -> None:
    """A row of blocks on `base`; with `lit`, windows of that colour."""
    x, i = -20.0, 0
    while x < WIDTH:
        wide = 60 + 90 * rough(i, seed)
        tall = tallest * (0.25 + 0.75 * rough(i, seed + "tall") ** 1.8)
        shade = mix(tone, INK, 0.12 * rough(i, seed + "tone"))
        sheet.fill(box(x, base - tall, wide, tall), shade, mix(shade, MIST, 0.35))
        if rough(i, seed + "cap") > 0.6:
            sheet.fill(box(x + wide * 0.3, base - tall - 26, wide * 0.4, 28), shade)
        for row in range(int(tall / 34) if lit else 0):
            for column in range(int(wide / 26)):
                if rough(row * 31 + column, f"{seed}{i}") > 0.45:
                    window = box(x + 12 + column * 24, base - tall + 16 + row * 34, 11, 16)
                    sheet.fill(
                        window, lit if rough(row + column * 17, f"{seed}{i}w") > 0.7 else MIST
                    )
        x += wide + (14 if rough(i, seed + "gap") > 0.7 else 0)
        i += 1


def skyline(sheet: Sheet) -> None:
    sheet.glow(1150, 420, 820, "#ffdcae", 0.95)
    edge = ridge(560, 330, "city mountain")
    sheet.fill([(0, 800), *edge, (WIDTH, 800)], mix(MIST, TEAL, 0.35), SAND)
    _skyline(sheet, 850, 330, mix(MIST, TEAL, 0.45), "city far")
    mast = [(1150, 230), (1158, 470), (1142, 470)]
    sheet.fill(mast, BRAND)
    sheet.fill([(1104, 470), (1196, 470), (1180, 540), (1120, 540)], BRAND)
    sheet.fill([(1136, 540), (1164, 540), (1172, 900), (1128, 900)], mix(BRAND, TEAL, 0.3), BRAND)
    _skyline(sheet, 930, 330, TEAL, "city mid", "#ffdca6")
    sheet.fill(box(0, 925, WIDTH, 60), mix(TEAL, BRAND, 0.5))
    _skyline(sheet, 1010, 210, BRAND, "city near", "#ffdca6")
    sheet.fill(box(0, 940, WIDTH, 90), BRAND, mix(BRAND, DEEP, 0.5))
    sheet.fill(hill(985, 18, "park", 2.2), mix(BRAND, DEEP, 0.6), DEEP)
    for i in range(30):
        sheet.round(
            i * 56 + 30 * rough(i, "bush"), 1000, 20 + 24 * rough(i, "round"), mix(DEEP, BRAND, 0.5)
        )


def rail(sheet: Sheet) -> None:
    sheet.glow(420, 330, 760, "#ffe6c4", 0.95)
    sheet.round(420, 300, 58, "#fff6e6")
    _skyline(sheet, 800, 300, mix(MIST, TEAL, 0.3), "rail far")
    sheet.fill(hill(790, 30, "rail park", 1.6), mix(TEAL, MIST, 0.2), TEAL)
    for i in range(22):
        sheet.round(
            i * 78 + 40 * rough(i, "tree"),
            850,
            40 + 34 * rough(i, "crown"),
            mix(TEAL, BRAND, 0.5 * rough(i, "hue")),
        )
    sheet.fill(box(0, 860, WIDTH, 207), mix(BRAND, DEEP, 0.3), DEEP)
    for x in (150, 560, 970, 1380):
        sheet.fill(
            [(x - 74, 706), (x + 74, 706), (x + 34, 780), (x - 34, 780)], "#cfc2b1", "#b3a48f"
        )
        sheet.fill(box(x - 34, 778, 68, 220), "#d8ccbb", "#978a78")
        sheet.fill(box(x + 10, 778, 24, 220), WOOD, alpha=0.22)
    sheet.fill(box(0, 640, WIDTH, 72), "#e7dccb", "#b9ab97")
    sheet.fill(box(0, 632, WIDTH, 10), SNOW)
    for i in range(3):
        _carriage(sheet, 40 + i * 510, 440, nose=i == 2)
    sheet.fill(box(0, 616, WIDTH, 16), mix(INK, BRAND, 0.3))


def _carriage(sheet: Sheet, x: float, y: float, *, nose: bool) -> None:
    wide = 500
    if nose:
        body = [
            (x, y),
            (x + wide - 90, y),
            (x + wide - 30, y + 40),
            (x + wide + 10, y + 130),
            (x + wide + 10, y + 180),
            (x, y + 180),
        ]
        sheet.fill(body, SNOW, mix(SAND, SNOW, 0.4))
        sheet.fill(
            [
                (x + wide - 84, y + 36),
                (x + wide - 44, y + 48),
                (x + wide - 8, y + 112),
                (x + wide - 84, y + 112),
            ],
            DEEP,
        )
        sheet.fill(
            [(x, y + 128), (x + wide + 10, y + 128), (x + wide + 10, y + 160), (x, y + 160)], BRAND
        )
        sheet.bar(x + wide - 34, y + 134, 34, 14, 6, "#ffe6a8")
    else:
        sheet.bar(x, y, wide, 180, 16, SNOW)
        sheet.fill(box(x, y + 128, wide, 32), BRAND)
        sheet.fill(box(x + wide - 2, y + 20, 14, 150), INK)
    for i in range(4 if nose else 5):
        sheet.bar(x + 26 + i * 96, y + 36, 68, 76, 8, mix(DEEP, TEAL, 0.35))
        sheet.fill(
            [
                (x + 34 + i * 96, y + 108),
                (x + 62 + i * 96, y + 40),
                (x + 78 + i * 96, y + 40),
                (x + 50 + i * 96, y + 108),
            ],
            MIST,
            alpha=0.35,
        )
    sheet.fill(box(x, y + 164, wide, 5), ACCENT)


def bus(sheet: Sheet) -> None:
    sheet.glow(1200, 360, 780, "#fff0d3", 1)
    _skyline(sheet, 720, 360, mix(MIST, TEAL, 0.25), "bus far")
    _skyline(sheet, 780, 200, mix(CLAY, DUSK, 0.35), "bus mid", "#fff0d3")
    for i in range(7):
        x = 90 + i * 236 + 30 * rough(i, "plane tree")
        sheet.fill(box(x - 9, 600, 18, 240), WOOD)
        for dx, dy, radius in ((0, 540, 92), (-64, 590, 66), (66, 594, 62), (10, 620, 70)):
            tone = mix(mix(TEAL, "#7fae86", 0.45), BRAND, 0.45 * rough(i + dy, "leaf"))
            sheet.round(x + dx, dy, radius, tone)
    sheet.fill(box(0, 812, WIDTH, 40), "#d9cbb6", "#c3b39b")
    sheet.fill(box(0, 846, WIDTH, 221), "#4a5a5b", "#2d3a3b")
    for i in range(8):
        sheet.fill(
            [(i * 230 - 30, 990), (i * 230 + 90, 990), (i * 230 + 84, 1002), (i * 230 - 38, 1002)],
            SAND,
        )
    sheet.fill([(250, 922), (1330, 922), (1380, 952), (210, 952)], INK, alpha=0.35)
    sheet.bar(260, 500, 1060, 400, 42, BRAND)
    sheet.fill(box(260, 700, 1060, 120), mix(BRAND, TEAL, 0.55), BRAND)
    sheet.bar(330, 478, 560, 40, 16, mix(BRAND, DEEP, 0.5))
    sheet.fill(box(260, 836, 1060, 10), ACCENT)
    for i in range(5):
        sheet.bar(296 + i * 172, 548, 150, 160, 14, mix(DEEP, TEAL, 0.3))
        sheet.fill(
            [
                (316 + i * 172, 704),
                (372 + i * 172, 552),
                (410 + i * 172, 552),
                (354 + i * 172, 704),
            ],
            MIST,
            alpha=0.28,
        )
    sheet.bar(1168, 540, 132, 190, 18, mix(DEEP, TEAL, 0.3))
    sheet.fill([(1190, 726), (1240, 546), (1270, 546), (1220, 726)], MIST, alpha=0.3)
    for x in (640, 984):
        sheet.bar(x, 560, 96, 316, 10, mix(BRAND, DEEP, 0.35))
        for half in (6, 52):
            sheet.bar(x + half, 572, 38, 280, 6, mix(TEAL, MIST, 0.35))
    sheet.bar(1282, 770, 34, 26, 10, "#ffe6a8")
    for x in (440, 1130):
        sheet.round(x, 900, 74, INK)
        sheet.round(x, 900, 42, "#8fa3a2")
        sheet.fill(star(x, 900, 34), "#d7e2e0")
        sheet.round(x, 900, 10, INK)


def basins(sheet: Sheet) -> None:
    sheet.fill(hill(120, 40, "green edge", 1.2), "#b9cfae", "#8fb08e")
    for y in (330, 690, 1050):
        sheet.fill([(0, y - 16), (WIDTH, y - 60), (WIDTH, y - 28), (0, y + 16)], "#e6dac6")
    for row, y in enumerate((160, 500, 860)):
        for column in range(4):
            x = 190 + column * 410 - (60 if row % 2 else 0)
            _basin(
                sheet,
                x,
                y - column * 11,
                140,
                round_one=(row + column) % 3 != 2,
                tone=(row * 4 + column) / 12,
            )
    for i in range(40):
        along = rough(i, "shrub")
        left, top = WIDTH * along, (334, 694, 1054)[i % 3] - 44 * along
        sheet.round(left + 6, top + 10, 15, DEEP, alpha=0.18)
        sheet.round(
            left, top, 10 + 12 * rough(i, "size"), mix("#7fae86", BRAND, 0.6 * rough(i, "hue"))
        )


def _basin(
    sheet: Sheet, x: float, y: float, radius: float, *, round_one: bool, tone: float
) -> None:
    water = mix(mix(TEAL, "#8a9a6a", 0.5), mix(TEAL, MIST, 0.25), tone)
    if not round_one:
        sheet.fill(box(x - 152, y - 112, 324, 250), DEEP, alpha=0.2)
        sheet.bar(x - 164, y - 126, 328, 252, 14, "#efe6d8")
        for lane in range(3):
            sheet.fill(box(x - 148, y - 110 + lane * 76, 296, 66), mix(water, MIST, 0.15), water)
            sheet.line([(x - 130, y - 84 + lane * 76), (x + 130, y - 84 + lane * 76)], SNOW, 2)
        return
    sheet.round(x + 14, y + 16, radius, DEEP, alpha=0.2)
    sheet.round(x, y, radius, "#efe6d8")
    sheet.round(x, y, radius * 0.88, mix(water, DEEP, 0.2))
    for ring in range(3):
        sheet.round(x, y, radius * (0.84 - 0.22 * ring), mix(water, MIST, 0.12 * ring))
    sheet.fill(
        [
            (x - radius, y + 8),
            (x - radius, y - 8),
            (x + radius * 0.1, y - 6),
            (x + radius * 0.1, y + 6),
        ],
        "#f8f2e8",
    )
    sheet.round(x, y, radius * 0.12, ACCENT if tone > 0.8 else WOOD)


SCENES = {
    "skyline": (skyline, ("#a9cbcc", "#f7dfbd")),
    "rail": (rail, ("#bcd8d8", "#f5e3c9")),
    "bus": (bus, ("#c5dfdd", "#f6ead4")),
    "basins": (basins, ("#c4d6b4", "#9dbb98")),
}
