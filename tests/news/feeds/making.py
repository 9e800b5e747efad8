"""News with everything that a feed tells of it, and what readers of feeds make of an answer."""

import datetime as dt
from typing import Any

import feedparser
from django.test import Client

from tests.blocks.bodies import full_body, picture
from tests.directory.making import agency, register
from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import NewsPage

NOON = dt.datetime(2026, 11, 20, 8, 30, tzinfo=dt.UTC)
RSS, ATOM, JSON = "/feeds/news.rss", "/feeds/news.atom", "/feeds/news.json"


def full_news(site: SmallSite, **fields: Any) -> NewsPage:
    """An item with a picture, tags, an agency with a profile, and every block."""
    register(site)
    image = picture()
    words = {
        "title": "گشایش تصفیه‌خانهٔ «یزد» & دو طرح دیگر",
        "published_at": NOON,
        "agency": agency("سازمان نمونهٔ آب"),
        "hero_image": image,
        "hero_alt": "سد نمونه",
        "hero_credit": "عکس: روابط عمومی",
        "body": full_body(image),
        "quoted_source": "خبرگزاری نمونه",
        "quoted_url": "https://www.example.org/news/1",
    }
    page = live_news(site, **(words | fields))
    page.tags.add("آب", "یزد")
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


def republish(page: NewsPage, kind: str, note: str = "", **fields: Any) -> NewsPage:
    """An editor changes fields and says what that means to readers."""
    page = NewsPage.objects.get(pk=page.pk)
    for name, value in (fields | {"update_kind": kind, "update_note": note}).items():
        setattr(page, name, value)
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


def parsed(url: str, **headers: str) -> Any:
    """What feedparser reads in an answer, of which it may not complain."""
    response = Client().get(url, headers=headers)
    assert response.status_code == 200
    found = feedparser.parse(
        response.content, response_headers={"content-type": response["Content-Type"]}
    )
    assert not found.bozo, found.get("bozo_exception")
    return found
