"""A cache that all processes share, for tests that need one."""

from typing import Any

from tests.needs import find_redis


def with_redis(**more: object) -> dict[str, Any]:
    """Settings under which views are counted in Redis."""
    backend = "django.core.cache.backends.redis.RedisCache"
    cache = {"BACKEND": backend, "LOCATION": find_redis(), "KEY_PREFIX": "prcouncil-tests"}
    local = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    return {
        "CACHES": {"default": local, "shared": cache},
        "WAGTAIL_PRCOUNCIL": {"AUDIENCE_CACHE": "shared", **more},
    }
