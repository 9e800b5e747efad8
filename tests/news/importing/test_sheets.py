from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.news.importing.making import sheet
from wagtail_prcouncil.news.importing.items import UnreadableSourceError
from wagtail_prcouncil.news.importing.sheets import HEADINGS, read_sheet
from wagtail_prcouncil.persian.text import fold


def test_headings_in_either_language_and_any_spelling(tmp_path: Path) -> None:
    path = sheet(tmp_path, "كد خبر,Headline,تاريخ,برچسب ها", "۵۰۴۲۱,تيتر,۱۴۰۱/۵/۲۳,سد؛ آب،سد")
    (item,) = read_sheet(path)
    assert (item.line, item.code, item.title, item.date) == (2, "۵۰۴۲۱", "تیتر", "۱۴۰۱/۵/۲۳")
    assert item.tags == ("سد", "آب", "سد")


def test_a_workbook(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["title", "date", "code", "unknown"], [], ["خبر", "1401/05/23", 50421.0, "x"]):
        book.active.append(row)
    path = tmp_path / "archive.xlsx"
    book.save(path)
    (item,) = read_sheet(path)
    assert (item.line, item.code) == (3, "50421")


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2", b"PK\x03\x04 damaged", b"\x00\x01\x02"])
def test_what_is_no_table_of_news(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "archive.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableSourceError):
        list(read_sheet(path))


def test_control_characters_are_dropped(tmp_path: Path) -> None:
    (item,) = read_sheet(sheet(tmp_path, "title,date", "خبر\x00 یک\x02,1401/05/23"))
    assert item.title == "خبر یک"


def test_a_short_line_says_less(tmp_path: Path) -> None:
    (item,) = read_sheet(sheet(tmp_path, "title,date,lead", "خبر"))
    assert (item.date, item.lead) == ("", "")


def test_no_heading_means_two_things() -> None:
    keys = [fold(heading) for headings in HEADINGS.values() for heading in headings]
    assert len(keys) == len(set(keys))
