from pathlib import Path

import pytest

from wagtail_prcouncil.news.importing.feeds import read_feed
from wagtail_prcouncil.news.importing.items import UnreadableSourceError

RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>پایگاه</title><item><title>خبر یک</title><link>https://old.example/news/1</link>
<guid isPermaLink="false">tag:old.example,2022:1</guid>
<pubDate>Sun, 14 Aug 2022 07:43:00 GMT</pubDate>
<category>استان‌ها</category><category>سد</category><description>چکیده</description>
<content:encoded>&lt;p style="x"&gt;متن&lt;/p&gt;</content:encoded>
<enclosure url="https://old.example/dam.jpg" length="1" type="image/jpeg"/></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>پایگاه</title><entry><id>urn:1</id>
<title>خبر</title><updated>۱۴۰۴-۱۱-۰۷T10:00:00</updated><summary>متن</summary></entry></feed>"""


def saved(folder: Path, text: str) -> Path:
    path = folder / "feed.xml"
    path.write_text(text, encoding="utf-8")
    return path


def test_rss(tmp_path: Path) -> None:
    (item,) = read_feed(saved(tmp_path, RSS))
    assert item.guid == "tag:old.example,2022:1"
    assert item.date == "Sun, 14 Aug 2022 07:43:00 GMT"
    assert (item.html, item.lead) == ('<p style="x">متن</p>', "چکیده")
    assert (item.section, item.tags) == ("استان‌ها", ("سد",))
    assert item.picture == "https://old.example/dam.jpg"
    assert item.path == "https://old.example/news/1"


@pytest.mark.parametrize("text", [RSS, ATOM])
def test_a_feed_that_breaks_off(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableSourceError):
        list(read_feed(saved(tmp_path, text[: len(text) * 3 // 4])))


def test_a_date_in_persian_digits_is_kept_as_written(tmp_path: Path) -> None:
    (item,) = read_feed(saved(tmp_path, ATOM))
    assert item.date.startswith("۱۴۰۴-۱۱-۰۷")
    assert (item.html, item.lead) == ("متن", "")


@pytest.mark.parametrize(
    "text", ["", "<html><body>متن</body></html>", "{}", "http://x.example/", "/etc/hostname"]
)
def test_what_is_no_feed(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableSourceError):
        list(read_feed(saved(tmp_path, text)))
