"""Readers of the demo: a month of views, and what some of them said. Nobody opened these pages."""

import datetime as dt
import random
from collections.abc import Iterator

from django.utils import timezone

from wagtail_prcouncil.audience.actions import cast_vote, rank_most_read
from wagtail_prcouncil.audience.counting.adding import add_counts
from wagtail_prcouncil.audience.counting.hours import day_of, hour_of
from wagtail_prcouncil.audience.known import KnownPage, known_page
from wagtail_prcouncil.audience.models import UsefulnessVote, ViewCount
from wagtail_prcouncil.audience.states import Period
from wagtail_prcouncil.news.models import NewsPage

DAYS = 35
FRIDAY = 4
PAGES = 60  # the newest; a generated archive is not read
USEFUL = [
    "جدول هزینه‌ها همان چیزی بود که می‌خواستم.",
    "نشانی و ساعت کار واحد پاسخ‌گو آمده بود.",
    "به زبان ساده نوشته شده است.",
]
USELESS = [
    "نگفته‌اید این طرح از کِی در استان ما آغاز می‌شود.",
    "شمارهٔ تلفن پاسخ نمی‌دهد.",
    "متن خبر بلند است و پاسخ پرسش من در آن نیست.",
]
HOURS_READ = (1, 1, 0, 0, 0, 1, 2, 4, 7, 9, 9, 8, 7, 7, 6, 6, 5, 6, 7, 8, 9, 8, 5, 3)


def load_audience() -> None:
    """Once: a site that has counts keeps them."""
    if ViewCount.objects.exists():
        return
    chance = random.Random(1405)  # noqa: S311 - the same demo everywhere
    newest = NewsPage.objects.readable().newest_first().values_list("pk", flat=True)[:PAGES]
    pages = [page for page in map(known_page, newest) if page]
    now = timezone.now()
    for number, page in enumerate(pages):
        add_counts(list(_month(page, now, chance, liked=0.3 + 4 / (number % 11 + 1))))
        _votes(page, chance)
    for period in Period:
        rank_most_read(period, now=now)


def _month(
    page: KnownPage, now: dt.datetime, chance: random.Random, liked: float
) -> Iterator[ViewCount]:
    """Few at night and on Fridays, and more now than a month ago."""
    for day in range(DAYS):
        for hour, share in enumerate(HOURS_READ):
            start = hour_of(day_of(now) + dt.timedelta(days=-day, hours=hour))
            if start > now:
                continue
            age = 1 - 0.6 * day / DAYS
            share = share // 2 if start.weekday() == FRIDAY else share
            views = int(share * liked * age * chance.uniform(0.2, 1.6))
            if views:
                yield ViewCount(start=start, counted=views, **page._asdict())


def _votes(page: KnownPage, chance: random.Random) -> None:
    for number in range(chance.randint(0, 9)):
        is_useful = chance.random() < 0.8
        reasons = USEFUL if is_useful else USELESS
        reason = chance.choice(reasons) if chance.random() < 0.25 else ""
        cast_vote(page, is_useful=is_useful, reason=reason, by=f"demo {number}")
    for vote in UsefulnessVote.objects.filter(item=page.item):
        vote.voted_at -= dt.timedelta(days=chance.randint(0, DAYS - 6))
        vote.save(update_fields=["voted_at"])
