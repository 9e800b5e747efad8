"""Counters in a cache that all processes share: one for each page and minute.

A reader costs one atomic `incr`. Once a minute the clock takes what the minutes that are over
have counted, and adds it to the table in one statement. Which counters there are is written down
by number, since a cache cannot list its keys: `…<minute>.size` is how many, `…<minute>.<n>` the
n-th page. Nothing is ever read, changed and written back as a whole.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.core.cache import BaseCache
from django.db import DatabaseError

from wagtail_prcouncil import conf
from wagtail_prcouncil.audience.counting.adding import add_counts
from wagtail_prcouncil.audience.counting.hours import beginning_of, hour_of, minute_of
from wagtail_prcouncil.audience.known import KnownPage, shared_cache
from wagtail_prcouncil.audience.models import ViewCount

KEPT_MINUTES = 24 * 60  # so long may the clock stand still before counts are lost
SETTLED = 5  # minutes after which no request can be on its way to a counter any more
PREFIX = "prcouncil_audience.seen"
AT_ONCE = 1000  # keys asked for together


@dataclass(frozen=True, slots=True)
class Taken:
    """What a counter held, and now no longer holds."""

    key: str
    minute: int
    page: KnownPage
    views: int


class Minute(NamedTuple):
    """A minute in which something was read: how many entries were written down, of which pages."""

    number: int
    size: int
    pages: dict[int, KnownPage]


def count(page: KnownPage, now: dt.datetime) -> None:
    """One more view. What a process that dies had counted is in the cache and safe."""
    cache, minute = shared_cache(), minute_of(now)
    key = _counter(minute, page.page_id)
    try:
        cache.incr(key)
    except ValueError:  # the first of this minute, or the cache threw the counter out
        _register(cache, minute, page)
        _more(cache, key)


def flush(now: dt.datetime) -> int:
    """Move what the minutes before this one have counted into the table; how many views.

    Views are taken out of the cache first. A process that dies between the two loses them, rather
    than counting them twice; a database that refuses them has them put back. What was written down
    of a minute goes last, when the table has what it counted.
    """
    cache, current = shared_cache(), minute_of(now)
    minutes = list(_read_in(cache, current))
    taken = [counter for minute in minutes for counter in _taken_of(cache, minute)]
    try:
        add_counts(_added_up(taken))
    except DatabaseError:
        for counter in taken:
            _more(cache, counter.key, counter.views)
        raise
    for minute in minutes:
        if minute.number < current - SETTLED:
            _forget(cache, minute)
    return sum(counter.views for counter in taken)


def _register(cache: BaseCache, minute: int, page: KnownPage) -> None:
    """Twice does no harm: whoever collects takes each page once."""
    number = _more(cache, _size(minute))
    if number is not None:
        cache.set(_entry(minute, number), page, KEPT_MINUTES * 60)


def _more(cache: BaseCache, key: str, by: int = 1) -> int | None:
    """Count on, from 0 where there is no counter. None: the cache keeps nothing, or threw it out
    at once; a reader's request must not break at that."""
    cache.add(key, 0, KEPT_MINUTES * 60)
    try:
        return int(cache.incr(key, by))
    except ValueError:
        return None


def _read_in(cache: BaseCache, current: int) -> Iterator[Minute]:
    """The minutes before the current one of which something is in the cache."""
    numbers = range(current - KEPT_MINUTES, current)
    sizes = cache.get_many([_size(number) for number in numbers])
    for number in numbers:
        size = sizes.get(_size(number))
        if size is not None:
            yield Minute(number, int(size), _registered(cache, number, int(size)))


def _registered(cache: BaseCache, minute: int, size: int) -> dict[int, KnownPage]:
    found: dict[int, KnownPage] = {}
    for first in range(1, size + 1, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, size + 1))
        entries = cache.get_many([_entry(minute, number) for number in numbers])
        found |= {page.page_id: page for page in entries.values()}
    return found


def _taken_of(cache: BaseCache, minute: Minute) -> Iterator[Taken]:
    keys = {_counter(minute.number, page_id): page for page_id, page in minute.pages.items()}
    counters = cache.get_many(list(keys))
    for key, views in counters.items():
        if int(views) > 0:
            cache.decr(key, int(views))  # not deleted: more may have come since it was read
            yield Taken(key, minute.number, keys[key], int(views))


def _forget(cache: BaseCache, minute: Minute) -> None:
    entries = [_entry(minute.number, number) for number in range(1, minute.size + 1)]
    counters = [_counter(minute.number, page_id) for page_id in minute.pages]
    cache.delete_many([_size(minute.number), *entries, *counters])


def _added_up(taken: list[Taken]) -> list[ViewCount]:
    """A row for each page and hour. Of a minute with more views than can be believed, only so many
    are counted, and the row tells."""
    most = conf.audience_views_a_minute()
    rows: dict[tuple[int, dt.datetime], ViewCount] = {}
    for counter in taken:
        start = hour_of(beginning_of(counter.minute))
        bucket = counter.page.page_id, start
        row = rows.setdefault(bucket, ViewCount(start=start, **counter.page._asdict()))
        row.counted += min(counter.views, most)
        row.capped_minutes += counter.views > most
    return list(rows.values())


def _counter(minute: int, page_id: int) -> str:
    return f"{PREFIX}.{minute}.page.{page_id}"


def _size(minute: int) -> str:
    return f"{PREFIX}.{minute}.size"


def _entry(minute: int, number: int) -> str:
    return f"{PREFIX}.{minute}.{number}"
