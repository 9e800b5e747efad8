"""The demo's pictures, drawn when asked for: `draw("water")`. No words stand in them."""

from PIL import Image

from home.demo import scenes_city, scenes_land, scenes_ornament, scenes_rooms
from home.demo.painting import Sheet

SCENES = scenes_land.SCENES | scenes_city.SCENES | scenes_ornament.SCENES | scenes_rooms.SCENES


def draw(name: str) -> Image.Image:
    """The picture of that name, 1600 × 1067; KeyError for a name that is not in SCENES."""
    paint, sky = SCENES[name]
    sheet = Sheet(*sky)
    paint(sheet)
    return sheet.finished()
