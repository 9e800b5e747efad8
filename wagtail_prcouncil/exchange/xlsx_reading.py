"""The first sheet of an XLSX workbook, read row by row and within limits."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from wagtail_prcouncil import conf

_MOST_PARTS = 1000
_MOST_ROWS = 1_048_576  # of any sheet; a file may number its rows as it likes
_TAGS_PER_LINE = 200  # openpyxl makes an object of each cell, however empty
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
# What zipfile, expat and openpyxl raise at damaged files; the library has no common error.
_DAMAGED = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError),
    *(OSError, RuntimeError, SyntaxError, TypeError, ValueError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, InvalidFileException),
)


class NotWorkbookError(Exception):
    """The bytes are no workbook, or one that was tampered with."""


class TooLargeError(Exception):
    """Unpacked, the workbook passes `IMPORT_MAX_UNPACKED_BYTES`, or is far too full."""


def xlsx_lines(content: bytes) -> Iterator[tuple[int, list[object]]]:
    """Each row with content and its number; cells beyond the limit of columns are cut to one.

    Formulas count by the value saved with them, merged cells by the first of them.

    Raises NotWorkbookError and TooLargeError.
    """
    try:
        _inspect(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = next(sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
        sheet.reset_dimensions()  # a file may claim any
        rows = sheet.iter_rows(max_col=conf.import_max_columns() + 1, values_only=True)
        for number, row in enumerate(rows, 1):
            if number > _MOST_ROWS:
                raise NotWorkbookError
            if row.count(None) < len(row):
                yield number, list(row)
    except (*_DAMAGED, StopIteration) as error:
        raise NotWorkbookError from error


def _inspect(content: bytes) -> None:
    """Before anything is unpacked: sizes as declared (zipfile reads no byte beyond them), and no
    document type, by which XML would grow or fetch."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        unpacked = sum(part.file_size for part in parts)
        if unpacked > conf.import_max_unpacked_bytes() or len(parts) > _MOST_PARTS:
            raise TooLargeError
        for part in parts:
            text = archive.read(part)
            if text.count(b"<") > _TAGS_PER_LINE * conf.import_max_lines():
                raise TooLargeError
            if any(doctype in text for doctype in _DOCTYPES):
                raise NotWorkbookError
