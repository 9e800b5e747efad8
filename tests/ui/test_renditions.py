import re
from fractions import Fraction

import pytest

from wagtail_prcouncil.ui.renditions import CARD, SIZES, TEASER

BOX = re.compile(r"(?:fill|max)-(\d+)x(\d+)\|format-webp(?:\|preserve-svg)?")


@pytest.mark.parametrize("name", SIZES)
def test_a_size_has_one_shape_in_growing_widths(name: str) -> None:
    found = [BOX.fullmatch(spec) for spec in SIZES[name].specs]
    boxes = [tuple(map(int, box.groups())) for box in found]
    assert len({Fraction(width, height) for width, height in boxes}) == 1
    assert boxes == sorted(boxes)
    assert boxes[0][0] <= 480, "a phone of 320 px on a slow line needs a small file"


def test_one_prefetch_serves_rows_and_cards() -> None:
    assert set(TEASER.specs) <= set(CARD.specs)
