"""A file of somebody's making, read as lines of text cells: never trusted, never an exception but
UnreadableFileError.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import IO

from django.utils.translation import gettext

from wagtail_prcouncil import conf
from wagtail_prcouncil.exchange.cells import cut, is_too_long, too_long
from wagtail_prcouncil.exchange.csv_reading import NotTextError, csv_lines
from wagtail_prcouncil.exchange.formulas import restored
from wagtail_prcouncil.exchange.xlsx_reading import NotWorkbookError, TooLargeError, xlsx_lines
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.persian.text import canonical

# Embeddings, overrides and isolates; the marks LRM and RLM turn nothing around.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"  # Excel before 2007, and any workbook with a password


class UnreadableFileError(Exception):
    """No table could be read; the sentence is for the person who sent the file."""


class TooBigError(UnreadableFileError):
    """More bytes than the limits allow."""


@dataclass(frozen=True)
class SheetLine:
    """One line with content: its number as the spreadsheet or the text editor shows it, and its
    cells, canonical and without blanks around them.

    One that is too long is cut behind the first character too many, by which `parse_line` knows it.
    `turned` are the places of cells with invisible characters that turn the direction of writing:
    they are not kept, and what was seen may not be what is read.
    """

    number: int
    cells: tuple[str, ...]
    turned: tuple[int, ...] = ()


def read_table(file: IO[bytes]) -> list[SheetLine]:
    """The lines of a CSV or XLSX file that are not empty, its headings first.

    Raises UnreadableFileError for anything else, and beyond the limits `IMPORT_MAX_…`.
    """
    content = file.read(conf.import_max_bytes() + 1)
    if len(content) > conf.import_max_bytes():
        raise TooBigError(_too_big())
    try:
        lines = list(_within_limits(_cells(content)))
    except NotTextError as error:
        sentence = gettext("This is neither a CSV nor an XLSX file.")
        raise UnreadableFileError(_with_line(sentence, error.line)) from error
    except NotWorkbookError as error:
        sentence = gettext("This workbook is damaged and cannot be read.")
        raise UnreadableFileError(sentence) from error
    except TooLargeError as error:
        raise TooBigError(_too_big()) from error
    if not lines:
        raise UnreadableFileError(gettext("The file is empty."))
    return lines


def _cells(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The lines of either kind of file; which it is, its first bytes say, not its name."""
    if content.startswith(_OLE):
        raise UnreadableFileError(
            gettext("This is an old or locked workbook. Save it as XLSX without a password.")
        )
    if content.startswith(_ZIP):
        for number, row in xlsx_lines(content):
            yield number, [_text(cell) for cell in row]
    else:
        yield from csv_lines(content)


def _within_limits(lines: Iterable[tuple[int, list[str]]]) -> Iterator[SheetLine]:
    """A workbook holds each text once and may show it in any number of cells, so characters are
    counted as they are shown: no packed file holds more than one that is not packed could."""
    most_lines, most_columns = conf.import_max_lines(), conf.import_max_columns()
    count = characters = 0
    spelled = cache(_spelled)
    for number, cells in lines:
        while cells and not cells[-1].strip():
            cells.pop()
        if not any(cell.strip() for cell in cells):
            continue
        count += 1
        if count > most_lines + 1:  # the headings are no line of the table
            sentence = gettext("The table has more than %(count)s lines. Send it in parts.")
            raise UnreadableFileError(sentence % {"count": in_numerals(most_lines)})
        if len(cells) > most_columns:
            sentence = gettext("The table has more than %(count)s columns.")
            raise UnreadableFileError(
                _with_line(sentence % {"count": in_numerals(most_columns)}, number)
            )
        characters += sum(map(len, cells))
        if characters > conf.import_max_bytes():
            raise TooBigError(_too_big())
        told = tuple(map(spelled, cells))
        if count == 1 and any(map(is_too_long, told)):
            raise UnreadableFileError(_with_line(too_long(), number))
        if any(told):  # a lone half-space is something until it is spelled
            turned = tuple(place for place, cell in enumerate(cells) if _TURNING.search(cell))
            yield SheetLine(number, told, turned)


def _spelled(cell: str) -> str:
    return cut(canonical(restored(cell)).strip())


def _text(cell: object) -> str:
    """A spreadsheet's value as a person would type it: 3413313.0 is "3413313"."""
    match cell:
        case None:
            return ""
        case float() if cell.is_integer():
            return str(int(cell))
        case dt.datetime() if cell.time() == dt.time():
            return cell.date().isoformat()
    return str(cell)


def _with_line(sentence: str, line: int) -> str:
    if not line:
        return sentence
    return gettext("Line %(line)s: %(sentence)s") % {
        "line": in_numerals(line),
        "sentence": sentence,
    }


def _too_big() -> str:
    sentence = gettext("The file is too big: %(megabytes)g MB are the most, packed ones less.")
    return sentence % {"megabytes": conf.import_max_bytes() / 1_000_000}
