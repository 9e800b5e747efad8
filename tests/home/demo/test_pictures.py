"""The demo's pictures: one size, the same each time, and pictures at all."""

from functools import cache

import pytest
from home.demo.pictures import SCENES, draw

pytestmark = pytest.mark.once

drawn = cache(draw)


@pytest.mark.parametrize("name", SCENES)
def test_picture(name: str) -> None:
    picture = drawn(name)
    assert picture.size == (1600, 1067)
    assert picture.mode == "RGB"
    assert len(picture.resize((160, 107)).getcolors(20_000) or ()) > 500


def test_same_each_time_and_no_two_alike() -> None:
    assert draw("water").tobytes() == drawn("water").tobytes()
    small = {drawn(name).resize((32, 21)).tobytes() for name in SCENES}
    assert len(small) == len(SCENES)


def test_unknown_name() -> None:
    with pytest.raises(KeyError):
        draw("moon")
