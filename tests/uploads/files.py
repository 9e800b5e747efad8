"""Bytes of pictures and documents, good and bad, made afresh for each test."""

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from PIL import Image, ImageCms
from PIL.ExifTags import GPS, IFD, Base
from PIL.PngImagePlugin import PngInfo

MACHINE = "Nemoone X200"
REMARK = "remark-of-the-camera"
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{REMARK}<exif:GPSLatitude/></x:xmpmeta>".encode()


def upload(name: str, content: bytes) -> UploadedFile:
    return SimpleUploadedFile(name, content)


def exif(orientation: int | None = None) -> Image.Exif:
    """What a telephone writes: its name, and 35.7 N 51.4 E."""
    record = Image.Exif()
    record[Base.Model] = MACHINE
    if orientation:
        record[Base.Orientation] = orientation
    record.get_ifd(IFD.GPSInfo).update(
        {
            GPS.GPSLatitudeRef: "N",
            GPS.GPSLatitude: (35.0, 42.0, 0.0),
            GPS.GPSLongitudeRef: "E",
            GPS.GPSLongitude: (51.0, 24.0, 0.0),
        }
    )
    return record


def scene(size: tuple[int, int] = (64, 40)) -> Image.Image:
    """A picture whose four sides differ, so that a turn is seen."""
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    return picture


def photograph(kind: str, orientation: int | None = None, **options: Any) -> bytes:
    """A photograph with place, machine, remark and colour profile."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options |= {"exif": exif(orientation).tobytes(), "icc_profile": profile}
    if kind == "JPEG":
        options |= {"comment": REMARK, "xmp": XMP}
    if kind in {"WEBP", "AVIF"}:
        options |= {"xmp": XMP}
    if kind == "PNG":
        words = PngInfo()
        words.add_itxt("XML:com.adobe.xmp", XMP.decode())
        words.add_text("Comment", REMARK)
        options |= {"pnginfo": words}
    out = BytesIO()
    scene().save(out, kind, **options)
    return out.getvalue()


def animation() -> bytes:
    out = BytesIO()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], loop=0, comment=REMARK)
    return out.getvalue()


def png_bomb(width: int = 20_000, height: int = 10_000) -> bytes:
    """A picture of 200 million pixels in a few kilobytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        head = struct.pack(">I", len(data)) + kind + data
        return head + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\0" + b"\0" * (width // 8)
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
            chunk(b"IDAT", zlib.compress(row * height, 9)),
            chunk(b"IEND", b""),
        ]
    )


def archive(members: dict[str, bytes | str], *, packed: bool = True) -> bytes:
    out = BytesIO()
    how = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", how) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return out.getvalue()


def jar() -> bytes:
    """What a GIFAR carries behind its picture."""
    return archive({"META-INF/MANIFEST.MF": "Main-Class: A", "A.class": b"\xca\xfe\xba\xbe"})


def pdf(inner: bytes = b"") -> bytes:
    return b"%PDF-1.4\n" + inner + b"1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"


def office(folder: str = "word", **more: bytes) -> bytes:
    """As little of DOCX, XLSX or PPTX as tells which it is."""
    return archive({"[Content_Types].xml": "<Types/>", f"{folder}/document.xml": "<w/>"} | more)


def open_document(kind: str = "text", **more: bytes) -> bytes:
    said = f"application/vnd.oasis.opendocument.{kind}"
    return archive({"mimetype": said, "content.xml": "<o/>"} | more)


def old_office(inner: bytes = b"") -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + inner
