"""Picture files taken apart and put together again without what a camera or a joker added.

Only the parts that make the picture stay: pixels, palette, transparency, frames, colour profile.
Exif and XMP (place, time, names, serial numbers), comments, hidden thumbnails, and whatever was
hung on behind the picture go. No pixel is decoded, so nothing is lost and no bomb goes off.
Broken files raise ValueError.
"""

import zlib
from collections.abc import Iterator
from itertools import pairwise

from PIL.ExifTags import Base
from PIL.Image import Exif

UPRIGHT = 1
"""Exif's word for a picture that is stored as it is to be seen."""

PNG_START = b"\x89PNG\r\n\x1a\n"
PNG_PICTURE = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT".split()
)
WEBP_PICTURE = frozenset([b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"])
WEBP_EXIF, WEBP_XMP = 0x08, 0x04  # flags in the first byte of VP8X
GIF_APPLICATIONS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")  # loops, colour profile


def exif_of(orientation: int) -> bytes:
    """An Exif record that says how the picture is to be turned, and nothing else."""
    exif = Exif()
    exif[Base.Orientation] = orientation
    return exif.tobytes()


def jpeg(content: bytes, orientation: int) -> bytes:
    parts = [content[:2]]
    turned = orientation == UPRIGHT
    for marker, part in _jpeg_parts(content):
        if not turned and marker != 0xE0:  # JFIF's own segment stands first, then Exif
            exif = exif_of(orientation)
            parts.append(b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif)
            turned = True
        named = 0xE0 <= marker <= 0xEF
        profile = marker == 0xE2 and part[4:].startswith(b"ICC_PROFILE\0")
        if (not named and marker != 0xFE) or marker in {0xE0, 0xEE} or profile:
            parts.append(part)
    return b"".join(parts)


def _jpeg_parts(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of each segment, the coded pixels with theirs, up to the picture's end."""
    at = 2
    while at < len(content):
        if content[at] != 0xFF:
            raise ValueError("no marker where one is due")
        marker = _at(content, at + 1)
        if marker == 0xFF:  # fill
            at += 1
            continue
        if marker == 0xD9:
            yield marker, content[at : at + 2]
            return
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(content):
            raise ValueError("a segment that does not end")
        if marker == 0xDA:
            end = _end_of_scan(content, end)
        yield marker, content[at:end]
        at = end


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the next marker stands that is neither a coded 0xFF nor a restart."""
    while 0 <= (at := content.find(b"\xff", at)) < len(content) - 1:
        if content[at + 1] not in {0x00, *range(0xD0, 0xD8)}:
            return at
        at += 2
    return len(content)


def png(content: bytes, orientation: int) -> bytes:
    parts = [PNG_START]
    turned = orientation == UPRIGHT
    at = len(PNG_START)
    while at + 12 <= len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4], "big")
        kind = content[at + 4 : at + 8]
        if end > len(content):
            raise ValueError("a chunk that does not end")
        if kind == b"IDAT" and not turned:
            parts.append(_png_chunk(b"eXIf", exif_of(orientation).removeprefix(b"Exif\0\0")))
            turned = True
        if kind in PNG_PICTURE:
            parts.append(content[at:end])
        if kind == b"IEND":
            return b"".join(parts)
        at = end
    raise ValueError("a picture that does not end")


def _png_chunk(kind: bytes, data: bytes) -> bytes:
    return b"".join(
        [len(data).to_bytes(4, "big"), kind, data, zlib.crc32(kind + data).to_bytes(4, "big")]
    )


def webp(content: bytes, orientation: int) -> bytes:
    parts, at = [], 12
    last = min(len(content), 8 + int.from_bytes(content[4:8], "little"))
    while at + 8 <= last:
        kind, size = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        if end - size % 2 > last:
            raise ValueError("a chunk that does not end")
        part = content[at:end]
        if kind == b"VP8X":
            flags = part[8] & ~(WEBP_EXIF | WEBP_XMP)
            flags |= WEBP_EXIF if orientation != UPRIGHT else 0
            part = part[:8] + bytes([flags]) + part[9:]
        if kind in WEBP_PICTURE:
            parts.append(part)
        at = end
    if orientation != UPRIGHT:
        exif = exif_of(orientation).removeprefix(b"Exif\0\0")
        parts.append(b"EXIF" + len(exif).to_bytes(4, "little") + exif + b"\0" * (len(exif) % 2))
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def gif(content: bytes, orientation: int) -> bytes:
    """GIF knows no orientation."""
    ends = list(_gif_ends(content))
    parts = [content[: ends[0]]]
    for start, end in pairwise(ends):
        part = content[start:end]
        comment = part[:2] == b"\x21\xfe"
        application = part[:2] == b"\x21\xff" and part[3:14] not in GIF_APPLICATIONS
        if not comment and not application:
            parts.append(part)
    return b"".join(parts)


def _gif_ends(content: bytes) -> Iterator[int]:
    """Where the head ends, then each block; the last is the trailer."""
    at = 13 + _gif_palette(_at(content, 10))
    yield at
    while (block := _at(content, at)) != 0x3B:
        if block == 0x21:
            at = _gif_subblocks(content, at + 2)
        elif block == 0x2C:
            at = _gif_subblocks(content, at + 11 + _gif_palette(_at(content, at + 9)))
        else:
            raise ValueError("no block where one is due")
        yield at
    yield at + 1


def _gif_palette(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _gif_subblocks(content: bytes, at: int) -> int:
    while size := _at(content, at):
        at += size + 1
    return at + 1


def _at(content: bytes, at: int) -> int:
    if at >= len(content):
        raise ValueError("a picture that does not end")
    return content[at]
