import datetime as dt

import pytest
from django.utils import timezone

from tests.making import SmallSite, live_news, small_site
from wagtail_prcouncil.news.models import NewsPage, Placement
from wagtail_prcouncil.news.public.placed import placed_on


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def place(site: SmallSite, news: NewsPage, hours: tuple[int, int], **fields: object) -> None:
    """From some hours after now until others; `hours` may lie in the past."""
    starts_at, ends_at = (timezone.now() + dt.timedelta(hours=number) for number in hours)
    words = {"news": news, "shown_on": site.home, "starts_at": starts_at, "ends_at": ends_at}
    Placement.objects.create(**(words | fields))


def test_pinned_first_and_only_in_their_time(site: SmallSite) -> None:
    first, second, pinned, over, coming = (live_news(site) for _ in range(5))
    place(site, first, (-3, 3))
    place(site, second, (-2, 3))
    place(site, pinned, (-9, 3), is_pinned=True)
    place(site, over, (-3, -1))
    place(site, coming, (1, 3))
    assert placed_on(site.home) == [pinned, second, first]
    assert placed_on(site.index) == []


def test_readers_of_each_language_see_the_translation(site: SmallSite) -> None:
    page, untranslated = live_news(site), live_news(site)
    english = live_news(site, english_of=page, title="News")
    for news in (page, untranslated):
        place(site, news, (-1, 1))
    assert placed_on(site.home_en) == [english]


def test_what_readers_may_not_see_is_left_out(site: SmallSite) -> None:
    withdrawn, retracted, shown = (live_news(site) for _ in range(3))
    for news in (withdrawn, retracted, shown):
        place(site, news, (-1, 1))
    withdrawn.unpublish()
    NewsPage.objects.filter(pk=retracted.pk).update(retracted_at=timezone.now())
    assert placed_on(site.home) == [shown]


def test_one_query_where_nothing_is_placed(
    site: SmallSite, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert placed_on(site.home) == []
