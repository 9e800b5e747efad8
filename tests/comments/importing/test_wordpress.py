from pathlib import Path

import pytest

from tests.comments.importing.making import wordpress, wordpress_comment
from wagtail_prcouncil.comments.importing.items import UnreadableSourceError
from wagtail_prcouncil.comments.importing.wordpress import plain, read_wordpress

LINK = "https://old.example.ir/2022/08/dam/"


def test_what_an_export_says(tmp_path: Path) -> None:
    path = wordpress(
        tmp_path,
        LINK,
        wordpress_comment(7),
        wordpress_comment(8, comment_parent="7", comment_approved="0"),
        wordpress_comment(9, comment_type="pingback"),
        wordpress_comment(10, comment_approved="trash"),
    )
    first, reply = read_wordpress(path)
    assert (first.source_id, first.page, first.parent_id) == ("7", LINK, "")
    assert (first.date, first.status) == ("2022-08-14T07:43:00Z", "1")
    assert (reply.parent_id, reply.status, reply.line) == ("7", "0", 2)
    assert "203.0.113.77" not in repr((first, reply))


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("سد <b>پر</b> شد<br>و سرریز", "سد پر شد\nو سرریز"),
        ("آب &amp; برق", "آب & برق"),
        ("<p>یک</p><p>دو</p>", "یک\nدو"),
        ("بد<script>alert(1)</script>", "بد"),
        ("کمتر از ۵", "کمتر از ۵"),
    ],
)
def test_markup_becomes_words(markup: str, words: str) -> None:
    assert plain(markup) == words


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<html></html>",
        "not xml",
        '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:1/">]><rss>&a;</rss>',
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: str) -> None:
    """T8: an entity leads nowhere."""
    path = tmp_path / "old.xml"
    path.write_text(content)
    with pytest.raises(UnreadableSourceError):
        list(read_wordpress(path))
