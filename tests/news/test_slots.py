from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries

from tests.directory.making import agency
from tests.making import SmallSite, below, live_news
from wagtail_prcouncil.directory.models import Agency, AgencyIndexPage
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.slots import OF_AN_AGENCY, agency_news


def about(page: NewsPage, of: Agency | None) -> NewsPage:
    """A page that speaks of an agency, as its profile does."""
    page.agency = of
    return page


def shown(page: NewsPage, rf: RequestFactory) -> list[NewsPage]:
    context = agency_news(page, rf.get("/", HTTP_HOST="localhost"))
    assert context is not None
    return list(context["news"])


def test_the_newest_of_an_agency_in_the_language_of_its_profile(
    site: SmallSite, rf: RequestFactory
) -> None:
    water = agency()
    pages = [live_news(site, agency=water) for _ in range(OF_AN_AGENCY + 1)]
    english = live_news(site, english_of=pages[0], title="News", agency=water)
    live_news(site, agency=agency())
    live_news(site, agency=water).unpublish()
    retracted = live_news(site, agency=water)
    NewsPage.objects.filter(pk=retracted.pk).update(retracted_at=retracted.published_at)
    assert shown(about(pages[0], water), rf) == pages[:0:-1]
    assert shown(about(english, water), rf) == [english]


def test_nothing_without_news_or_agency(site: SmallSite, rf: RequestFactory) -> None:
    page = live_news(site)
    assert agency_news(about(page, agency()), rf.get("/")) is None
    assert agency_news(page.get_parent().specific, rf.get("/")) is None


def test_a_profile_shows_them(site: SmallSite, client: Client) -> None:
    water = agency()
    page = live_news(site, agency=water, title="ذخیرهٔ سد به ۷۱ درصد رسید")
    below(site.home, AgencyIndexPage, title="دستگاه‌ها", slug="agencies").save_revision().publish()
    html = client.get(f"/agencies/{water.code}/").content.decode()
    assert page.title in html
    assert page.url in html


def test_two_queries(
    site: SmallSite, rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    water = agency()
    page = live_news(site, agency=water)
    request = rf.get("/", HTTP_HOST="localhost")
    agency_news(about(page, water), request)  # the request keeps where the index is
    with django_assert_num_queries(2):  # what is private, and the items
        agency_news(about(page, water), request)
