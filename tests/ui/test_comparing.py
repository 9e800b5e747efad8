from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from tests.ui.comparing import compare, keep, small


def page(*, shift: int = 0, colour: str = "#0c5a60", height: int = 800) -> Image.Image:
    """Lines of words, a block and a small mark."""
    image = Image.new("RGB", (640, height), "#ffffff")
    draw = ImageDraw.Draw(image)
    for line in range(20):
        for word in range(9):
            x, y = 20 + 68 * word, 24 + 30 * line
            draw.rectangle((x, y, x + 40 + 3 * (word % 4), y + 8), fill="#14201f")
    draw.rectangle((40 + shift, 640, 300 + shift, 700), fill=colour)
    return image


def test_the_same_page_is_the_same(tmp_path: Path) -> None:
    keep(page(), tmp_path / "page.png")
    kept = Image.open(tmp_path / "page.png")
    assert compare(kept, page()).fields == 0
    assert kept.width == 320


def test_another_smoothing_is_no_change() -> None:
    smoothed = page().filter(ImageFilter.GaussianBlur(0.7))
    assert not compare(small(page()), smoothed).is_real


@pytest.mark.parametrize(
    "changed", [page(shift=8), page(colour="#0c4a70"), page(colour="#2a7a60"), page(height=840)]
)
def test_a_change_is_one(changed: Image.Image) -> None:
    assert compare(small(page()), changed).is_real


def test_another_width_is_a_change() -> None:
    assert compare(small(page()), page().crop((0, 0, 600, 800))).is_real
