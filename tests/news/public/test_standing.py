import pytest
from django.utils import timezone

from tests.making import SmallSite, live_news, small_site
from wagtail_prcouncil.news.models import Placement, Publication
from wagtail_prcouncil.news.public.standing import Standing, standing_of


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def test_one_query_tells_how_news_stand(site: SmallSite, django_assert_num_queries: object) -> None:
    assert standing_of(site.index) == Standing(None, has_placements=False)
    page = live_news(site)
    news = site.index.news()
    with django_assert_num_queries(1):  # type: ignore[operator]
        standing = standing_of(site.index, news, news.none())
    last = Publication.objects.get().pk
    assert standing == Standing(last, False, page.published_at, None)
    Placement.objects.create(news=page, shown_on=site.index, starts_at=timezone.now())
    assert standing_of(site.index_en).has_placements
    assert not standing_of(site.section).has_placements
