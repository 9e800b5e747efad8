import datetime as dt

from django.utils import timezone

from tests.comments.making import open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions.counting_months import count_months
from wagtail_prcouncil.comments.models import CountedMonth, ReaderComment

RUNNING = 2  # one of each calendar


def test_the_month_that_runs_is_counted_each_time_and_others_once_a_day(site: SmallSite) -> None:
    assert count_months() == CountedMonth.objects.count() == 24
    published(open_page(site))
    assert count_months() == RUNNING
    running = CountedMonth.objects.filter(end__gt=timezone.now())
    assert [(row.received, row.decided) for row in running] == [(1, [["approve", "", 1]])] * 2
    assert all(row.median is not None for row in running)
    yesterday = timezone.now() - dt.timedelta(hours=25)
    CountedMonth.objects.update(counted_at=yesterday)
    assert count_months() == 24


def test_old_comments_that_are_imported_are_counted_the_next_day(site: SmallSite) -> None:
    count_months()
    old = posted(open_page(site))
    month = CountedMonth.objects.order_by("begin")[5]
    ReaderComment.objects.filter(pk=old.pk).update(posted_at=month.begin)
    CountedMonth.objects.update(counted_at=timezone.now() - dt.timedelta(days=2))
    count_months()
    month.refresh_from_db()
    assert month.received == 1


def test_months_that_nobody_is_shown_are_forgotten(db: None) -> None:
    begin = timezone.now() - dt.timedelta(days=500)
    CountedMonth.objects.create(
        begin=begin, end=begin + dt.timedelta(days=30), received=1, counted_at=begin
    )
    count_months()
    assert not CountedMonth.objects.filter(begin=begin).exists()
