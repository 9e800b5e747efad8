"""Counting straight into the table, where processes have no cache in common.

Parallel readers of one page add to different rows of its hour, so that they seldom wait for each
other.
"""

import datetime as dt
import random

from wagtail_prcouncil import conf
from wagtail_prcouncil.audience.counting.adding import add_counts
from wagtail_prcouncil.audience.counting.hours import hour_of, minute_of
from wagtail_prcouncil.audience.known import KnownPage, shared_cache
from wagtail_prcouncil.audience.models import ViewCount

SHARDS = 16


def count(page: KnownPage, now: dt.datetime) -> None:
    """One more view, in one statement; none above what a minute is believed to have."""
    most = conf.audience_views_a_minute()
    nth = _nth_of_minute(page.page_id, now)
    if nth > most + 1:
        return
    shard = random.randrange(SHARDS)  # noqa: S311 - spreads load, keeps no secret
    row = ViewCount(start=hour_of(now), shard=shard, **page._asdict())
    row.counted, row.capped_minutes = (1, 0) if nth <= most else (0, 1)
    add_counts([row])


def _nth_of_minute(page_id: int, now: dt.datetime) -> int:
    """How many views this process, or all that share a cache, have had of the page in this
    minute."""
    cache, key = shared_cache(), f"prcouncil_audience.rate.{minute_of(now)}.{page_id}"
    cache.add(key, 0, 120)
    try:
        return int(cache.incr(key))
    except ValueError:
        return 1  # a cache that keeps nothing: no cap
