from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.audience.making import BROWSER, open_page, reader, send, views_of
from tests.making import SmallSite, draft_news, live_news, translated
from wagtail_prcouncil.audience.counting.readers import Reader
from wagtail_prcouncil.audience.models import ViewCount
from wagtail_prcouncil.audience.tokens import token_for
from wagtail_prcouncil.news.models import NewsPage


def test_a_page_that_is_opened_is_counted(site: SmallSite) -> None:
    page = live_news(site)
    assert [open_page(page) for _ in range(3)] == [204] * 3
    assert views_of(page) == 3
    row = ViewCount.objects.first()
    assert row.item == page.translation_key
    assert (row.section_id, row.locale_id) == (site.section.pk, site.fa.pk)
    assert row.site_id == site.site.pk


def test_a_reader_who_comes_back_at_once_counts_once(site: SmallSite) -> None:
    page, other, somebody = live_news(site), live_news(site), reader()
    assert [open_page(page, by=somebody) for _ in range(3)] == [204] * 3
    assert views_of(page) == 1
    open_page(other, by=somebody)
    assert views_of(other) == 1


@pytest.mark.parametrize("agent", ["", "Googlebot/2.1", "curl/8.5", "python-requests/2.32"])
def test_programs_are_not_counted(site: SmallSite, agent: str) -> None:
    page = live_news(site)
    assert open_page(page, by=Reader("10.0.0.1", agent)) == 204
    assert views_of(page) == 0


def test_a_translation_counts_for_the_item(site: SmallSite) -> None:
    page = live_news(site)
    english = translated(page, site.index_en, site.en, title="Item", slug="item")
    english.save_revision().publish()
    open_page(page)
    open_page(english)
    counts = ViewCount.objects.values_list("item", "page_id", "locale_id")
    item = page.translation_key
    assert set(counts) == {(item, page.pk, site.fa.pk), (item, english.pk, site.en.pk)}


def test_an_alias_counts_for_what_it_mirrors(site: SmallSite) -> None:
    page = live_news(site)
    alias = page.create_alias(parent=site.index, update_slug="mirror")
    assert open_page(alias) == 204
    assert views_of(page) == 1


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"body": ":"}, 400),
        ({"body": "12"}, 400),
        ({"body": "12:forged"}, 400),
        ({"body": b"\xff\xfe\x00"}, 400),
        ({"body": "x" * 101}, 413),
        ({"body": "x" * 100_000}, 413),
        ({"body": "12:x", "content_type": "application/json"}, 415),
        ({"body": "12:x", "content_type": ""}, 415),
        ({"body": "12:x", "method": "GET"}, 405),
        ({"body": "12:x", "method": "PUT"}, 405),
        ({"body": "12:x", "Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
def test_what_no_page_of_ours_sends_is_refused(db: None, sent: dict[str, str], status: int) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert send(**sent) == status
    assert len(asked) == 0
    assert not ViewCount.objects.exists()


def _private(site: SmallSite) -> NewsPage:
    page = live_news(site)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    return page


def _embargoed(site: SmallSite) -> NewsPage:
    page = live_news(site)
    later = timezone.now() + timedelta(hours=1)
    NewsPage.objects.filter(pk=page.pk).update(embargoed_until=later)
    return page


def _withdrawn(site: SmallSite) -> NewsPage:
    page = live_news(site)
    open_page(page)
    ViewCount.objects.all().delete()
    page.unpublish()
    return page


def _deleted(site: SmallSite) -> NewsPage:
    page = live_news(site)
    key = page.pk
    page.delete()
    page.pk = key
    return page


@pytest.mark.parametrize(
    "make",
    [
        draft_news,
        _private,
        _embargoed,
        _withdrawn,
        _deleted,
        lambda site: site.section,
    ],
    ids=["draft", "private", "embargoed", "withdrawn", "deleted", "of another type"],
)
def test_what_readers_may_not_see_is_not_counted(
    site: SmallSite, make: Callable[[SmallSite], NewsPage]
) -> None:
    page = make(site)
    assert open_page(page) == 404
    assert not ViewCount.objects.exists()


def test_a_number_too_long_for_a_key_is_refused_although_signed(db: None) -> None:
    assert send(token_for(10**18)) == 400
    assert send(token_for(10**17)) == 404


def test_behind_a_proxy_readers_are_told_apart_by_what_it_writes(site: SmallSite) -> None:
    page, proxy = live_news(site), Reader("10.0.0.1", BROWSER)
    with override_settings(WAGTAIL_PRCOUNCIL={"CLIENT_ADDRESS_HEADER": "X-Forwarded-For"}):
        for told in ("1.1.1.1", "9.9.9.9, 2.2.2.2", "8.8.8.8, 2.2.2.2"):
            send(token_for(page.pk), by=proxy, **{"X-Forwarded-For": told})
    assert views_of(page) == 2


def test_a_warm_beacon_asks_the_database_once(site: SmallSite) -> None:
    page = live_news(site)
    open_page(page)
    with CaptureQueriesContext(connection) as asked:
        open_page(page)
    writes = [query["sql"] for query in asked if "INSERT" in query["sql"]]
    assert len(writes) == 1
    assert [query["sql"] for query in asked if "SELECT" in query["sql"]] == []


def test_a_cache_that_keeps_nothing_breaks_no_request(site: SmallSite) -> None:
    page = live_news(site)
    dummy = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    with override_settings(CACHES=dummy, WAGTAIL_PRCOUNCIL={"AUDIENCE_COUNTING": "cache"}):
        assert open_page(page) == 204


def test_the_page_that_is_read_says_what_to_send(site: SmallSite) -> None:
    page = live_news(site)
    html = Client().get(page.url).content.decode()
    assert (
        f'<meta name="prc-seen" content="{token_for(page.pk)}" data-address="/audience/seen/">'
        in html
    )
    assert "prc-seen" not in Client().get(site.index.url).content.decode()
