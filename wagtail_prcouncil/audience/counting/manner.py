"""Which of the two ways of counting this site uses."""

from types import ModuleType

from django.core.cache import BaseCache
from django.core.cache.backends.memcached import BaseMemcachedCache
from django.core.cache.backends.redis import RedisCache

from wagtail_prcouncil import conf
from wagtail_prcouncil.audience.counting import cached, rows
from wagtail_prcouncil.audience.known import shared_cache

WAYS = ("auto", "cache", "rows")


def counts_in_cache() -> bool:
    """As AUDIENCE_COUNTING says; "auto" takes the cache where it is known to be shared by all
    processes and to count without losing any: Redis or Memcached, Django's or another's."""
    way = conf.audience_counting()
    return way == "cache" or (way == "auto" and is_shared(shared_cache()))


def is_shared(cache: BaseCache) -> bool:
    """Whether all processes see it, and its counting is one step; of others' backends by name."""
    if isinstance(cache, RedisCache | BaseMemcachedCache):
        return True
    name = type(cache).__module__.lower()
    return "redis" in name or "memcached" in name


def counting() -> ModuleType:
    """The module whose `count` counts."""
    return cached if counts_in_cache() else rows
