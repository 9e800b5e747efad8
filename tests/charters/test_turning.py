from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings

from tests import test_purging
from tests.charters.making import adopted, charter
from tests.councils.making import council
from tests.making import SmallSite, small_site
from wagtail_prcouncil.charters.turning import turn, turn_job
from wagtail_prcouncil.councils.models.seat import today


@pytest.fixture
def cached(db: None) -> Iterator[SmallSite]:
    with override_settings(WAGTAILFRONTENDCACHE=test_purging.CHOSEN):
        yield small_site()


def test_on_the_day_on_which_it_comes_into_force(
    cached: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    one, other = charter(council(cached)), charter(council(cached))
    adopted(one, days=-9, in_force_from=today())
    adopted(other, days=-9)
    test_purging.purged.clear()
    with django_capture_on_commit_callbacks(execute=True):
        turn()
    told = {address.partition("localhost")[2] for address in test_purging.purged}
    assert f"{one.page.url}" in told
    assert f"{one.page.url}versions/1/" in told
    assert not any(address.startswith(other.page.url) for address in told)


def test_the_clock_knows_it() -> None:
    assert turn_job().run is turn
