"""Eight writers at once, and not one count lost."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from tests.audience.counting.shared import with_redis
from tests.audience.making import known, reader, views_of
from tests.making import live_news, small_site
from wagtail_prcouncil.audience.actions import cast_vote, count_view
from wagtail_prcouncil.audience.counting import cached
from wagtail_prcouncil.audience.models import UsefulnessVote, ViewCount
from wagtail_prcouncil.news.models import NewsPage

WRITERS = 8
VIEWS = 2_000

pytestmark = [pytest.mark.needs("postgres"), pytest.mark.django_db(transaction=True)]


def _all_at_once(writers: int, work: Callable[[], object]) -> None:
    def call() -> None:
        try:
            work()
        finally:
            connection.close()

    with ThreadPoolExecutor(writers) as pool:
        for done in [pool.submit(call) for _ in range(writers)]:
            done.result()


def _read(pages: list[NewsPage]) -> None:
    """Each view of another reader, on one page after the other."""
    for number in range(VIEWS):
        assert count_view(pages[number % len(pages)].pk, by=reader())


@pytest.mark.needs("redis")
def test_no_view_is_lost_in_a_shared_cache_while_it_is_flushed() -> None:
    site = small_site()
    pages = [live_news(site) for _ in range(3)]
    ahead, over = dt.timedelta(minutes=1), Event()

    def flush_all_the_time() -> None:
        """As if each minute were over: what is counted meanwhile must not go."""
        while not over.wait(0.05):
            cached.flush(timezone.now() + ahead)
        connection.close()

    with override_settings(**with_redis(AUDIENCE_VIEWS_A_MINUTE=10**9)):
        caches["shared"].clear()
        with ThreadPoolExecutor(1) as clock:
            flushing = clock.submit(flush_all_the_time)
            _all_at_once(WRITERS, lambda: _read(pages))
            over.set()
            flushing.result()
        cached.flush(timezone.now() + ahead)
        caches["shared"].clear()
    assert sum(map(views_of, pages)) == WRITERS * VIEWS
    assert not ViewCount.objects.filter(capped_minutes__gt=0).exists()


def test_no_view_is_lost_in_rows() -> None:
    page = live_news(small_site())
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_VIEWS_A_MINUTE": 10**9}):
        _all_at_once(WRITERS, lambda: _read([page]))
    assert views_of(page) == WRITERS * VIEWS


def test_a_vote_sent_twenty_times_at_once_counts_once() -> None:
    page = known(live_news(small_site()))
    _all_at_once(20, lambda: cast_vote(page, is_useful=True, by="one browser"))
    assert UsefulnessVote.objects.get().is_useful
