"""Pictures: read by their head before anything decodes them, and freed of what a camera wrote."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import PurePath
from typing import Any

import filetype
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image
from PIL.ExifTags import IFD, Base

from wagtail_prcouncil import conf
from wagtail_prcouncil.uploads import boxes, containers
from wagtail_prcouncil.uploads.names import safe_name
from wagtail_prcouncil.uploads.refusal import UNREADABLE, UploadRefused
from wagtail_prcouncil.uploads.signatures import looks_like_markup
from wagtail_prcouncil.uploads.svg import check_svg

CONTAINERS: dict[str, Callable[[bytes, int], bytes]] = {
    "jpg": containers.jpeg,
    "png": containers.png,
    "apng": containers.png,
    "webp": containers.webp,
    "gif": containers.gif,
    "avif": boxes.heif,
    "heic": boxes.heif,
}
"""How each kind is put together again, by the name `filetype` gives it."""

SAME = {"jpeg": "jpg", "apng": "png", "heif": "heic", "tiff": "tif"}


def clean_picture(file: "UploadedFile[Any]") -> None:
    """Raises UploadRefused, or leaves in `file` the picture alone, under a safe name.

    The file itself is rewritten, and not a copy: Wagtail's multiple upload keeps the file of the
    request when another field of the form has an error.
    """
    file.name = safe_name(file.name or "")
    extension = PurePath(file.name).suffix.lower().removeprefix(".")
    file.seek(0)
    content = file.read()
    kind = filetype.guess_extension(content[:8192])
    if kind is None and (extension == "svg" or looks_like_markup(content)):
        kind = "svg"
    if kind is None or SAME.get(kind, kind) != SAME.get(extension, extension):
        raise UploadRefused(
            _("What is in this file is not what its name ends in (.%(extension)s)."),
            "disguised",
            extension=extension,
        )
    if kind == "svg":
        check_svg(file)
        return
    if zipfile.is_zipfile(BytesIO(content)):
        raise UploadRefused(_("This picture is an archive as well."), "polyglot")
    cleaned = _without_traces(content, kind)
    if cleaned != content:
        _rewrite(file, cleaned)
    file.seek(0)


def _without_traces(content: bytes, kind: str) -> bytes:
    try:
        with Image.open(BytesIO(content)) as picture:  # reads the head, decodes nothing
            _check_pixels(picture)
            orientation = _orientation(_record(picture))
        cleaned = content
        if kind in CONTAINERS:
            cleaned = CONTAINERS[kind](content, orientation)
        with Image.open(BytesIO(cleaned)) as picture:
            located = bool(_record(picture).get_ifd(IFD.GPSInfo))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except UNREADABLE as error:
        raise UploadRefused(_("This picture is broken."), "broken") from error
    if located:
        raise UploadRefused(
            _("This picture tells where it was taken. Save it without its location, or as JPEG."),
            "location",
        )
    return cleaned


def _record(picture: Image.Image) -> Image.Exif:
    """Exif, without decoding: Pillow would read a PNG to its end to look for it."""
    if picture.format == "PNG" and "exif" not in picture.info:
        return Image.Exif()
    return picture.getexif()


def _orientation(record: Image.Exif) -> int:
    said = record.get(Base.Orientation)
    return said if isinstance(said, int) and 1 <= said <= 8 else containers.UPRIGHT


def _check_pixels(picture: Image.Image) -> None:
    if picture.width * picture.height > conf.image_max_pixels():
        raise _too_many_pixels()


def _too_many_pixels() -> UploadRefused:
    return UploadRefused(
        _("This picture has more than %(most)s million pixels. Make it smaller first."),
        "pixels",
        most=conf.image_max_pixels() / 1_000_000,
    )


def _rewrite(file: "UploadedFile[Any]", content: bytes) -> None:
    file.seek(0)
    file.truncate()
    file.write(content)
    file.flush()  # a large one is moved by its path
    file.size = len(content)
