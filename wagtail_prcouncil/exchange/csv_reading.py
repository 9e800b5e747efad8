"""CSV as people have it: in UTF-8, UTF-16 or Windows-1256, parted by commas, semicolons or tabs."""

import csv
import io
import re
from collections.abc import Iterator

DELIMITERS = ",;\t"
_ENCODINGS_BY_MARK = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# What no text has: control characters other than line breaks and tabs.
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SEPARATOR_LINE = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)


class NotTextError(Exception):
    """Bytes that are no table; `line` where it was noticed, counted from 1, or 0."""

    def __init__(self, line: int = 0) -> None:
        super().__init__(line)
        self.line = line


def csv_lines(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Each record with the number of the line on which it begins. Raises NotTextError."""
    text = _decoded(content)
    if found := _NOT_TEXT.search(text):
        raise NotTextError(text.count("\n", 0, found.start()) + 1)
    skipped = 0
    if declared := _SEPARATOR_LINE.match(text):  # Excel's own way to name the delimiter
        text, skipped = text[declared.end() :], 1
    delimiter = declared[1] if declared else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    try:
        for record in reader:
            yield begins + skipped, record
            begins = reader.line_num + 1
    except csv.Error as error:
        raise NotTextError(begins + skipped) from error


def _decoded(content: bytes) -> str:
    """Windows-1256 gives every byte a character, so it is what remains when UTF-8 fails."""
    encoding = next(
        (name for mark, name in _ENCODINGS_BY_MARK if content.startswith(mark)), "utf-8"
    )
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise NotTextError from error
    return content.decode("cp1256", errors="replace")


def _delimiter(text: str) -> str:
    """What parts the first line with content into most cells; the comma where nothing does."""
    line = next((line for line in io.StringIO(text) if line.strip()), "")
    return max(DELIMITERS, key=lambda mark: len(_cells(line, mark)))


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
