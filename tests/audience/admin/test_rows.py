import datetime as dt

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.audience.making import known, viewed
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.actions import cast_vote
from wagtail_prcouncil.audience.admin.rows import DAYS, ITEMS, SECTIONS, lines
from wagtail_prcouncil.audience.admin.spans import usual
from wagtail_prcouncil.audience.models import ViewCount
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.persian.jalali import TEHRAN

NOW = timezone.localdate(timezone=TEHRAN)


def test_lines_bring_votes_of_the_same_days(site: SmallSite) -> None:
    page = live_news(site, title="گزارش")
    viewed(page, 3)
    cast_vote(known(page), is_useful=True, by="one")
    found = lines(ITEMS, ViewCount.objects.added_up_by("item"), usual(NOW))
    assert [(line.name, line.views, line.useful) for line in found] == [("گزارش", 3, 1)]
    earlier = usual(NOW - dt.timedelta(days=60))
    found = lines(ITEMS, ViewCount.objects.added_up_by("item"), earlier)
    assert found[0].useful == 0


def test_what_has_no_section_says_so(site: SmallSite) -> None:
    viewed(live_news(site, section=None), 3)
    found = lines(SECTIONS, ViewCount.objects.added_up_by("section_id"), usual(NOW))
    assert found[0].name
    assert found[0].page_id is None


def test_a_day_is_tehrans(site: SmallSite) -> None:
    viewed(live_news(site), 3, at=dt.datetime(2026, 3, 20, 20, 30, tzinfo=dt.UTC))
    found = lines(DAYS, ViewCount.objects.by_day().added_up_by("day"), usual(NOW))
    assert found[0].day == dt.date(2026, 3, 21)


def test_many_lines_cost_as_many_queries_as_one(site: SmallSite) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            lines(ITEMS, ViewCount.objects.added_up_by("item"), usual(NOW))
        return len(asked)

    viewed(live_news(site), 1)
    ContentType.objects.clear_cache()
    one = queries()
    for _ in range(5):
        viewed(live_news(site), 1)
    ContentType.objects.clear_cache()
    assert queries() == one


def test_an_item_is_called_as_readers_see_its_original(site: SmallSite) -> None:
    english = live_news(site, english_of=live_news(site, title="گزارش"), title="Water")
    page = NewsPage.objects.get(title="گزارش")
    page.title = "پیش‌نویس"
    page.save_revision()
    viewed(english, 3)
    (line,) = lines(ITEMS, ViewCount.objects.added_up_by("item"), usual(NOW))
    assert (line.name, line.page_id) == ("گزارش", page.pk)
