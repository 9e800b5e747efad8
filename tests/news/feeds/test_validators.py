from typing import Any

from django.test import RequestFactory, override_settings
from django.utils import timezone

from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.feeds.validators import Validators, keep, kept
from wagtail_prcouncil.news.models import Publication

KNOWN = Validators('W/"a"', 1)


def again(url: str = "/feeds/news.rss") -> Any:
    return RequestFactory().get(url, headers={"if-none-match": 'W/"a"'})


def newest() -> Any:
    return Publication.objects.order_by("-at").values_list("at", flat=True).first()


def test_they_hold_until_the_next_publication(site: SmallSite) -> None:
    page = live_news(site)
    assert kept(again()) is None
    keep(again(), KNOWN, newest())
    assert kept(again()) == KNOWN
    assert kept(RequestFactory().get("/feeds/news.rss")) is None, "here for the first time"
    assert kept(again("/feeds/news.atom")) is None
    assert kept(again("/feeds/news.rss?q=a")) is None
    with override_settings(WAGTAIL_PRCOUNCIL={"FEED_SIZE": 3}):
        assert kept(again()) is None
    page.unpublish()
    assert kept(again()) is None


def test_what_is_hardly_asked_twice_is_not_kept(site: SmallSite) -> None:
    live_news(site)
    long = again(f"/feeds/news.rss?q={'a' * 300}")
    keep(long, KNOWN, newest())
    assert kept(long) is None
    keep(again(), KNOWN, None)
    assert kept(again()) is None


def test_of_an_older_publication(site: SmallSite) -> None:
    live_news(site)
    keep(again(), KNOWN, timezone.now())
    assert kept(again()) is None
