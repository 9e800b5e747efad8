from pathlib import Path

import pytest

from tests.comments.importing.making import sheet
from wagtail_prcouncil.comments.importing.items import UnreadableSourceError
from wagtail_prcouncil.comments.importing.sheets import read_sheet


def test_headings_in_persian_and_any_spelling(tmp_path: Path) -> None:
    path = sheet(
        tmp_path,
        "7,/news/1/,شهروند,'=نظر,۱۴۰۱/۵/۲۳",
        ",,,,",
        headings="شناسه,نشانی,نويسنده,ديدگاه,تاريخ",
    )
    (comment,) = read_sheet(path)
    assert (comment.line, comment.source_id, comment.name) == (2, "7", "شهروند")
    assert comment.text == "=نظر"
    assert (comment.status, comment.parent_id) == ("", "")


@pytest.mark.parametrize("headings", ["id,page,name", "", "a;b;c"])
def test_headings_are_needed(tmp_path: Path, headings: str) -> None:
    with pytest.raises(UnreadableSourceError):
        list(read_sheet(sheet(tmp_path, "1,2,3", headings=headings)))
