import pytest

from tests.news.importing.making import source_item
from wagtail_prcouncil.news.importing.items import plain_line


def test_an_item_says_nothing_unless_told() -> None:
    assert source_item().html == ""
    assert source_item(tags=("سد",)).tags == ("سد",)


@pytest.mark.parametrize(
    "markup",
    [
        "سد & آب",
        "<b>سد</b> &amp; آب",
        "&lt;b&gt;سد&lt;/b&gt; &amp;amp; آب",
        " سد\n&amp; آب",
    ],
)
def test_a_headline_has_no_markup(markup: str) -> None:
    assert plain_line(markup) == "سد & آب"
