import datetime as dt
from functools import partial

import pytest
from django.db import connection

from bench.work import work_of
from tests.making import SmallSite, below, draft_news, live_news, news_at, small_site
from wagtail_prcouncil.news.importing.bulk import write_live
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage
from wagtail_prcouncil.news.public.neighbours import neighbour_keys

DAY = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


def neighbours_of(page: NewsPage) -> tuple[NewsPage | None, NewsPage | None]:
    found = NewsPage.objects.in_bulk()
    older, newer = ([found[key] for key in keys] for keys in neighbour_keys(page))
    return next(iter(older), None), next(iter(newer), None)


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def test_before_and_after_in_the_section(
    site: SmallSite, django_assert_num_queries: object
) -> None:
    sport = below(site.index, SectionPage, title="ورزش")
    pages = [news_at(site, DAY + dt.timedelta(hours=number)) for number in range(3)]
    news_at(site, DAY + dt.timedelta(minutes=5), section=sport)
    assert neighbours_of(pages[0]) == (None, pages[1])
    assert neighbours_of(pages[2]) == (pages[1], None)
    with django_assert_num_queries(2):  # type: ignore[operator]  # with what is private
        assert neighbour_keys(pages[1]) == ((pages[0].pk,), (pages[2].pk,))


def test_items_of_one_moment_stand_in_the_order_of_their_keys(site: SmallSite) -> None:
    first, second, third = (news_at(site, DAY) for _ in range(3))
    assert neighbours_of(second) == (first, third)


def test_what_readers_may_not_see_is_passed_over(site: SmallSite) -> None:
    first, hidden, retracted, last = (
        news_at(site, DAY + dt.timedelta(hours=number)) for number in range(4)
    )
    hidden.unpublish()
    NewsPage.objects.filter(pk=retracted.pk).update(retracted_at=DAY)
    assert neighbours_of(first) == (None, last)


def test_an_item_without_section_or_time(site: SmallSite) -> None:
    filed, page = live_news(site), live_news(site, section=None)
    assert neighbours_of(page) == (filed, None)
    assert neighbours_of(draft_news(site)) == (None, None)


def test_of_an_old_item_no_more_is_read_than_of_a_new_one(site: SmallSite) -> None:
    """What lies between it and the present is not walked through."""
    pages = [
        NewsPage(
            title=f"سد {number}", section=site.section, published_at=DAY + number * dt.timedelta(1)
        )
        for number in range(400)
    ]
    write_live(pages, NewsIndexPage.objects.get(pk=site.index.pk), is_searchable=False)
    if connection.vendor == "postgresql":  # SQLite has statistics only of what somebody analysed
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    old, new = (work_of(partial(neighbour_keys, page)).most for page in (pages[1], pages[-2]))
    assert old <= 1.5 * new
