import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.audience.making import viewed
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.models import ViewCount

NOON = dt.datetime(2026, 11, 22, 8, 30, tzinfo=dt.UTC)


def test_a_bucket_has_one_row(site: SmallSite) -> None:
    page = live_news(site)
    viewed(page, 3, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        viewed(page, 4, at=NOON)
    viewed(page, 4, at=NOON, shard=1)
    assert ViewCount.objects.added_up_by("page_id").get()["views"] == 7


def test_counts_since_a_moment(site: SmallSite) -> None:
    viewed(live_news(site), 3, at=NOON)
    assert ViewCount.objects.since(NOON).exists()
    assert not ViewCount.objects.since(NOON + dt.timedelta(seconds=1)).exists()


def test_a_day_is_tehrans(site: SmallSite) -> None:
    viewed(live_news(site), 3, at=dt.datetime(2026, 11, 21, 20, 30, tzinfo=dt.UTC))
    (row,) = ViewCount.objects.by_day().added_up_by("day")
    assert row["day"] == dt.datetime(2026, 11, 21, 20, 30, tzinfo=dt.UTC)


def test_what_was_read_about_is_found_without_reading_all_of_it(site: SmallSite) -> None:
    page = live_news(site)
    for number, section_id in enumerate([9, 4, None, 4, 7, None]):
        viewed(page, 1, shard=number, section_id=section_id)
    with CaptureQueriesContext(connection) as asked:
        assert ViewCount.objects.seen_of("section_id") == [4, 7, 9]
        assert ViewCount.objects.seen_of("agency_id") == []
    assert len(asked) == 2
    assert not any("DISTINCT" in query["sql"] for query in asked)
