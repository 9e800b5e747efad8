import pytest
from django.core.cache import caches
from django.test import override_settings

from wagtail_prcouncil.audience.counting import cached, rows
from wagtail_prcouncil.audience.counting.manner import counting, counts_in_cache, is_shared

BACKENDS = "django.core.cache.backends"
CACHES = {
    "default": {"BACKEND": f"{BACKENDS}.locmem.LocMemCache"},
    "redis": {"BACKEND": f"{BACKENDS}.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"},
    "files": {"BACKEND": f"{BACKENDS}.filebased.FileBasedCache", "LOCATION": "unused"},
    "dummy": {"BACKEND": f"{BACKENDS}.dummy.DummyCache"},
}


@pytest.mark.parametrize(
    ("chosen", "in_cache"),
    [
        ({}, False),
        ({"AUDIENCE_CACHE": "redis"}, True),
        ({"AUDIENCE_CACHE": "files"}, False),
        ({"AUDIENCE_CACHE": "redis", "AUDIENCE_COUNTING": "rows"}, False),
        ({"AUDIENCE_COUNTING": "cache"}, True),
    ],
)
def test_views_are_counted_where_all_processes_see_them(
    chosen: dict[str, str], in_cache: bool
) -> None:
    with override_settings(CACHES=CACHES, WAGTAIL_PRCOUNCIL=chosen):
        assert counts_in_cache() is in_cache
        assert counting() is (cached if in_cache else rows)


@pytest.mark.parametrize(
    ("alias", "shared"), [("redis", True), ("default", False), ("dummy", False)]
)
def test_only_a_cache_that_counts_for_all_is_shared(alias: str, shared: bool) -> None:
    with override_settings(CACHES=CACHES):
        assert is_shared(caches[alias]) is shared
