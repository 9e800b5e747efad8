from pathlib import Path

import pytest

from tests.news.importing.making import post, wordpress
from wagtail_prcouncil.news.importing.items import UnreadableSourceError
from wagtail_prcouncil.news.importing.wordpress import read_wordpress

ATTACHED = (
    "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value>"
    "</wp:postmeta><category domain='category' nicename='a'>استان‌ها</category>"
    "<category domain='post_tag' nicename='b'>سد</category>"
)
PICTURE = "<wp:attachment_url>https://old.example/up/dam.png</wp:attachment_url>"


def test_posts_with_their_pictures(tmp_path: Path) -> None:
    path = wordpress(
        tmp_path,
        post(7, more=ATTACHED),
        post(9, more=PICTURE, kind="attachment"),
        post(8, kind="page"),
    )
    (item,) = read_wordpress(path)
    assert item.picture == "https://old.example/up/dam.png"
    assert (item.section, item.tags) == ("استان‌ها", ("سد",))
    assert item.date == "2017-10-16T06:30:00Z"
    assert (item.lead, item.path) == ("چکیده", "https://old.example/?p=7")


def test_a_post_with_a_password_says_so(tmp_path: Path) -> None:
    post_ = post(more="<wp:post_password>secret</wp:post_password>")
    (item,) = read_wordpress(wordpress(tmp_path, post_))
    assert item.is_protected


def test_drafts_stay_behind(tmp_path: Path) -> None:
    draft = post().replace(">publish<", ">draft<")
    assert list(read_wordpress(wordpress(tmp_path, draft))) == []


def test_a_post_without_a_date_in_utc(tmp_path: Path) -> None:
    undated = post().replace("2017-10-16 06:30:00", "0000-00-00 00:00:00")
    (item,) = read_wordpress(wordpress(tmp_path, undated))
    assert item.date == "2017-10-16 10:00:00"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html/>",
        "<rss><channel><item>",
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><rss><channel><item>&a;</item></channel></rss>',
    ],
)
def test_what_is_no_export(tmp_path: Path, text: str) -> None:
    path = tmp_path / "export.xml"
    path.write_text(text)
    with pytest.raises(UnreadableSourceError):
        list(read_wordpress(path))
