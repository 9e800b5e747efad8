import datetime as dt

import pytest
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from bench.work import work_of
from tests.directory.making import agency
from tests.making import SmallSite, below, live_news, news_at, small_site
from wagtail_prcouncil.news.importing.bulk import write_live
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, RelatedNews, SectionPage
from wagtail_prcouncil.news.public.beside import beside
from wagtail_prcouncil.news.public.related import MOST_RELATED, related_keys

DAY = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
# So little that it says nothing; to read all of 360 pages takes PostgreSQL some forty buffers.
LITTLE = {"postgresql": 10, "sqlite": 0}


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def related_to(page: NewsPage) -> list[NewsPage]:
    """As readers find them beside it."""
    request = RequestFactory().get("/", headers={"host": "localhost"})
    return list(beside(page, request).related)


def tagged(site: SmallSite, *tags: str, days: int = 0, **fields: object) -> NewsPage:
    page = news_at(site, DAY + dt.timedelta(days=days), **fields)
    page.tags.add(*tags)
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


def test_chosen_first_then_by_shared_tags_then_by_section(site: SmallSite) -> None:
    sport = below(site.index, SectionPage, title="ورزش")
    page = tagged(site, "آب", "سد")
    filed = tagged(site, "راه", days=5)
    one = tagged(site, "آب", days=2, section=sport)
    two = tagged(site, "آب", "سد", days=1, section=sport)
    chosen = tagged(site, section=sport)
    tagged(site, "راه", days=9, section=sport)
    RelatedNews.objects.create(page=page, related=chosen)
    assert related_to(NewsPage.objects.get(pk=page.pk)) == [chosen, two, one, filed]


def test_editors_may_fill_it(site: SmallSite, django_assert_num_queries: object) -> None:
    page = tagged(site, "آب")
    tagged(site, "آب")
    chosen = [live_news(site) for _ in range(MOST_RELATED + 1)]
    for place, other in enumerate(reversed(chosen)):
        RelatedNews.objects.create(page=page, related=other, sort_order=place)
    page = NewsPage.objects.get(pk=page.pk)
    assert related_to(page) == chosen[: -MOST_RELATED - 1 : -1]
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert related_keys(page) == [other.pk for other in reversed(chosen)]


def test_a_translation_takes_the_choice_along(site: SmallSite) -> None:
    page, other, untranslated = (live_news(site) for _ in range(3))
    english = live_news(site, english_of=page, title="Dam")
    wanted = live_news(site, english_of=other, title="River", section=None)
    for chosen in (untranslated, other):
        RelatedNews.objects.create(page=english, related=chosen)
    assert related_to(NewsPage.objects.get(pk=english.pk)) == [wanted]


def test_only_what_may_be_put_forward(site: SmallSite) -> None:
    page = tagged(site, "آب")
    hidden, retracted, shown = (tagged(site, "آب") for _ in range(3))
    english = live_news(site, english_of=shown, title="Dam")
    english.tags.add("آب")
    english.save_revision().publish()
    hidden.unpublish()
    NewsPage.objects.filter(pk=retracted.pk).update(retracted_at=timezone.now())
    for other in (hidden, retracted):
        RelatedNews.objects.create(page=page, related=other)
    assert related_to(NewsPage.objects.get(pk=page.pk)) == [shown]


def test_of_the_agency_where_there_is_no_section(site: SmallSite) -> None:
    water = agency()
    page = live_news(site, section=None, agency=water)
    other = live_news(site, agency=water)
    live_news(site)
    assert related_to(page) == [other]


def test_nothing_beside_the_only_item(site: SmallSite) -> None:
    assert related_to(live_news(site)) == []


def test_the_same_is_read_however_many_have_the_tag(site: SmallSite) -> None:
    def add(count: int) -> int:
        pages = [
            NewsPage(title="سد", section=site.section, published_at=DAY + number * HOUR)
            for number in range(count)
        ]
        index = NewsIndexPage.objects.get(pk=site.index.pk)
        tags = {place: ["آب"] for place in range(count)}
        write_live(pages, index, tags=tags, is_searchable=False)
        if connection.vendor == "postgresql":  # SQLite has no statistics unless somebody asks
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        page = NewsPage.objects.get(pk=pages[0].pk)
        return work_of(lambda: related_keys(page)).most

    few, many = add(60), add(300)
    # PostgreSQL counts buffers: of so few rows two or four of them, as the rows happen to lie.
    assert many <= max(1.5 * few, LITTLE[connection.vendor])
