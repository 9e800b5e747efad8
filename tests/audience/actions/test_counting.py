import datetime as dt

import pytest
from django.test import override_settings
from django.utils import timezone

from tests.audience.making import known, reader, viewed, views_of
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.actions import (
    UnknownPageError,
    count_view,
    counting,
    flush_views,
    roll_up_views,
)
from wagtail_prcouncil.audience.counting.adding import add_counts
from wagtail_prcouncil.audience.counting.hours import day_of
from wagtail_prcouncil.audience.models import ViewCount
from wagtail_prcouncil.audience.states import Span

NOON = dt.datetime(2026, 11, 22, 8, 30, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


def test_a_view_is_of_the_hour_in_which_it_came(site: SmallSite) -> None:
    page = live_news(site)
    assert count_view(page.pk, by=reader(), now=NOON + HOUR / 2)
    assert ViewCount.objects.get().start == NOON


def test_a_page_that_there_is_not_is_refused(site: SmallSite) -> None:
    with pytest.raises(UnknownPageError):
        count_view(99_999, by=reader())


def test_without_a_shared_cache_there_is_nothing_to_flush(site: SmallSite) -> None:
    count_view(live_news(site).pk, by=reader())
    assert flush_views() == 0


def test_old_hours_become_days(site: SmallSite) -> None:
    page, other = live_news(site), live_news(site)
    old = day_of(NOON) - 50 * DAY
    for hours, views in [(0, 3), (23, 4), (24, 5)]:
        viewed(page, views, at=old + hours * HOUR)
    viewed(page, 1, at=old, shard=3, capped_minutes=2)
    viewed(other, 7, at=old)
    viewed(page, 9, at=NOON)
    assert roll_up_views(NOON) == 2
    days = ViewCount.objects.filter(span=Span.DAY).order_by("start", "page_id")
    assert list(days.values_list("page_id", "start", "counted", "capped_minutes")) == [
        (page.pk, old, 8, 2),
        (other.pk, old, 7, 0),
        (page.pk, old + DAY, 5, 0),
    ]
    assert ViewCount.objects.get(span=Span.HOUR).counted == 9
    assert views_of(page) == 22


def test_a_day_that_was_rolled_up_takes_what_comes_late(site: SmallSite) -> None:
    page = live_news(site)
    old = day_of(NOON) - 50 * DAY
    viewed(page, 3, at=old)
    roll_up_views(NOON)
    viewed(page, 4, at=old + HOUR)
    assert roll_up_views(NOON) == 1
    assert ViewCount.objects.get().counted == 7
    assert roll_up_views(NOON) == 0


def test_an_hour_that_comes_in_while_its_day_is_added_up_is_not_lost(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = live_news(site)
    old = day_of(NOON) - 50 * DAY
    viewed(page, 3, at=old)

    def add_while_another_counts(rows: list[ViewCount]) -> None:
        if rows[0].counted == 3:
            viewed(page, 4, at=old + HOUR)
        add_counts(rows)

    monkeypatch.setattr(counting, "add_counts", add_while_another_counts)
    assert roll_up_views(NOON) == 2
    assert ViewCount.objects.get().counted == 7


def test_a_day_keeps_where_the_item_stood_last(site: SmallSite) -> None:
    page = live_news(site)
    old = day_of(NOON) - 50 * DAY
    viewed(page, 3, at=old, section_id=1)
    viewed(page, 4, at=old + HOUR, section_id=2)
    roll_up_views(NOON)
    assert ViewCount.objects.get().section_id == 2


def test_how_long_hours_are_kept_is_a_setting(site: SmallSite) -> None:
    page = live_news(site)
    viewed(page, 3, at=timezone.now() - 45 * DAY)
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_HOURS_KEPT_DAYS": 60}):
        assert roll_up_views() == 0
    assert roll_up_views() == 1
    viewed(page, 3, at=timezone.now())
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_HOURS_KEPT_DAYS": -1}):
        assert roll_up_views() == 0, "the hours of today are still counted"
    assert known(page)
