"""A page was opened; and what the clock does with the counts."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.utils import timezone

from wagtail_prcouncil import conf
from wagtail_prcouncil.audience.counting import cached, manner
from wagtail_prcouncil.audience.counting.adding import add_counts
from wagtail_prcouncil.audience.counting.hours import day_of
from wagtail_prcouncil.audience.counting.readers import Reader, is_repeat
from wagtail_prcouncil.audience.known import known_page
from wagtail_prcouncil.audience.models import ViewCount, ViewCountQuerySet
from wagtail_prcouncil.audience.states import Span

A_DAY = dt.timedelta(days=1)
AT_ONCE = 1000  # keys in a statement


class UnknownPageError(Exception):
    """A page that there is not, that readers may not see, or whose type is not counted."""


def count_view(page_id: int, *, by: Reader, now: dt.datetime | None = None) -> bool:
    """Whether it was counted: programs are not, nor is a reader who comes back at once."""
    page, now = known_page(page_id), now or timezone.now()
    if page is None:
        raise UnknownPageError(page_id)
    if by.is_program or is_repeat(by, page.page_id, now):
        return False
    manner.counting().count(page, now)
    return True


def flush_views() -> int:
    """What the cache has counted goes into the table; how many views. For the clock."""
    return cached.flush(timezone.now()) if manner.counts_in_cache() else 0


def roll_up_views(now: dt.datetime | None = None) -> int:
    """Hours that are older than AUDIENCE_HOURS_KEPT_DAYS become days; how many days were made
    smaller. For the clock.

    Only what was read goes: an hour that comes in late waits for the next time."""
    kept = dt.timedelta(days=conf.audience_hours_kept_days())
    end = day_of((now or timezone.now()) - kept)
    days = 0
    for day in _days_with_hours(end):
        with transaction.atomic():
            hours = list(_hours_of(day))
            read = [hour.pk for hour in hours]
            add_counts(_of_day(day, hours))
            for first in range(0, len(read), AT_ONCE):
                ViewCount.objects.filter(pk__in=read[first : first + AT_ONCE]).delete()
        days += 1
    return days


def _days_with_hours(end: dt.datetime) -> Iterator[dt.datetime]:
    """The oldest first; each is rolled up before the next is looked for."""
    while True:
        hours = ViewCount.objects.filter(span=Span.HOUR, start__lt=end).order_by("start")
        oldest = hours.values_list("start", flat=True).first()
        if oldest is None:
            return
        yield day_of(oldest)


def _hours_of(day: dt.datetime) -> ViewCountQuerySet:
    """Locked, so that nothing is added to them meanwhile, in the order in which others add."""
    hours = ViewCount.objects.filter(span=Span.HOUR, start__gte=day, start__lt=day + A_DAY)
    return hours.order_by("page_id", "start", "shard").select_for_update()


def _of_day(day: dt.datetime, hours: Iterable[ViewCount]) -> list[ViewCount]:
    """One row for each page, with the facts of its last hour."""
    pages: dict[int, ViewCount] = {}
    for hour in hours:
        before = pages.get(hour.page_id)
        hour.pk, hour.start, hour.span, hour.shard = None, day, Span.DAY, 0
        if before is not None:
            hour.counted += before.counted
            hour.capped_minutes += before.capped_minutes
        pages[hour.page_id] = hour
    return list(pages.values())
