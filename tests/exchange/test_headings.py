import pytest

from tests.exchange.making import LocaleImport
from wagtail_prcouncil.exchange.headings import HeadingsError, ReadTable, by_columns
from wagtail_prcouncil.exchange.reading import SheetLine

pytestmark = pytest.mark.once


def table(*lines: tuple[str, ...]) -> ReadTable:
    read = [SheetLine(number, cells) for number, cells in enumerate(lines, 1)]
    return by_columns(LocaleImport(), read)


def test_columns_in_any_order_and_language() -> None:
    found = table(("از تاریخ", "كد"), ("1370/02/01", "tr"), ("", "de"), ("1370/02/02",))
    assert [dict(line.cells) for line in found.lines] == [
        {"since": ["1370/02/01"], "code": ["tr"]},
        {"since": [""], "code": ["de"]},
        {"since": ["1370/02/02"], "code": [""]},
    ]
    assert found.unknown == []


def test_columns_whose_cells_lost_characters_that_turn() -> None:
    read = [SheetLine(1, ("a", "code")), SheetLine(2, ("x", "tr"), (0, 1))]
    assert by_columns(LocaleImport(), read).lines[0].turned == ["code"]


def test_a_column_may_stand_twice() -> None:
    found = table(("code", "Since (Gregorian)", "Since (Jalali)"), ("tr", "1991-04-21", ""))
    assert found.lines[0].cells["since"] == ["1991-04-21", ""]


def test_unknown_headings_are_reported_and_explaining_ones_are_not() -> None:
    assert table(("code", "colour", "Remarks", ""), ("tr", "red", "x")).unknown == ["colour"]
    assert len(table(("code",), ("tr", "lost")).unknown) == 1
    assert len(table(("code", "", "since"), ("tr", "lost", "")).unknown) == 1


def test_without_its_key_a_file_means_nothing() -> None:
    with pytest.raises(HeadingsError, match="Code"):
        table(("since",), ("1370/02/01",))
