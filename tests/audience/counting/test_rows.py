import datetime as dt
from uuid import UUID

from django.core.cache import caches
from django.test import override_settings

from wagtail_prcouncil.audience.counting import rows
from wagtail_prcouncil.audience.known import KnownPage
from wagtail_prcouncil.audience.models import ViewCount

NOON = dt.datetime(2026, 11, 22, 8, 30, tzinfo=dt.UTC)
PAGE = KnownPage(1, UUID(int=1), 1, 1, None, None, None)
DUMMY = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


def _sums() -> dict[str, int]:
    return ViewCount.objects.added_up_by("page_id").get()


def test_views_are_spread_over_rows_of_the_hour(db: None) -> None:
    for _ in range(200):
        rows.count(PAGE, NOON)
    assert _sums()["views"] == 200
    assert 1 < ViewCount.objects.count() <= rows.SHARDS


def test_more_than_can_be_believed_is_marked_once_a_minute(db: None) -> None:
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_VIEWS_A_MINUTE": 10}):
        for _ in range(30):
            rows.count(PAGE, NOON)
        for _ in range(5):
            rows.count(PAGE, NOON + dt.timedelta(minutes=1))
    assert _sums() == {"page_id": 1, "views": 15, "capped": 1}


def test_without_any_cache_there_is_no_cap(db: None) -> None:
    with override_settings(CACHES=DUMMY, WAGTAIL_PRCOUNCIL={"AUDIENCE_VIEWS_A_MINUTE": 10}):
        assert caches["default"].get("anything") is None
        for _ in range(12):
            rows.count(PAGE, NOON)
    assert _sums()["views"] == 12
