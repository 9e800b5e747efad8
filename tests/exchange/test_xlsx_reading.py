import io

import pytest
from openpyxl import Workbook

from wagtail_prcouncil.exchange.xlsx_reading import NotWorkbookError, xlsx_lines

pytestmark = pytest.mark.once


def saved(book: Workbook) -> bytes:
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def test_the_first_sheet_that_is_shown() -> None:
    book = Workbook()
    book.active.title = "hidden"
    book.active.sheet_state = "hidden"
    book.active.append(["no"])
    book.create_sheet("shown").append([None, "yes"])
    rows = [(number, row[:2]) for number, row in xlsx_lines(saved(book))]
    assert rows == [(1, [None, "yes"])]


def test_bytes_that_are_no_workbook() -> None:
    with pytest.raises(NotWorkbookError):
        list(xlsx_lines(b"PK\x03\x04"))
