import json
from pathlib import Path
from typing import Any

import fastjsonschema
from django.test import Client, override_settings

from tests.making import SmallSite, live_news
from tests.news.feeds.making import JSON, full_news, republish

SCHEMA = json.loads((Path(__file__).parent / "json_feed.schema.json").read_text())
valid = fastjsonschema.compile(SCHEMA)


def feed(url: str = JSON) -> dict[str, Any]:
    found: dict[str, Any] = valid(json.loads(Client().get(url).content))
    return found


def test_an_item_with_all_there_is(site: SmallSite) -> None:
    page = full_news(site, is_republished=True)
    told = feed()
    assert told["feed_url"] == f"http://localhost{JSON}"
    assert told["home_page_url"] == "http://localhost/"
    (item,) = told["items"]
    assert item["id"] == f"tag:localhost,2026:news/{page.code}/fa"
    assert item["url"] == page.full_url
    assert item["external_url"] == page.quoted_url
    assert item["date_published"] == item["date_modified"] == "2026-11-20T08:30:00+00:00"
    assert item["tags"] == ["استان‌ها", "آب", "یزد"]
    (author,) = item["authors"]
    assert author["name"] == "سازمان نمونهٔ آب"
    assert author["url"].startswith("http://localhost/agencies/")
    (attachment,) = item["attachments"]
    assert attachment["mime_type"] == "image/jpeg"
    assert attachment["url"] == item["image"]


@override_settings(WAGTAIL_PRCOUNCIL={"WEBSUB_HUB": "https://hub.example.org/", "FEED_SIZE": 2})
def test_it_leads_to_older_items_and_to_a_hub(site: SmallSite) -> None:
    pages = [live_news(site) for _ in range(5)][::-1]
    found, url = [], JSON
    while url:
        told = feed(url)
        assert told["hubs"] == [{"type": "WebSub", "url": "https://hub.example.org/"}]
        found += [item["url"] for item in told["items"]]
        url = told.get("next_url", "").removeprefix("http://localhost")
    assert found == [page.full_url for page in pages]


@override_settings(WAGTAIL_PRCOUNCIL={"FEED_SIZE": 1})
def test_the_next_window_keeps_the_filter(site: SmallSite) -> None:
    older = live_news(site)
    live_news(site, section=None)
    newest = live_news(site)
    first = feed(f"{JSON}?section={site.section.pk}")
    second = feed(first["next_url"].removeprefix("http://localhost"))
    assert [first["items"][0]["url"], second["items"][0]["url"]] == [
        newest.full_url,
        older.full_url,
    ]
    assert "next_url" not in second


def test_a_retraction(site: SmallSite) -> None:
    page = republish(full_news(site), "retraction", "این خبر نادرست بود.")
    (item,) = feed()["items"]
    assert page.title in item["title"] != page.title
    assert "این خبر نادرست بود." in item["content_html"]
    assert "attachments" not in item


def test_an_empty_feed(site: SmallSite) -> None:
    assert feed()["items"] == []
