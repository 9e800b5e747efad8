"""With a real cache backend of Wagtail's own kind, one that writes down what it is told."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from tests import test_purging
from tests.councils.making import council, council_index, in_english, seat
from tests.directory.making import agency, register
from tests.making import SmallSite, below, live_news, small_site
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.news.caches import forget_item
from wagtail_prcouncil.news.importing.bulk import write_live
from wagtail_prcouncil.news.models import NewsPage, SectionPage


@pytest.fixture
def site(db: None) -> Iterator[SmallSite]:
    with override_settings(WAGTAILFRONTENDCACHE=test_purging.CHOSEN):
        site = small_site()
        register(site)
        test_purging.purged.clear()
        yield site


@pytest.fixture
def page(site: SmallSite) -> NewsPage:
    water = agency(code="water", province=Province.objects.get(code="IR-10"))
    page = live_news(site, agency=water)
    page.tags.add("آب")
    page.save_revision().publish()
    test_purging.purged.clear()
    return NewsPage.objects.get(pk=page.pk)


def paths() -> set[str]:
    return {unquote(path) for path in test_purging.paths()}


def test_what_lists_an_item_without_being_a_page(
    page: NewsPage, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert {"/agencies/water/", "/news/tag/آب/", f"/n/{page.code}/"} <= paths()
    assert {"/feeds/news.rss", "/feeds/news.atom", "/feeds/news.json"} <= paths()
    assert {
        "/feeds/news.rss?agency=water",
        f"/feeds/news.json?section={page.section_id}",
    } <= paths()
    assert "/news-sitemap.xml" in paths()
    assert "/en/feeds/news.rss" not in paths()
    assert "/en/agencies/water/" not in paths(), "Persian news stand on Persian profiles"


def test_councils_in_which_its_agency_sits(
    page: NewsPage, site: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    council_index(site)
    there, elsewhere = council(site), council(site)
    in_english(there, site)
    seat(there, agency=page.agency)
    seat(elsewhere)
    test_purging.purged.clear()
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert {there.url, f"/feeds/news.rss?council={there.pk}"} <= paths()
    assert elsewhere.url not in paths()
    assert not [path for path in paths() if path.startswith("/en/councils/")]


def test_every_purged_address_is_one_that_answers(
    page: NewsPage, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    found = {path: client.get(path).status_code for path in test_purging.paths()}
    short = f"/n/{page.code}/"
    assert found.pop(short) == 302
    assert {path: status for path, status in found.items() if status != 200} == {}


def test_what_an_item_has_left_behind(
    page: NewsPage, site: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    page.agency = agency(code="power")
    page.tags.set(["برق"])
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert {"/agencies/water/", "/agencies/power/", "/news/tag/آب/", "/news/tag/برق/"} <= paths()


def test_a_withdrawal_too(page: NewsPage, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert {"/agencies/water/", "/news/tag/آب/", f"/n/{page.code}/", "/feeds/news.rss"} <= paths()


def test_other_languages_name_it_and_forget_that(
    page: NewsPage, site: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    english = live_news(site, english_of=page, title="Water")
    test_purging.purged.clear()
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert english.url in paths()


def test_an_import_purges_the_lists_it_fills(
    site: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    sport = below(site.index, SectionPage, title="ورزش", slug="sport")
    moments = [dt.datetime(2025, 8, 1, tzinfo=dt.UTC), dt.datetime(2026, 8, 1, tzinfo=dt.UTC)]
    items = [
        NewsPage(title="مسابقه", section=sport, agency=agency(), published_at=moment)
        for moment in moments
    ]
    with django_capture_on_commit_callbacks(execute=True):
        write_live(items, site.index, tags={0: ["آب"]})
    expected = {"/", "/news/", "/news/archive/1404/05/", "/news/archive/1405/", sport.url}
    assert expected | {"/news/tag/آب/", f"{sport.url}archive/1405/05/"} <= paths()
    assert f"/feeds/news.rss?section={sport.pk}" in paths()
    assert f"/agencies/{items[0].agency.code}/" in paths()


def test_without_a_cache_nothing_is_asked(page: NewsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(apps.app_configs, "wagtailfrontendcache")
    with CaptureQueriesContext(connection) as asked:
        forget_item(page)
    assert len(asked) == 0
