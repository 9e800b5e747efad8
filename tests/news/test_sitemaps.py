import datetime as dt

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.making import SmallSite, draft_news, live_news, news_at
from tests.news.feeds.making import republish
from tests.xsd import validated
from wagtail_prcouncil.news import sitemaps
from wagtail_prcouncil.news.models import NewsPage

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}
FA, EN = "/news-sitemap.xml", "/en/news-sitemap.xml"


def told(path: str, url: str = FA) -> list[str]:
    """What stands in one element of each item."""
    response = Client().get(url)
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    root = validated(response.content, "sitemap")
    return [element.text for element in root.findall(f"s:url/{path}", NAMES)]


def locations(url: str = FA) -> list[str]:
    return told("s:loc", url)


def hours_ago(hours: int) -> dt.datetime:
    return timezone.now() - dt.timedelta(hours=hours)


def test_an_item(site: SmallSite) -> None:
    page = news_at(site, hours_ago(30), title="سد & «آب» <b>")
    page = republish(page, "correction", "عدد درست ۱۲ است.")
    assert locations() == [page.full_url]
    assert told("n:news/n:title") == [page.title]
    assert told("n:news/n:publication/n:name") == ["وزارت نمونه"]
    assert told("n:news/n:publication/n:language") == ["fa"]
    (date,) = told("n:news/n:publication_date")
    assert dt.datetime.fromisoformat(date) == page.published_at.replace(microsecond=0)
    assert date.endswith("+03:30")


def test_each_language_has_its_own(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="Council session")
    assert locations() == [page.full_url]
    assert locations(EN) == [english.full_url]
    assert told("n:news/n:publication/n:name", EN) == ["Ministry of Example"]
    assert told("n:news/n:publication/n:language", EN) == ["en"]


def test_two_days_and_no_more(site: SmallSite) -> None:
    newer, older = news_at(site, hours_ago(47)), news_at(site, hours_ago(49))
    assert locations() == [newer.full_url]
    assert older.full_url not in locations()


def test_the_newest_where_there_are_too_many(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sitemaps.MOST == 1000
    monkeypatch.setattr(sitemaps, "MOST", 2)
    pages = [news_at(site, hours_ago(hours)) for hours in (3, 1, 2)]
    assert locations() == [pages[1].full_url, pages[2].full_url]


def test_it_may_be_empty(site: SmallSite) -> None:
    assert locations() == []


def test_what_is_not_for_everyone_or_stands_retracted(site: SmallSite) -> None:
    kept, private, unpublished, retracted = (live_news(site) for _ in range(4))
    assert len(locations()) == 4
    draft_news(site)
    live_news(site, embargoed_until=hours_ago(-1))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    unpublished.unpublish()
    retracted = republish(retracted, "retraction", "نادرست بود.")
    kept.create_alias(update_slug="an-alias")
    assert locations() == [kept.full_url]
    republish(retracted, "reinstatement", "درست بود.")
    assert locations() == [retracted.full_url, kept.full_url]


def test_a_page_that_becomes_private_is_gone_at_once(site: SmallSite) -> None:
    page = live_news(site)
    assert locations() == [page.full_url]
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert locations() == []


def test_an_address_without_words(site: SmallSite) -> None:
    page = live_news(site)
    bare = live_news(site, slug="_abcdef")
    assert set(locations()) == {page.full_url, bare.full_url}
    assert bare.full_url == f"http://localhost/news/{bare.code}/"


def test_characters_that_xml_cannot_write(site: SmallSite) -> None:
    page = live_news(site)
    NewsPage.objects.filter(pk=page.pk).update(title="سد\x0b آب")
    assert told("n:news/n:title") == ["سد آب"]


def test_asking_again(site: SmallSite) -> None:
    live_news(site)
    first = Client().get(FA)
    with CaptureQueriesContext(connection) as seen:
        again = Client().get(FA, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert len(seen) == 2
    assert not first.cookies
    assert "cookie" not in first.headers.get("Vary", "").lower()
    assert Client().post(FA).status_code == 405
    live_news(site)
    assert Client().get(FA, headers={"if-none-match": first["ETag"]}).status_code == 200


@override_settings(DEBUG=False)
def test_robots_are_told_where_it_is(site: SmallSite) -> None:
    robots = Client().get("/robots.txt")
    assert robots["Content-Type"].startswith("text/plain")
    lines = robots.content.decode().splitlines()
    maps = [line.removeprefix("Sitemap: ") for line in lines if line.startswith("Sitemap: ")]
    assert [address.removeprefix("http://testserver") for address in maps] == [
        "/sitemap.xml",
        FA,
        EN,
    ]
    for address in maps:
        assert Client().get(address.removeprefix("http://testserver")).status_code == 200
