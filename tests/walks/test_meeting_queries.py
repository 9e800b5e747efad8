"""How much a reader's pages of a meeting may ask of the database: the same for a large meeting as
for a small one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.making import SmallSite, small_site
from tests.meetings.making import fresh, held, item, meeting, published, resolution, staffed_council
from wagtail_prcouncil.meetings.actions.convening import close
from wagtail_prcouncil.meetings.actions.itemising import settle_item
from wagtail_prcouncil.meetings.models import AgendaItem, Meeting
from wagtail_prcouncil.meetings.public.sheets import path_of
from wagtail_prcouncil.meetings.states import Outcome
from wagtail_prcouncil.ui.languages import page_language

MEETING, MINUTES, MONTH = 25, 25, 8
LARGE = (40, 30, 20)  # seats, items, resolutions
SMALL = (3, 2, 1)
"""As targeted by the bench (docs/performance.md)."""


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def asked(url: str) -> int:
    """Queries of an address that somebody has asked for before."""
    client = Client()
    for _ in range(2):
        assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def with_all(site: SmallSite, seats: int, items: int, resolutions: int) -> Meeting:
    """Its minutes are out."""
    made = held(staffed_council(site, seats=seats))
    agenda = [item(made, f"بند {number}") for number in range(items)]
    for one in agenda:
        version = AgendaItem.objects.get(pk=one.pk).version
        settle_item(one, outcome=Outcome.NOTED, discussion="گفتند", version=version)
    for one in agenda[:resolutions]:
        resolution(made, f"مقرر شد {one.title}", item=one, by_consensus=True)
    close(made, version=fresh(made).version)
    return published(made)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
def test_a_meeting_and_its_minutes(site: SmallSite, size: tuple[int, int, int]) -> None:
    page = with_all(site, *size).page
    assert asked(page.url) <= MEETING
    assert asked(f"{page.url}minutes/") <= MINUTES


def test_a_month(site: SmallSite) -> None:
    page = staffed_council(site)
    for _number in range(20):
        made = meeting(page, days=0)
    index = made.page.get_parent()
    month = path_of(timezone.localdate(), page_language(index))
    assert asked(f"{index.url}{month}") <= MONTH
