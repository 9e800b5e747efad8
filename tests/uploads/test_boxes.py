from io import BytesIO

import pytest
from PIL import Image

from tests.uploads import files
from wagtail_prcouncil.uploads.boxes import heif


@pytest.mark.parametrize("orientation", [None, 6])
def test_notes_of_an_avif_are_overwritten_where_they_lie(orientation: int | None) -> None:
    before = files.photograph("AVIF", orientation)
    after = heif(before, 1)
    assert len(after) == len(before)
    for words in (files.MACHINE, files.REMARK):
        assert words.encode() in before
        assert words.encode() not in after
    with Image.open(BytesIO(before)) as old, Image.open(BytesIO(after)) as new:
        assert new.tobytes() == old.tobytes()
        assert new.info["icc_profile"] == old.info["icc_profile"]
        assert new.getexif().get(0x0112, 1) == (orientation or 1), "a box of its own says it"
        assert not new.getexif().get_ifd(0x8825)


def test_a_broken_one_says_so() -> None:
    picture = files.photograph("AVIF")
    for end in range(30, 300, 11):
        with pytest.raises(ValueError, match="end"):
            heif(picture[:end], 1)


def test_a_file_without_such_boxes_is_left_alone() -> None:
    assert heif(b"\0\0\0\x08free", 1) == b"\0\0\0\x08free"
