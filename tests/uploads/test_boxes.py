import time
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


def box(kind: bytes, *inner: bytes) -> bytes:
    content = b"".join(inner)
    return (len(content) + 8).to_bytes(4, "big") + kind + content


def meta(places: bytes, *more: bytes) -> bytes:
    """A table of parts, the first of which is Exif."""
    note = box(b"infe", b"\2\0\0\0" + b"\0\1" + b"\0\0" + b"Exif\0")
    listed = box(b"iinf", b"\0\0\0\0" + b"\0\1" + note)
    return box(b"meta", b"\0\0\0\0", listed, box(b"iloc", places), *more)


def places(sizes: bytes, *items: bytes) -> bytes:
    return b"\0\0\0\0" + sizes + len(items).to_bytes(2, "big") + b"".join(items)


FREE = places(b"\0\0", *[b"\0\1" + b"\0\0" + b"\xff\xff"] * 100)
"""Six million parts, in a table whose fields have no bytes."""
ONE = places(b"\x44\0", b"\0\1" + b"\0\0" + b"\0\1" + b"\0\0\0\0" + b"\0\0\0\x10")


def test_parts_that_take_no_bytes_take_no_time() -> None:
    started = time.process_time()
    with pytest.raises(ValueError, match="too many parts"):
        heif(meta(FREE), 1)
    assert time.process_time() - started < 0.5  # was ten seconds


def test_a_part_without_a_length_is_refused() -> None:
    """By the standard it is the whole file, and nothing of it would have been overwritten."""
    with pytest.raises(ValueError, match="without a length"):
        heif(meta(places(b"\0\0", b"\0\1" + b"\0\0" + b"\0\1")), 1)


def test_a_part_is_not_overwritten_over_and_over() -> None:
    many = (9_000).to_bytes(2, "big") + (b"\0\0\0\0" + b"\0\0\xff\0") * 9_000
    with pytest.raises(ValueError, match="beyond the end"):
        heif(meta(places(b"\x44\0", b"\0\1" + b"\0\0" + many)), 1)


def test_a_file_of_nothing_but_boxes_is_refused() -> None:
    with pytest.raises(ValueError, match="too many boxes"):
        heif(box(b"free") * 10_001, 1)


@pytest.mark.parametrize(
    "content",
    [
        meta(ONE) + meta(ONE),
        meta(ONE, box(b"iloc", ONE)),
        meta(ONE, box(b"iinf", b"\0\0\0\0\0\0")),
        files.photograph("AVIF") + meta(FREE),
    ],
)
def test_there_is_one_table_of_parts(content: bytes) -> None:
    """Of two we would clean what the one names, and decoders read the other."""
    assert heif(meta(ONE), 1)
    with pytest.raises(ValueError, match="a second box"):
        heif(content, 1)


def test_a_table_that_ends_with_the_file() -> None:
    with pytest.raises(ValueError, match="does not end"):
        heif(box(b"meta", b"\0\0\0\0", box(b"iloc", ONE), box(b"iinf")), 1)
