"""Counting what comes from one place."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from wagtail_prcouncil.pages.rates import comes_too_often, is_counted_beyond, network_of


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    cache.clear()


@pytest.mark.parametrize(
    ("text", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("nowhere", ""),
    ],
)
def test_one_household_is_one_network(text: str, network: str) -> None:
    assert network_of(text) == network


def test_each_place_and_each_matter_is_counted_by_itself() -> None:
    here = RequestFactory(REMOTE_ADDR="2001:db8:1:2::7").get("/")
    beside = RequestFactory(REMOTE_ADDR="2001:db8:1:2::8").get("/")
    elsewhere = RequestFactory(REMOTE_ADDR="192.0.2.7").get("/")
    assert not comes_too_often(here, "sign", 1)
    assert comes_too_often(beside, "sign", 1)
    assert not comes_too_often(beside, "vote", 1)
    assert not comes_too_often(elsewhere, "sign", 1)


def test_what_has_no_address_is_not_counted() -> None:
    nowhere = RequestFactory(REMOTE_ADDR="").get("/")
    assert not any(comes_too_often(nowhere, "sign", 1) for _ in range(3))


def test_a_cache_that_keeps_nothing_counts_nothing(settings: Any) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    assert not any(is_counted_beyond("key", 1) for _ in range(3))
