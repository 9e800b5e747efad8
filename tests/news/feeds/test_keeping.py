from typing import Any

from django.db import connection
from django.test import RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext

from tests.making import SmallSite, live_news
from tests.news.feeds.making import republish
from wagtail_prcouncil.news.feeds.entries import Entry, Key
from wagtail_prcouncil.news.feeds.keeping import entries_of
from wagtail_prcouncil.news.models import NewsPage


def keys() -> list[Key]:
    rows = NewsPage.objects.order_by("pk").values_list(*Key._fields)
    return [Key(*row) for row in rows]


def entries(site: SmallSite) -> tuple[list[Entry], int]:
    """What a feed is made of, and how many queries that took."""
    request: Any = RequestFactory().get("/")
    asked = keys()
    with CaptureQueriesContext(connection) as seen:
        found = entries_of(asked, site.site, request)
    return found, len(seen)


def test_an_entry_is_made_once_for_each_publication(site: SmallSite) -> None:
    first, second = live_news(site), live_news(site)
    made, cost = entries(site)
    assert [entry.title for entry in made] == [first.title, second.title]
    assert cost > 0
    assert entries(site) == (made, 0)
    republish(first, "silent", title="سدی دیگر")
    again, cost = entries(site)
    assert cost > 0
    assert [entry.title for entry in again] == ["سدی دیگر", second.title]


def test_settings_and_the_place_of_the_site_are_part_of_it(site: SmallSite) -> None:
    live_news(site)
    assert "/news/" in entries(site)[0][0].url
    with override_settings(WAGTAIL_PRCOUNCIL={"FEED_WHOLE_TEXT": False}):
        assert "متن خبر" not in entries(site)[0][0].html
    site.site.hostname = "new.example.org"
    assert entries(site)[0][0].id.startswith("tag:new.example.org,")


@override_settings(DEBUG=True)
def test_nothing_is_kept_while_templates_change(site: SmallSite) -> None:
    live_news(site)
    assert entries(site)[1] == entries(site)[1] > 0
