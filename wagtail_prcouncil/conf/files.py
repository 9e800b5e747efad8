"""Files that are let in, and tables that are read."""

from django.conf import settings

from wagtail_prcouncil.conf.reading import chosen


def svg_max_bytes() -> int:
    """Size of the largest SVG drawing that is let in, in bytes."""
    return int(chosen().get("SVG_MAX_BYTES", 500_000))


def svg_max_elements() -> int:
    """How many elements an SVG drawing may have, those that it copies by `<use>` included."""
    return int(chosen().get("SVG_MAX_ELEMENTS", 20_000))


def image_max_pixels() -> int:
    """How many pixels a picture may have: width times height, read before it is decoded."""
    return int(chosen().get("IMAGE_MAX_PIXELS", 64_000_000))


def private_root() -> str:
    """Folder of the files that no web server hands out, beside MEDIA_ROOT unless the site names
    another. It must not lie within MEDIA_ROOT."""
    beside = f"{str(settings.MEDIA_ROOT).rstrip('/')}-private"
    return str(chosen().get("PRIVATE_ROOT", beside))


def document_extensions() -> tuple[str, ...]:
    """Endings of documents that are let in, in small letters, without the dot."""
    welcome = "pdf docx xlsx pptx odt ods odp doc xls ppt txt csv vtt mp4 webm mp3 m4a ogg"
    return tuple(chosen().get("DOCUMENT_EXTENSIONS", welcome.split()))


def document_max_bytes() -> int:
    """Size of the largest document that is let in, in bytes; films are documents too."""
    return int(chosen().get("DOCUMENT_MAX_BYTES", 100_000_000))


def document_macros() -> bool:
    """Whether office documents may hold macros, which are programs."""
    return bool(chosen().get("DOCUMENT_MACROS", False))


def import_max_bytes() -> int:
    """Size of the largest table that may be imported, in bytes."""
    return int(chosen().get("IMPORT_MAX_BYTES", 5_000_000))


def import_max_unpacked_bytes() -> int:
    """Size of the largest workbook, unpacked, in bytes."""
    return int(chosen().get("IMPORT_MAX_UNPACKED_BYTES", 30_000_000))


def import_max_lines() -> int:
    """How many lines with content an imported table may have below its headings."""
    return int(chosen().get("IMPORT_MAX_LINES", 5_000))


def import_max_columns() -> int:
    """How many columns an imported table may have."""
    return int(chosen().get("IMPORT_MAX_COLUMNS", 100))


def import_max_cell_length() -> int:
    """How many characters a cell of an imported table may have."""
    return int(chosen().get("IMPORT_MAX_CELL_LENGTH", 5_000))


def import_kept_days() -> int:
    """How many days the lines and the report of an import are kept; its counts stay."""
    return int(chosen().get("IMPORT_KEPT_DAYS", 90))
