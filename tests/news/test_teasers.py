from django.http import HttpRequest
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.making import SmallSite, live_news
from tests.news.changing import change
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.states import UpdateKind
from wagtail_prcouncil.news.teasers import listing_teaser, news_teaser


def asked(rf: RequestFactory) -> HttpRequest:
    return rf.get("/", HTTP_HOST="localhost")


def test_the_deck_speaks_before_the_lead(site: SmallSite, rf: RequestFactory) -> None:
    page = live_news(site, deck="زیرتیتر", lead="چکیده")
    assert news_teaser(page, asked(rf)).text == "زیرتیتر"
    assert news_teaser(live_news(site, lead="چکیده"), asked(rf)).text == "چکیده"


def test_a_retracted_item_is_marked_in_lists(site: SmallSite, client: Client) -> None:
    """In those whose HTML is kept, too: the mark is there with the next request."""
    page = live_news(site, kicker="روتیتر")
    assert "prc-status" not in client.get(site.index.url).content.decode()
    change(page, UpdateKind.RETRACTION, "نادرست بود.")
    for address in (site.index.url, site.section.url, f"/search/?q={page.code}"):
        assert "prc-status--bad" in client.get(address).content.decode(), address
    change(page, UpdateKind.REINSTATEMENT, "درست بود.")
    assert "prc-status" not in client.get(site.index.url).content.decode()


def test_a_list_without_pictures_asks_for_none(
    site: SmallSite, rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    image = get_image_model().objects.create(title="سد", file=get_test_image_file())
    request = asked(rf)
    live_news(site, hero_image=image)
    page = NewsPage.objects.get()
    news_teaser(page, request)  # the request keeps what sites and index it was told
    with django_assert_num_queries(0):
        teaser = news_teaser(page, request)
    assert callable(teaser.image)
    assert teaser.image() == image


def test_a_section_shows_its_introduction(site: SmallSite, rf: RequestFactory) -> None:
    site.section.intro = "خبرهای سی‌ویک استان"
    teaser = listing_teaser(site.section, asked(rf))
    assert (teaser.title, teaser.text) == (site.section.title, "خبرهای سی‌ویک استان")
