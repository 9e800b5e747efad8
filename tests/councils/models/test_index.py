import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from wagtail.models import PageViewRestriction

from tests.councils.making import council_index, person
from tests.councils.public.making import Peopled, peopled
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import CouncilIndexPage
from wagtail_prcouncil.councils.public.persons import Card

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(site: SmallSite) -> Peopled:
    return peopled(site)


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    return rf.get("/", HTTP_HOST="localhost")


def test_it_shows_itself_or_a_card(made: Peopled, site: SmallSite, request_: HttpRequest) -> None:
    page = CouncilIndexPage.objects.get(locale=site.en)
    assert page.shown().path == ""
    assert page.structured_data(request_) is None
    page.card = Card.of(made.head.pk, page, request_)
    assert page.shown() == ("Bahar Nemunepur", f"persons/{made.head.pk}/", False)
    told = page.structured_data(request_)
    assert told is not None
    assert told["@type"] == "Person"


def test_cards_of_those_who_sit_where_readers_may_look(made: Peopled, site: SmallSite) -> None:
    stranger = person()
    page = CouncilIndexPage.objects.get(locale=site.fa)
    paths = page.get_cached_paths()
    assert f"/persons/{made.left.pk}/" in paths
    assert f"/persons/{stranger.pk}/" not in paths
    assert len(page.get_sitemap_urls()) == len(paths) == 6
    PageViewRestriction.objects.create(page=made.page, restriction_type="login")
    assert page.get_cached_paths() == ["/"]


def test_its_teaser(site: SmallSite, request_: HttpRequest) -> None:
    page = council_index(site)
    page.intro = "شوراهای وزارت"
    assert page.teaser(request_).text == "شوراهای وزارت"
