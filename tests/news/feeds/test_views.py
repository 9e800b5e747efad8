import datetime as dt
import json
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from tests.making import SmallSite, draft_news, live_news
from tests.news.feeds.making import ATOM, JSON, RSS, full_news, republish
from wagtail_prcouncil.news.models import NewsPage, Publication

FEEDS = [RSS, ATOM, JSON]
TYPES = {RSS: "application/rss+xml", ATOM: "application/atom+xml", JSON: "application/feed+json"}


def titles(query: str = "", url: str = JSON) -> list[str]:
    found = json.loads(Client().get(f"{url}{query}").content)
    return [item["title"] for item in found["items"]]


def queries(url: str, **headers: str) -> tuple[int, int]:
    """The status of an answer, and how many queries it took."""
    with CaptureQueriesContext(connection) as seen:
        response = Client().get(url, headers=headers)
    return response.status_code, len(seen)


@pytest.mark.parametrize("url", FEEDS)
def test_an_answer(site: SmallSite, url: str) -> None:
    live_news(site)
    response = Client().get(url)
    assert response["Content-Type"] == f"{TYPES[url]}; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=60"
    assert "ETag" in response.headers
    assert not response.cookies
    assert "cookie" not in response.headers.get("Vary", "").lower()
    assert Client().head(url).status_code == 200
    assert Client().head(url).content == b""
    assert Client().post(url).status_code == 405


@pytest.mark.parametrize("url", FEEDS)
def test_nothing_new(site: SmallSite, url: str) -> None:
    page = live_news(site)
    first = Client().get(url)
    known = {"if-none-match": first["ETag"]}
    for headers in (known, {"if-modified-since": first["Last-Modified"]}):
        response = Client().get(url, headers=headers)
        assert (response.status_code, response.content) == (304, b"")
        assert response["ETag"] == first["ETag"]
        assert response["Last-Modified"] == first["Last-Modified"]
    cache.clear()  # the long way comes to the same
    assert Client().get(url, headers=known).status_code == 304
    republish(page, "silent", title="سدی دیگر")
    again = Client().get(url, headers=known)
    assert again.status_code == 200
    assert "سدی دیگر" in again.content.decode()
    page.unpublish()
    assert Client().get(url, headers={"if-none-match": again["ETag"]}).status_code == 200


def test_an_item_that_was_withdrawn_counts_for_those_who_ask_by_time(site: SmallSite) -> None:
    """Without it the newest item left is older than what the reader saw."""
    live_news(site)
    gone = live_news(site)
    yesterday = timezone.now() - dt.timedelta(days=1)
    Publication.objects.update(at=yesterday)
    NewsPage.objects.update(published_at=yesterday, modified_at=yesterday)
    Page.objects.update(last_published_at=yesterday)
    seen = Client().get(RSS)["Last-Modified"]
    gone.unpublish()
    response = Client().get(RSS, headers={"if-modified-since": seen})
    assert response.status_code == 200
    assert gone.title not in response.content.decode()


def test_a_filler_of_caches_fills_none(site: SmallSite) -> None:
    live_news(site)
    section = f"?section={site.section.pk}"
    for query, is_kept in (("", True), (section, True), ("?x=1", False), (f"{section}&x=1", False)):
        etag = Client().get(f"{RSS}{query}")["ETag"]
        status, count = queries(f"{RSS}{query}", **{"if-none-match": etag})
        assert status == 304
        assert (count == 1) == is_kept, query


def test_a_deletion_is_told(site: SmallSite) -> None:
    """To all that ask again, at once."""
    live_news(site)
    gone = live_news(site)
    first = Client().get(RSS)
    gone.delete()
    assert Client().get(RSS, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_each_filter_has_an_answer_of_its_own(site: SmallSite) -> None:
    filed, other = live_news(site), live_news(site, section=None)
    narrow = f"?section={site.section.pk}"
    assert titles(narrow) == [filed.title]
    assert titles() == [other.title, filed.title]
    tags = {Client().get(f"{RSS}{query}")["ETag"] for query in ("", narrow, "?q=%D8%AE")}
    assert len(tags) == 3
    etag = Client().get(f"{RSS}{narrow}")["ETag"]
    assert Client().get(RSS, headers={"if-none-match": etag}).status_code == 200
    assert Client().get(f"{RSS}{narrow}", headers={"if-none-match": etag}).status_code == 304


def test_each_language_has_a_feed_of_its_own(site: SmallSite) -> None:
    page = live_news(site, title="خبر")
    live_news(site, english_of=page, title="Council session")
    assert titles() == ["خبر"]
    assert titles(url="/en/feeds/news.json") == ["Council session"]
    english = json.loads(Client().get("/en/feeds/news.json").content)
    assert english["language"] == english["items"][0]["language"] == "en"
    assert english["items"][0]["id"] == f"tag:localhost,2026:news/{page.code}/en"


@pytest.mark.parametrize("url", FEEDS)
@pytest.mark.parametrize(
    "query",
    [
        "?section=999999",
        "?section=x",
        f"?agency={quote('نیست')}",
        "?from=1405-13-40",
        "?from=%00",
        "?to=9999-99-99",
        "?q=%00%01",
        f"?q={'x' * 10_000}",
        f"?tag={'x' * 10_000}",
        "?province=IR-99&province=x",
    ],
)
def test_what_nobody_can_answer_is_an_empty_feed(site: SmallSite, url: str, query: str) -> None:
    page = live_news(site)
    response = Client().get(f"{url}{query}")
    assert response.status_code == 200
    assert page.title not in response.content.decode()


@pytest.mark.parametrize("position", ["x", "1", "-", "%00", "1-1-1", "۱-۱"])
def test_a_position_that_is_none(site: SmallSite, position: str) -> None:
    assert Client().get(f"{RSS}?before={position}").status_code == 404


@pytest.mark.parametrize("header", ["if-none-match", "if-modified-since"])
@pytest.mark.parametrize("value", ["", "x", '"', "*,", "Thu, 99 Nov 2026 25:00:00 GMT", "\u06f1"])
def test_validators_that_are_none(site: SmallSite, header: str, value: str) -> None:
    live_news(site)
    assert Client().get(RSS, headers={header: value}).status_code == 200


@pytest.mark.parametrize("url", FEEDS)
def test_what_is_not_for_everyone(site: SmallSite, url: str) -> None:
    later = timezone.now() + dt.timedelta(hours=1)
    hidden = [
        draft_news(site, title="شباهنگ پیش‌نویس"),
        live_news(site, title="شباهنگ تحریم", embargoed_until=later),
        live_news(site, title="شباهنگ خصوصی"),
    ]
    PageViewRestriction.objects.create(page=hidden[2], restriction_type="login")
    assert "شباهنگ" not in Client().get(url).content.decode()


@pytest.mark.parametrize("url", FEEDS)
def test_a_link_that_is_no_address(site: SmallSite, url: str) -> None:
    body = [("paragraph", '<p><a href="http://[url]">x</a> <a href="//[x">y</a></p>')]
    page = live_news(site, body=body)
    assert titles() == [page.title]
    assert "http://[url]" in Client().get(url).content.decode()


@pytest.mark.parametrize("url", FEEDS)
def test_it_costs_the_same_however_much_there_is(site: SmallSite, url: str) -> None:
    full_news(site)
    for _ in range(3):
        live_news(site)
    etag = Client().get(url)["ETag"]
    few = queries(url)
    assert few[0] == 200
    assert few[1] <= 6
    status, count = queries(url, **{"if-none-match": etag})
    assert status == 304
    assert count <= 1
    for _ in range(20):
        live_news(site)
    Client().get(url)
    assert queries(url) == few


@override_settings(WAGTAIL_PRCOUNCIL={"WEBSUB_HUB": "https://hub.example.org/"})
def test_a_hub_is_named_in_the_headers_too(site: SmallSite) -> None:
    link = Client().get(JSON)["Link"]
    assert link == f'<https://hub.example.org/>; rel="hub", <http://localhost{JSON}>; rel="self"'
