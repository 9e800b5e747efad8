import datetime as dt
from typing import Any

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from tests.making import SmallSite, live_news
from tests.news.changing import fresh, in_hours
from tests.test_purging import purged
from wagtail_prcouncil.clock.jobs import registered_jobs
from wagtail_prcouncil.news.models import NewsPage, Placement

CACHE = {"here": {"BACKEND": "tests.test_purging.WrittenDown"}}


@pytest.fixture
def page(site: SmallSite) -> NewsPage:
    return live_news(site, embargoed_until=in_hours(1))


def end_embargo(page: NewsPage) -> None:
    """As time does."""
    moment = timezone.now() - dt.timedelta(seconds=5)
    rows = NewsPage.objects.filter(pk=page.pk)
    rows.update(embargoed_until=moment, published_at=moment, modified_at=moment)


def run(name: str = "news.open_embargoes") -> None:
    (job,) = [job for job in registered_jobs() if job.name == name]
    job.run()


def test_caches_forget_what_they_know_of_an_item_that_comes_out(
    page: NewsPage, django_capture_on_commit_callbacks: Any
) -> None:
    end_embargo(page)
    purged.clear()
    with (
        override_settings(WAGTAILFRONTENDCACHE=CACHE),
        django_capture_on_commit_callbacks(execute=True),
    ):
        run()
    paths = {url.removeprefix("http://localhost") for url in purged}
    assert {fresh(page).url, "/news/", "/news/provinces/", "/"} <= paths
    purged.clear()
    with (
        override_settings(WAGTAILFRONTENDCACHE=CACHE),
        django_capture_on_commit_callbacks(execute=True),
    ):
        run()
    assert purged == []


def test_nothing_else_waits_for_it(page: NewsPage, client: Client) -> None:
    """Readers see the item from the very moment on, and no earlier."""
    address = f"/n/{page.code}/"
    run()
    assert fresh(page).is_embargoed
    assert client.get(address).status_code == 404
    end_embargo(page)
    assert client.get(address).status_code == 302
    times = fresh(page).published_at, fresh(page).modified_at
    run()
    assert (fresh(page).published_at, fresh(page).modified_at) == times
    assert fresh(page).embargoed_until is None


def test_caches_forget_a_page_when_a_placement_on_it_begins(
    site: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    begun = timezone.now() - dt.timedelta(minutes=1)
    Placement.objects.create(news=live_news(site), shown_on=site.section, starts_at=begun)
    purged.clear()
    with (
        override_settings(WAGTAILFRONTENDCACHE=CACHE),
        django_capture_on_commit_callbacks(execute=True),
    ):
        run("news.turn_over_placements")
    paths = {url.removeprefix("http://localhost") for url in purged}
    assert {site.section.url, site.section_en.url} <= paths
