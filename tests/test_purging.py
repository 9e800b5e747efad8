"""With a real cache backend of Wagtail's own kind, one that writes down what it is told."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import transaction
from django.test import override_settings
from wagtail.contrib.frontend_cache.backends.base import BaseBackend

from tests.making import (
    NewsIndexPage,
    NewsPage,
    SectionPage,
    SmallSite,
    below,
    live_news,
    news_at,
    small_site,
)
from wagtail_prcouncil.purging import purge_after_commit

if TYPE_CHECKING or not apps.is_installed("tests.alone"):
    from wagtail_prcouncil.news.models import Placement

CHOSEN = {"here": {"BACKEND": "tests.test_purging.WrittenDown"}}
purged: list[str] = []


class WrittenDown(BaseBackend):
    """A cache that only remembers which addresses it was told to forget."""

    def purge(self, url: str) -> None:
        purged.append(url)


@pytest.fixture
def site(db: None) -> Iterator[SmallSite]:
    purged.clear()
    with override_settings(WAGTAILFRONTENDCACHE=CHOSEN):
        yield small_site()


def paths() -> set[str]:
    return {url.removeprefix("http://localhost") for url in purged}


def test_publication_purges_what_shows_the_item(
    site: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        page = live_news(site)
    expected = {page.url, f"{page.url}print/", site.home.url, site.index.url, site.section.url}
    assert expected <= paths()


def test_withdrawal_purges_too(site: SmallSite, django_capture_on_commit_callbacks: Any) -> None:
    page = live_news(site)
    purged.clear()
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert {page.url, site.index.url} <= paths()


def test_so_do_the_month_pages_with_a_placement_and_the_former_section(
    site: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    sport = below(site.index, SectionPage, title="ورزش", slug="sport")
    sport.save_revision().publish()
    other = below(site.home, NewsIndexPage, title="واحد", slug="unit")
    other.save_revision().publish()
    page = news_at(site, dt.datetime(2025, 8, 1, tzinfo=dt.UTC))
    Placement.objects.create(news=page, shown_on=other)
    page.section = sport
    purged.clear()
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert {"/news/archive/1404/", "/news/archive/1404/05/", "/unit/"} <= paths()
    assert {site.section.url, sport.url, f"{sport.url}archive/1404/05/"} <= paths()


def test_a_rollback_purges_nothing(
    site: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    page = live_news(site)
    purged.clear()
    with (
        django_capture_on_commit_callbacks(execute=True),
        pytest.raises(RuntimeError),
        transaction.atomic(),
    ):
        purge_after_commit([page])
        raise RuntimeError
    assert purged == []


@pytest.mark.parametrize("is_installed", [True, False])
def test_without_a_cache_the_pages_are_not_even_asked_for(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, is_installed: bool
) -> None:
    def asked() -> Iterator[NewsPage]:
        raise AssertionError("nobody needs these")
        yield

    if not is_installed:
        monkeypatch.delitem(apps.app_configs, "wagtailfrontendcache")
    with override_settings(WAGTAILFRONTENDCACHE={} if is_installed else CHOSEN):
        purge_after_commit(asked())
    assert purged == []
