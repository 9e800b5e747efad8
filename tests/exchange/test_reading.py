import datetime as dt
import io
import zipfile
from collections.abc import Callable

import pytest
from django.test import override_settings
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from wagtail_prcouncil.exchange import reading
from wagtail_prcouncil.exchange.reading import UnreadableFileError, read_table
from wagtail_prcouncil.persian.text import canonical

pytestmark = pytest.mark.once


def workbook(*rows: tuple[object, ...], change: Callable[[Workbook], None] | None = None) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def repacked(content: bytes, **texts: str | bytes) -> bytes:
    """The workbook with other parts: `sheet1` is its first sheet."""
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            stem = name.rsplit("/", 1)[-1].split(".")[0]
            new.writestr(name, texts.get(stem, old.read(name)))
    return output.getvalue()


def cells(content: bytes) -> list[tuple[str, ...]]:
    return [line.cells for line in read_table(io.BytesIO(content))]


def refusal(content: bytes) -> str:
    with override("en"), pytest.raises(UnreadableFileError) as refused:
        read_table(io.BytesIO(content))
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_of_any_program(encoding: str, delimiter: str) -> None:
    text = f'کد{delimiter}نام\r\n۱۲{delimiter}"آب، {delimiter}برق"\r\n'
    if encoding == "cp1256":
        text = text.replace("ک", "ك").replace("ی", "ي").replace("۱۲", "12")
    read = cells(text.encode(encoding))
    assert read[0] == ("کد", "نام")
    assert read[1][1] == f"آب، {delimiter if delimiter != chr(9) else chr(9)}برق"


def test_excel_may_name_the_delimiter() -> None:
    lines = read_table(io.BytesIO(b"sep=;\r\na,b;c\r\n1;2\r\n"))
    assert [(line.number, line.cells) for line in lines] == [(2, ("a,b", "c")), (3, ("1", "2"))]


def test_lines_are_numbered_as_an_editor_numbers_them() -> None:
    lines = read_table(io.BytesIO(b'a,b\n\n"x\ny",1\n,,\nz,2\n'))
    assert [line.number for line in lines] == [1, 3, 6]


def test_cells_are_canonical_and_lose_what_made_them_harmless() -> None:
    assert cells("'+98,  علي\u200f ,a,\n".encode())[0] == ("+98", "علی", "a")


def test_a_workbook_as_people_fill_it() -> None:
    def fill(book: Workbook) -> None:
        book.active["A4"] = "پایان"
        book.active.merge_cells("A4:B5")

    content = workbook(
        ("کد", "عدد", "روز", "فرمول"),
        ("a", 3413313.0, dt.date(2024, 3, 20), "=1+1"),
        change=fill,
    )
    lines = read_table(io.BytesIO(content))
    assert [line.number for line in lines] == [1, 2, 4]
    assert lines[1].cells == ("a", "3413313", "2024-03-20")
    assert lines[2].cells == ("پایان",)


@override_settings(WAGTAIL_PRCOUNCIL={"IMPORT_MAX_LINES": 2, "IMPORT_MAX_COLUMNS": 3})
def test_limits_of_the_table() -> None:
    assert len(cells(b"a\n1\n\n\n2\n")) == 3
    assert "more than 2 lines" in refusal(b"a\n1\n2\n3\n")
    assert "more than 2 lines" in refusal(workbook(*[("a",)] * 4))
    assert refusal(b"a\n1,2,3,4\n").startswith("Line 2: The table has more than 3 columns")
    assert "more than 3 columns" in refusal(workbook(("a",) * 4))
    assert cells(b"a,b,c,,,,\n") == [("a", "b", "c")]


@override_settings(WAGTAIL_PRCOUNCIL={"IMPORT_MAX_BYTES": 10_000, "IMPORT_MAX_CELL_LENGTH": 5})
def test_limits_of_the_file_and_its_cells() -> None:
    assert "too big: 0.01 MB" in refusal(b"a" * 10_001)
    assert "more than 5 characters" in refusal(b"a,123456\n1\n")


@override_settings(WAGTAIL_PRCOUNCIL={"IMPORT_MAX_CELL_LENGTH": 5})
def test_a_cell_that_is_too_long_is_cut_where_that_is_known() -> None:
    assert cells(b"a\n12345\n1234567890\n")[1:] == [("12345",), ("123456",)]


def test_characters_that_turn_the_direction_are_told_and_harmless_marks_are_not() -> None:
    lines = read_table(io.BytesIO("a,b\nعلی\u200f,آزمون\u202eت\n\u2067,x\n".encode()))
    assert [(line.cells, line.turned) for line in lines[1:]] == [
        (("علی", "آزمونت"), (1,)),
        (("", "x"), (0,)),
    ]


def test_one_text_in_many_cells_counts_in_each_and_is_spelled_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spelled: list[str] = []

    def watched(cell: str) -> str:
        spelled.append(cell)
        return canonical(cell)

    monkeypatch.setattr(reading, "canonical", watched)
    text = "ab " * 1_600  # some writers spell out other letters as seven
    many = workbook(*[(text,) * 10] * 300)
    assert len(many) < 10 * 300 * len(text) / 50  # packed; how well depends on what writes it
    assert "too big" in refusal(many)
    assert len(spelled) == 1
    with override_settings(WAGTAIL_PRCOUNCIL={"IMPORT_MAX_BYTES": 300 * 10 * len(text)}):
        assert len(cells(many)) == 300


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = repacked(workbook(("a",)), sheet1=b" " * 40_000_000)
    assert len(bomb) < 100_000
    assert "too big" in refusal(bomb)


@pytest.mark.parametrize(
    "rows",
    ["<row><c/></row>" * 600_000, f"<row>{'<c/>' * 1_100_000}</row>"],
    ids=["a million rows", "one endless row"],
)
def test_a_workbook_full_of_nothing_is_too_big(rows: str) -> None:
    assert "too big" in refusal(repacked(workbook(("a",)), sheet1=sheet(rows)))


def sheet(rows: str, doctype: str = "") -> str:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'{doctype}<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'


def test_reading_stops_at_the_last_line_allowed() -> None:
    rows = "".join(f"<row><c><v>{number}</v></c></row>" for number in range(40_000))
    with override_settings(WAGTAIL_PRCOUNCIL={"IMPORT_MAX_LINES": 20_000}):
        assert "more than 20" in refusal(repacked(workbook(("a",)), sheet1=sheet(rows)))


NASTY = {
    "nothing": b"",
    "blanks": b"\n , ,\n",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10,
    "NUL in a text": b"a,b\n1,\x00\n",
    "UTF-16 cut": b"\xff\xfea",
    "a 10 MB line": b"a" * 4_999_999,
    "an open quote": b'a,b\n"' + b"x" * 200_000,
    "an old workbook": b"\xd0\xcf\x11\xe0" + b"\x00" * 600,
    "only a beginning": b"PK\x03\x04",
    "half a workbook": workbook(("a", "b"), ("1", "2"))[:2000],
    "a ZIP of something else": repacked(workbook(("a",)), workbook="x", sheet1="y"),
    "an unclosed tag": repacked(workbook(("a",)), sheet1=sheet("<row>")[:-30]),
    "a row with a huge number": repacked(
        workbook(("a",)), sheet1=sheet('<row r="99999999999"><c><v>1</v></c></row>')
    ),
    "a cell without a place": repacked(
        workbook(("a",)), sheet1=sheet('<row><c r="??" t="s"><v>9</v></c></row>')
    ),
    "a document type": repacked(
        workbook(("a",)), sheet1=sheet("<row/>", '<!DOCTYPE x [<!ENTITY a "aaa">]>')
    ),
}


@pytest.mark.parametrize("content", NASTY.values(), ids=NASTY)
def test_a_file_that_is_no_table_is_told_in_a_sentence(content: bytes) -> None:
    assert refusal(content).endswith(".")


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_bytes_break_the_reading(content: bytes) -> None:
    assert is_told(content) or is_a_table(content)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_damaged_workbook_breaks_the_reading(data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert is_told(bytes(content)) or is_a_table(bytes(content))


@given(st.text(st.sampled_from('<>/"= crvtsisn1A:&;row'), max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_sheet_breaks_the_reading(text: str) -> None:
    content = repacked(GOOD, sheet1=sheet(text))
    assert is_told(content) or is_a_table(content)


GOOD = workbook(("کد", "نام"), ("a", 1), ("b", 2.5))


def is_told(content: bytes) -> bool:
    """Whether the file is refused, in a sentence."""
    try:
        read_table(io.BytesIO(content))
    except UnreadableFileError as error:
        return str(error).endswith(".")
    return False


def is_a_table(content: bytes) -> bool:
    """Whether what was read are lines with content, numbered upwards, of canonical cells."""
    lines = read_table(io.BytesIO(content))
    numbers = [line.number for line in lines]
    return (
        bool(lines)
        and numbers == sorted(set(numbers))
        and all(any(line.cells) for line in lines)
        and all(canonical(cell).strip() == cell for line in lines for cell in line.cells)
    )
