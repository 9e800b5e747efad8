import datetime as dt
from uuid import UUID

from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail_prcouncil.audience.counting.adding import add_counts
from wagtail_prcouncil.audience.models import ViewCount

HOUR = dt.datetime(2026, 11, 22, 8, 30, tzinfo=dt.UTC)


def bucket(page_id: int, counted: int, **changed: object) -> ViewCount:
    facts = {"item": UUID(int=page_id), "site_id": 1, "locale_id": 1, "section_id": None}
    return ViewCount(page_id=page_id, start=HOUR, counted=counted, **facts | changed)


def test_counts_are_added_to_what_stands(db: None) -> None:
    add_counts([bucket(1, 3), bucket(2, 5)])
    add_counts([bucket(2, 7, capped_minutes=1), bucket(3, 1)])
    rows = ViewCount.objects.order_by("page_id").values_list("page_id", "counted", "capped_minutes")
    assert list(rows) == [(1, 3, 0), (2, 12, 1), (3, 1, 0)]


def test_the_newer_facts_stand(db: None) -> None:
    add_counts([bucket(1, 1, section_id=7, agency_id=8)])
    add_counts([bucket(1, 1, section_id=9, agency_id=None)])
    assert ViewCount.objects.values_list("section_id", "agency_id").get() == (9, None)


def test_shards_stand_beside_each_other(db: None) -> None:
    add_counts([bucket(1, 1, shard=1)])
    add_counts([bucket(1, 1, shard=2)])
    assert ViewCount.objects.count() == 2


def test_many_are_written_in_few_statements(db: None) -> None:
    with CaptureQueriesContext(connection) as asked:
        add_counts([bucket(number, 1) for number in range(1, 1201)])
    assert len([query for query in asked if "INSERT" in query["sql"]]) == 3
    assert ViewCount.objects.count() == 1200
    add_counts([])
