"""Items that go out again, for tests of what readers are told."""

import datetime as dt

from django.utils import timezone

from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import NewsPage, Publication

LONG_AGO = dt.datetime(2024, 5, 1, 8, 30, tzinfo=dt.UTC)


def fresh(page: NewsPage) -> NewsPage:
    return NewsPage.objects.get(pk=page.pk)


def change(page: NewsPage, kind: str, note: str = "", **words: object) -> NewsPage:
    """Publish `page` again with what its editor says of the change."""
    draft = fresh(page)
    for name, value in ({"update_kind": kind, "update_note": note} | words).items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    return fresh(page)


def seen_long_ago(site: SmallSite, **fields: object) -> NewsPage:
    """Out since May 2024, so that a time that moves is seen to move."""
    return live_news(site, published_at=LONG_AGO, **fields)


def kinds(page: NewsPage) -> list[str]:
    """What the ledger says of it, oldest first."""
    return [row.kind for row in Publication.objects.of(page)][::-1]


def in_hours(hours: float) -> dt.datetime:
    return timezone.now() + dt.timedelta(hours=hours)
