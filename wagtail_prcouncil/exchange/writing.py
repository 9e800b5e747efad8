"""Tables as files: CSV for programs and any spreadsheet, XLSX for Excel and LibreOffice."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, Any

from django.utils.translation import get_language_bidi
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from wagtail_prcouncil.exchange.formulas import defused
from wagtail_prcouncil.exchange.tables import Cell, Table

BOM = "\ufeff"  # without it Excel takes the file for one of the machine's own encoding
_LINES_AT_ONCE = 200
_TEXT_FORMAT = "@"  # an edited cell stays text: "021…" keeps its zero, "=…" runs nothing
_LONGEST_CELL = 32_767  # Excel's limit, in UTF-16 units
_UNFIT_FOR_SHEET = re.compile(r"[\[\]:*?/\\']")


class _Echo:
    """The file that csv.writer asks for: hands each line back."""

    def write(self, line: str) -> str:
        return line


def csv_chunks(table: Table, rows: Iterable[Any]) -> Iterator[bytes]:
    """The table as CSV, some lines at a time: RFC 4180 in UTF-8, formulas made harmless."""
    return csv_of_lines(table, table.lines(rows))


def csv_of_lines(table: Table, lines: Iterable[list[Cell]]) -> Iterator[bytes]:
    """The same of lines that have been read (`Table.lines`)."""
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    lines = iter(lines)
    yield (BOM + str(writer.writerow(map(_csv_cell, table.headings())))).encode()
    while chunk := "".join(
        str(writer.writerow(map(_csv_cell, line))) for line in islice(lines, _LINES_AT_ONCE)
    ):
        yield chunk.encode(errors="replace")  # a lone surrogate has no bytes


def write_xlsx(table: Table, rows: Iterable[Any], output: IO[bytes]) -> None:
    """The table as a workbook of one sheet: header frozen, no cell a formula, and from right to
    left where the active language runs so."""
    xlsx_of_lines(table, table.lines(rows), output)


def xlsx_of_lines(table: Table, lines: Iterable[list[Cell]], output: IO[bytes]) -> None:
    """The same of lines that have been read (`Table.lines`)."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(_UNFIT_FOR_SHEET.sub(" ", str(table.name))[:31])
    headings = table.headings()
    sheet.sheet_view.rightToLeft = get_language_bidi()
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(headings, 1):
        sheet.column_dimensions[get_column_letter(number)].width = max(14, len(heading) + 4)
    sheet.append([_xlsx_cell(sheet, heading, bold=True) for heading in headings])
    for line in lines:
        sheet.append([_xlsx_cell(sheet, cell) for cell in line])
    workbook.save(output)


def _csv_cell(cell: Cell) -> str:
    return defused(cell) if isinstance(cell, str) else str(cell)


def _xlsx_cell(sheet: WriteOnlyWorksheet, cell: Cell, *, bold: bool = False) -> Any:
    if not isinstance(cell, str):
        return cell
    fit = ILLEGAL_CHARACTERS_RE.sub("", cell).encode("utf-16-le", "replace")[: 2 * _LONGEST_CELL]
    written = WriteOnlyCell(sheet, fit.decode("utf-16-le", "ignore"))
    written.data_type = "s"  # openpyxl would make a formula of "=…" and an error of "#N/A"
    written.number_format = _TEXT_FORMAT
    if bold:
        written.font = Font(bold=True)
    return written
