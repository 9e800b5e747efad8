"""AVIF and HEIC: pictures in boxes (ISO 14496-12), whose parts are found by their addresses.

Taking a part out would move the others, so what a camera wrote is overwritten where it lies.
Orientation is a box of its own there and stays. Broken files raise ValueError.
"""

from collections.abc import Iterator
from dataclasses import dataclass

EMPTY_EXIF = b"\0\0\0\0" + b"MM\0*\0\0\0\x08" + b"\0\0" + b"\0\0\0\0"
"""An Exif item without an entry. Zeros alone would be a broken one, which decoders refuse."""

MOST = 10_000
"""Boxes in a row, and parts of a file. A photograph has some dozens; their fields may have no
bytes at all, so that a few bytes could name millions."""


@dataclass
class _Reader:
    """Numbers of a box, one after the other."""

    content: bytes
    at: int

    def number(self, size: int) -> int:
        if self.at + size > len(self.content):
            raise ValueError("a box that does not end")
        self.at += size
        return int.from_bytes(self.content[self.at - size : self.at], "big")


def heif(content: bytes, orientation: int) -> bytes:
    cleaned = bytearray(content)
    top = _only(_boxes(content, 0, len(content)), b"meta")
    if b"meta" not in top:
        return content
    start, end = top[b"meta"]
    parts = _only(_boxes(content, start + 4, end), b"iinf", b"iloc", b"idat")
    if b"iinf" not in parts or b"iloc" not in parts:
        return content
    notes = dict(_notes(content, *parts[b"iinf"]))
    data = parts.get(b"idat", (0, 0))[0]
    left = len(content)
    for item, at, length in _places(content, parts[b"iloc"][0], data):
        if item in notes:
            left -= length
            if at + length > len(content) or left < 0:
                raise ValueError("a part beyond the end")
            filling = EMPTY_EXIF if notes[item] == b"Exif" else b""
            blank = b"\0" if filling else b" "
            cleaned[at : at + length] = filling[:length].ljust(length, blank)
    return bytes(cleaned)


def _only(boxes: Iterator[tuple[bytes, int, int]], *kinds: bytes) -> dict[bytes, tuple[int, int]]:
    """Where these boxes are. Of two of a kind, decoders might read the one and we the other."""
    found: dict[bytes, tuple[int, int]] = {}
    for kind, start, end in boxes:
        if kind in found:
            raise ValueError("a second box of a kind that there is one of")
        if kind in kinds:
            found[kind] = start, end
    return found


def _boxes(content: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start of the body and end of each box."""
    seen = 0
    while at + 8 <= end:
        seen += 1
        if seen > MOST:
            raise ValueError("too many boxes")
        size, body = int.from_bytes(content[at : at + 4], "big"), at + 8
        kind = content[at + 4 : at + 8]
        if size == 1:
            size, body = int.from_bytes(content[at + 8 : at + 16], "big"), at + 16
        to = end if size == 0 else at + size
        if to < body or to > end:
            raise ValueError("a box that does not end")
        yield kind, body, to
        at = to


def _notes(content: bytes, start: int, end: int) -> Iterator[tuple[int, bytes]]:
    """Items that are not pixels: Exif, and XMP, which is a "mime"."""
    first = start + (6 if _Reader(content, start).number(1) == 0 else 8)
    for kind, at, _to in _boxes(content, first, end):
        reader = _Reader(content, at)
        version = reader.number(1)
        if kind != b"infe" or version < 2:
            continue
        reader.number(3)
        item = reader.number(2 if version == 2 else 4)
        reader.number(2)
        described = content[reader.at : reader.at + 4]
        if described in {b"Exif", b"mime"}:
            yield item, described


def _places(content: bytes, start: int, data: int) -> Iterator[tuple[int, int, int]]:
    """Item, place in the file and length of each piece of it."""
    reader = _Reader(content, start)
    version = reader.number(1)
    reader.number(3)
    sizes = reader.number(2)
    in_offset, in_length, in_base, in_index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    items = reader.number(2 if version < 2 else 4)
    left = MOST - items
    for _item in range(items):
        item = reader.number(2 if version < 2 else 4)
        method = reader.number(2) & 15 if version else 0
        reader.number(2)
        base = reader.number(in_base) + (data if method == 1 else 0)
        extents = reader.number(2)
        left -= extents
        if left < 0:
            raise ValueError("too many parts")
        for _extent in range(extents):
            reader.number(in_index if version else 0)
            offset, length = reader.number(in_offset), reader.number(in_length)
            if not length:
                raise ValueError("a part without a length")  # it would be the whole file
            yield item, base + offset, length
