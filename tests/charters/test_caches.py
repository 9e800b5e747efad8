from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import override_settings

from tests import test_purging
from tests.charters.making import adopted, charter, charter_index, fresh, in_english, signed
from tests.councils.making import council
from tests.making import SmallSite, below, small_site
from tests.meetings.making import held, staffed_council
from wagtail_prcouncil.charters.actions import particulars, unveiling
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
        *(lists[0].url, lists[1].url, everywhere.url, home.url, partner.url),
    } <= told
    assert lists[2].url not in told


def told_of(callbacks: Any, change: Callable[[], object]) -> set[str]:
    """Addresses that caches are told of."""
    test_purging.purged.clear()
    with callbacks(execute=True):
        change()
    return {address.partition("localhost")[2] for address in test_purging.purged}


def test_a_council_that_shares_it_no_more_is_told_too(
    cached: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    home, partner = council(cached), council(cached)
    one = charter(home)
    listed = charter_index(partner)
    Partner.objects.create(charter=one, council=partner)
    facts: dict[str, Any] = {"kind": one.kind, "authoritative": "fa", "version": None}
    told = told_of(
        django_capture_on_commit_callbacks, lambda: particulars.set_particulars(one, **facts)
    )
    assert not one.partners.exists()
    assert {partner.url, listed.url} <= told


def test_pages_that_a_charter_names_are_called_otherwise(
    cached: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    home, partner, other = staffed_council(cached), council(cached), council(cached)
    meeting = held(home, days=-10)
    one, elsewhere = charter(home), charter(other)
    Partner.objects.create(charter=one, council=partner)
    assert meeting.day is not None
    version = adopted(one, days=-10, adopted_in=meeting.page)
    adopted(elsewhere)
    occasion = held(staffed_council(cached), days=-9)
    assert occasion.day is not None
    unveiling.unveil(version, on=occasion.day, occasion=occasion.page, version=None)
    for page in (home, partner, meeting.page, occasion.page):
        page.title = "نام دیگر"
        told = told_of(
            django_capture_on_commit_callbacks, lambda page=page: page.save_revision().publish()
        )
        assert fresh(one).page.url in told, page
        assert fresh(elsewhere).page.url not in told
    gone = told_of(django_capture_on_commit_callbacks, meeting.page.unpublish)
    assert f"{fresh(one).page.url}versions/1/" in gone
