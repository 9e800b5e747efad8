"""The country as a map of tiles: one of the same size for each province, whatever its land.

The grid keeps neighbours near each other: row 0 is the north, column 0 the west. Names stand there
whole, in one line or two; an English "and" is "&" where it would not fit.
"""

from typing import NamedTuple

# In units of the drawing, 544 by 334.
WIDTH, HEIGHT, GAP = 74, 52, 4


class Tile(NamedTuple):
    """Where a province lies on the grid, and the lines of its name there."""

    row: int
    column: int
    name: str
    name_en: str

    @property
    def x(self) -> int:
        return 1 + self.column * (WIDTH + GAP)

    @property
    def y(self) -> int:
        return 1 + self.row * (HEIGHT + GAP)

    @property
    def middle(self) -> int:
        return self.x + WIDTH // 2

    @property
    def count_line(self) -> int:
        """The base line of the number, below the name."""
        return self.y + 44

    def lines_in(self, language: str) -> list[tuple[int, str]]:
        """The name, line by line, each with its base line."""
        lines = (self.name if language.startswith("fa") else self.name_en).split("\n")
        first = self.y + (20 if len(lines) == 1 else 14)
        return [(first + 13 * number, line) for number, line in enumerate(lines)]


# By code in ISO 3166-2:IR.
TILES: dict[str, Tile] = {
    "IR-04": Tile(0, 0, "آذربایجان\nغربی", "West\nAzerbaijan"),
    "IR-03": Tile(0, 1, "آذربایجان\nشرقی", "East\nAzerbaijan"),
    "IR-24": Tile(0, 2, "اردبیل", "Ardabil"),
    "IR-12": Tile(1, 0, "کردستان", "Kurdistan"),
    "IR-19": Tile(1, 1, "زنجان", "Zanjan"),
    "IR-01": Tile(1, 2, "گیلان", "Gilan"),
    "IR-02": Tile(1, 3, "مازندران", "Mazandaran"),
    "IR-27": Tile(1, 4, "گلستان", "Golestan"),
    "IR-28": Tile(1, 5, "خراسان\nشمالی", "North\nKhorasan"),
    "IR-05": Tile(2, 0, "کرمانشاه", "Kermanshah"),
    "IR-13": Tile(2, 1, "همدان", "Hamadan"),
    "IR-26": Tile(2, 2, "قزوین", "Qazvin"),
    "IR-30": Tile(2, 3, "البرز", "Alborz"),
    "IR-23": Tile(2, 4, "تهران", "Tehran"),
    "IR-20": Tile(2, 5, "سمنان", "Semnan"),
    "IR-09": Tile(2, 6, "خراسان\nرضوی", "Razavi\nKhorasan"),
    "IR-16": Tile(3, 0, "ایلام", "Ilam"),
    "IR-15": Tile(3, 1, "لرستان", "Lorestan"),
    "IR-00": Tile(3, 2, "مرکزی", "Markazi"),
    "IR-25": Tile(3, 3, "قم", "Qom"),
    "IR-10": Tile(3, 4, "اصفهان", "Isfahan"),
    "IR-21": Tile(3, 5, "یزد", "Yazd"),
    "IR-29": Tile(3, 6, "خراسان\nجنوبی", "South\nKhorasan"),
    "IR-06": Tile(4, 1, "خوزستان", "Khuzestan"),
    "IR-14": Tile(4, 2, "چهارمحال\nو بختیاری", "Chaharmahal\n& Bakhtiari"),
    "IR-17": Tile(4, 3, "کهگیلویه\nو بویراحمد", "Kohgiluyeh &\nBoyer-Ahmad"),
    "IR-07": Tile(4, 4, "فارس", "Fars"),
    "IR-08": Tile(4, 5, "کرمان", "Kerman"),
    "IR-11": Tile(4, 6, "سیستان و\nبلوچستان", "Sistan &\nBaluchestan"),
    "IR-18": Tile(5, 3, "بوشهر", "Bushehr"),
    "IR-22": Tile(5, 5, "هرمزگان", "Hormozgan"),
}
