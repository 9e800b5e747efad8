import datetime as dt
from xml.etree import ElementTree

import pytest
from django.test import Client, override_settings
from django.utils import translation

from tests.making import SmallSite, live_news
from tests.news.feeds.making import ATOM, NOON, RSS, full_news, parsed, republish

HUB = "https://hub.example.org/"
NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "media": "http://search.yahoo.com/mrss/",
}


def told(words: str, **names: str) -> str:
    """A sentence of ours in Persian."""
    with translation.override("fa"):
        return translation.gettext(words) % names


def tree(url: str) -> ElementTree.Element:
    return ElementTree.fromstring(Client().get(url).content)  # noqa: S314 - our own answer


@pytest.mark.parametrize("url", [RSS, ATOM])
def test_what_readers_of_feeds_find(site: SmallSite, url: str) -> None:
    page = full_news(site)
    feed = parsed(url)
    (entry,) = feed.entries
    assert feed.feed.title == "وزارت نمونه"
    assert feed.feed.link == "http://localhost/"
    assert feed.feed.language == "fa"
    assert entry.title == page.title
    assert entry.link == page.full_url
    assert entry.id == f"tag:localhost,2026:news/{page.code}/fa"
    assert entry.author == "سازمان نمونهٔ آب"
    assert [tag.term for tag in entry.tags] == ["استان‌ها", "آب", "یزد"]
    assert entry.published_parsed[:5] == (2026, 11, 20, 8, 30)
    assert entry.updated_parsed[:5] == (2026, 11, 20, 8, 30)
    assert entry.summary == page.lead
    text = entry.content[0].value
    assert "گزارشی که مردم نفهمند" in text
    assert 'src="http://localhost/media/' in text
    assert 'href="/' not in text
    assert [enclosure.type for enclosure in entry.enclosures] == ["image/jpeg"]
    assert not any(link.rel in ("hub", "next") for link in feed.feed.links)


def test_the_enclosure_is_as_long_as_its_file(site: SmallSite) -> None:
    page = full_news(site)
    (entry,) = parsed(RSS).entries
    file = page.hero_image.renditions.get(filter_spec="fill-1200x675|format-jpeg").file
    assert entry.enclosures[0].href == f"http://localhost{file.url}"
    assert entry.enclosures[0].length == str(len(file.read()))


def test_parts_of_rss_that_feedparser_overlooks(site: SmallSite) -> None:
    full_news(site)
    channel = tree(RSS).find("channel")
    assert channel is not None
    item = channel.find("item")
    assert item is not None
    assert channel.find("description").text == told("News of %(site)s", site="وزارت نمونه")
    assert item.find("guid").get("isPermaLink") == "false"
    assert item.find("pubDate").text == "Fri, 20 Nov 2026 08:30:00 +0000"
    assert item.find("media:content/media:credit", NAMES).text == "عکس: روابط عمومی"
    assert item.find("media:content/media:description", NAMES).text == "سد نمونه"
    assert item.find("source") is None, "quoted, and not republished"


@pytest.mark.parametrize("url", [RSS, ATOM])
def test_a_republished_text_names_its_origin(site: SmallSite, url: str) -> None:
    page = full_news(site, is_republished=True)
    root = tree(url)
    if url == RSS:
        source = root.find("channel/item/source")
        assert (source.get("url"), source.text) == (page.quoted_url, "خبرگزاری نمونه")
    else:
        assert root.find("a:entry/a:source/a:id", NAMES).text == page.quoted_url
        assert root.find("a:entry/a:link[@rel='via']", NAMES).get("href") == page.quoted_url


@override_settings(WAGTAIL_PRCOUNCIL={"WEBSUB_HUB": HUB, "FEED_SIZE": 1})
@pytest.mark.parametrize("url", [RSS, ATOM])
def test_links_of_a_channel(site: SmallSite, url: str) -> None:
    older, newer = live_news(site), live_news(site)
    links = {link.rel: link.href for link in parsed(url).feed.links}
    assert links["hub"] == HUB
    assert links["self"] == f"http://localhost{url}"
    assert [entry.link for entry in parsed(url).entries] == [newer.full_url]
    onward = parsed(links["next"].removeprefix("http://localhost"))
    assert [entry.link for entry in onward.entries] == [older.full_url]
    assert {link.rel: link.href for link in onward.feed.links}["self"] == links["next"]


@pytest.mark.parametrize("url", [RSS, ATOM])
def test_only_what_readers_are_told_moves_the_time_of_change(site: SmallSite, url: str) -> None:
    page = full_news(site)
    silent = republish(page, "silent", title="سدی دیگر")
    (entry,) = parsed(url).entries
    assert entry.title == "سدی دیگر"
    assert dt.datetime(*entry.updated_parsed[:6], tzinfo=dt.UTC) == NOON
    assert silent.modified_at == NOON
    corrected = republish(page, "correction", "عدد درست ۱۲ است.")
    (entry,) = parsed(url).entries
    assert entry.updated_parsed[:5] == corrected.modified_at.utctimetuple()[:5]
    assert entry.published_parsed[:5] == (2026, 11, 20, 8, 30)
    assert "عدد درست ۱۲ است." in entry.content[0].value


@pytest.mark.parametrize("url", [RSS, ATOM])
def test_a_retracted_item_stays_without_its_words(site: SmallSite, url: str) -> None:
    page = full_news(site)
    republish(page, "retraction", "این خبر نادرست بود.")
    (entry,) = parsed(url).entries
    assert entry.title == told("Retracted: %(title)s", title=page.title)
    assert "این خبر نادرست بود." in entry.content[0].value
    assert "گزارشی که مردم نفهمند" not in str(entry)
    assert not entry.enclosures


@pytest.mark.parametrize("url", [RSS, ATOM])
def test_characters_that_xml_cannot_write(site: SmallSite, url: str) -> None:
    page = live_news(site)
    type(page).objects.filter(pk=page.pk).update(title="سد\x0b & <b>آب</b> ]]>", lead="\x01\ufffe")
    (entry,) = parsed(url).entries
    assert entry.title.startswith("سد &")
    parsed(f"{url}?q=%01%0b")


@pytest.mark.parametrize("url", [RSS, ATOM])
def test_an_empty_feed(site: SmallSite, url: str) -> None:
    feed = parsed(url)
    assert feed.entries == []
    assert feed.feed.title == "وزارت نمونه"
