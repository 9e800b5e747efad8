import csv
import io
from collections.abc import Iterator

import pytest
from django.utils.translation import override
from openpyxl import load_workbook

from wagtail_prcouncil.exchange.tables import Column, Table
from wagtail_prcouncil.exchange.writing import csv_chunks, write_xlsx

pytestmark = pytest.mark.once

TABLE = Table(
    "نام/جدول: آزمون", [Column("name", lambda row: row[0]), Column("count", lambda row: row[1])]
)
ROWS = [("=1+1", 5), ("#N/A", -5), ("آب «شهر»\nدوم", None), ("a\x00\x0bb\ud800", 2.5)]


def test_csv_is_for_excel_and_safe() -> None:
    content = b"".join(csv_chunks(TABLE, ROWS))
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert text.splitlines(keepends=True)[0] == "Name,Count\r\n"
    read = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert read[:3] == [["'=1+1", "5"], ["#N/A", "-5"], ["آب «شهر»\nدوم", ""]]
    assert read[3][1] == "2.5"


def test_csv_leaves_in_pieces() -> None:
    read: list[int] = []

    def watched() -> Iterator[tuple[str, int]]:
        for number in range(1000):
            read.append(number)
            yield str(number), number

    chunks = csv_chunks(TABLE, watched())
    next(chunks)
    assert not read
    next(chunks)
    begun = len(read)
    assert 0 < begun < 1000
    assert b"".join(chunks).count(b"\r\n") == 1000 - begun


@pytest.mark.parametrize(("language", "is_rtl"), [("fa", True), ("en", False)])
def test_a_workbook_without_formulas(language: str, is_rtl: bool) -> None:
    output = io.BytesIO()
    with override(language):
        write_xlsx(TABLE, ROWS, output)
    sheet = load_workbook(output).active
    assert (sheet.title, sheet.freeze_panes) == ("نام جدول  آزمون", "A2")
    assert bool(sheet.sheet_view.rightToLeft) == is_rtl
    cells = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert cells[:3] == [["=1+1", 5], ["#N/A", -5], ["آب «شهر»\nدوم", None]]
    assert {sheet["A2"].data_type, sheet["A3"].data_type} == {"s"}
    assert sheet["A2"].number_format == "@"
    assert cells[3][0].startswith("ab")


def test_a_long_text_ends_where_excel_ends_it() -> None:
    output = io.BytesIO()
    write_xlsx(TABLE, [("😀" * 20_000, 1)], output)
    assert load_workbook(output).active["A2"].value == "😀" * 16_383
