from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings

from tests import test_purging
from tests.charters.making import adopted, charter, charter_index, fresh, in_english, signed
from tests.councils.making import council
from tests.making import SmallSite, below, small_site
from wagtail_prcouncil.charters.models import CharterIndexPage, Partner


@pytest.fixture
def cached(db: None) -> Iterator[SmallSite]:
    with override_settings(WAGTAILFRONTENDCACHE=test_purging.CHOSEN):
        yield small_site()


def test_what_tells_of_a_charter_is_told_anew(
    cached: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    home, partner, other = council(cached), council(cached), council(cached)
    one = charter(home)
    english = in_english(one, cached)
    Partner.objects.create(charter=one, council=partner)
    everywhere = below(cached.home, CharterIndexPage, title="همه", slug="all")
    everywhere.save_revision().publish()
    lists = [charter_index(place) for place in (home, partner, other)]
    version = adopted(one)
    test_purging.purged.clear()
    with django_capture_on_commit_callbacks(execute=True):
        signed(version)
    told = {address.partition("localhost")[2] for address in test_purging.purged}
    base = fresh(one).page.url
    assert {
        *(base, f"{base}signatures/", f"{base}charter.json", f"{base}versions/1/signatures/"),
        *(english.url, f"{english.url}signatures/"),
        *(lists[0].url, lists[1].url, everywhere.url, home.url),
    } <= told
    assert lists[2].url not in told
