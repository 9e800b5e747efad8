import datetime as dt
from collections.abc import Iterator
from itertools import count
from uuid import UUID

import pytest
from django.core.cache import caches
from django.db import DatabaseError
from django.test import override_settings

from tests.audience.counting.shared import with_redis
from wagtail_prcouncil.audience.counting import cached
from wagtail_prcouncil.audience.known import KnownPage
from wagtail_prcouncil.audience.models import ViewCount

pytestmark = pytest.mark.needs("redis")

NOON = dt.datetime(2026, 11, 22, 8, 30, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
_numbers = count(1)


@pytest.fixture(autouse=True)
def _redis(db: None) -> Iterator[None]:
    with override_settings(**with_redis(AUDIENCE_VIEWS_A_MINUTE=100)):
        caches["shared"].clear()
        yield
        caches["shared"].clear()


def page(number: int = 1) -> KnownPage:
    return KnownPage(number, UUID(int=number), 1, 1, 5, None, None)


def see(number: int, times: int, at: dt.datetime = NOON) -> None:
    for _ in range(times):
        cached.count(page(number), at)


def stored() -> list[tuple[object, ...]]:
    return list(ViewCount.objects.order_by("page_id", "start").values_list("page_id", "counted"))


def test_views_wait_in_the_cache_until_their_minute_is_over() -> None:
    see(1, 3)
    see(2, 1)
    assert cached.flush(NOON + dt.timedelta(seconds=59)) == 0
    assert stored() == []
    assert cached.flush(NOON + MINUTE) == 4
    assert stored() == [(1, 3), (2, 1)]


def test_a_second_flush_adds_nothing() -> None:
    see(1, 3)
    cached.flush(NOON + MINUTE)
    assert cached.flush(NOON + MINUTE) == 0
    assert stored() == [(1, 3)]


def test_one_that_comes_late_is_counted_by_the_next() -> None:
    see(1, 3)
    cached.flush(NOON + MINUTE)
    see(1, 1)
    cached.flush(NOON + 2 * MINUTE)
    assert stored() == [(1, 4)]


def test_hours_are_apart() -> None:
    see(1, 2, NOON - MINUTE)
    see(1, 3, NOON)
    cached.flush(NOON + MINUTE)
    starts = list(ViewCount.objects.order_by("start").values_list("start", "counted"))
    assert starts == [(NOON - dt.timedelta(hours=1), 2), (NOON, 3)]


def test_a_clock_that_stood_still_finds_all_of_a_day() -> None:
    see(1, 2)
    assert cached.flush(NOON + dt.timedelta(hours=23)) == 2


def test_more_than_can_be_believed_is_marked() -> None:
    see(1, 130)
    see(1, 100, NOON + MINUTE)
    cached.flush(NOON + 2 * MINUTE)
    row = ViewCount.objects.get()
    assert (row.counted, row.capped_minutes) == (200, 1)


@pytest.mark.parametrize("later", [1, 10, 23 * 60])
def test_a_database_that_refuses_loses_nothing(monkeypatch: pytest.MonkeyPatch, later: int) -> None:
    """Also what waited long, as after an outage: that is when a database refuses."""
    see(1, 3)
    see(2, 1, NOON - MINUTE)

    def refuse(rows: object) -> None:
        raise DatabaseError

    with monkeypatch.context() as patch:
        patch.setattr(cached, "add_counts", refuse)
        with pytest.raises(DatabaseError):
            cached.flush(NOON + later * MINUTE)
    assert cached.flush(NOON + later * MINUTE) == 4
    assert stored() == [(1, 3), (2, 1)]


def test_a_counter_that_the_cache_threw_out_begins_again() -> None:
    see(1, 3)
    caches["shared"].delete(f"{cached.PREFIX}.{int(NOON.timestamp()) // 60}.page.1")
    see(1, 2)
    cached.flush(NOON + MINUTE)
    assert stored() == [(1, 2)]


def test_the_cache_is_left_empty() -> None:
    see(1, 3)
    see(2, 3)
    cached.flush(NOON + MINUTE)
    cached.flush(NOON + 10 * MINUTE)
    prefix = f"*{cached.PREFIX}*"
    client = caches["shared"]._cache.get_client()
    assert client.keys(prefix) == []
