import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from tests.councils.making import council, in_english
from tests.councils.public.making import Peopled, peopled
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import UpperBody
from wagtail_prcouncil.councils.public.profiles import CouncilProfile
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.pages.shown import Shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(site: SmallSite) -> Peopled:
    return peopled(site)


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    return rf.get("/", HTTP_HOST="localhost")


def test_it_shows_itself_or_a_part(made: Peopled, request_: HttpRequest) -> None:
    page = made.page
    assert page.shown() == Shown("شورای هماهنگی")
    assert page.structured_data(request_) is None
    page.part = Shown("اعضا", "members/")
    assert page.shown().path == "members/"
    page.profile = CouncilProfile.of(page, request_)
    told = page.structured_data(request_)
    assert told is not None
    assert told["name"] == "شورای هماهنگی"


def test_where_readers_find_the_facts(made: Peopled) -> None:
    assert made.english.shown_original() == made.page
    PageViewRestriction.objects.create(page=made.page, restriction_type="login")
    assert made.english.shown_original() == made.english
    assert made.page.shown_original() == made.page  # whoever may read it sees all of it


def test_facets_are_those_of_the_original(made: Peopled, site: SmallSite) -> None:
    assert made.english.facets().council_ids == (made.page.pk,)
    province = Province.objects.get(code="IR-26")
    own = council(site, province=province)
    assert own.facets().province_id == province.pk
    elsewhere = in_english(own, site)
    elsewhere.province = Province.objects.get(code="IR-03")
    elsewhere.save()
    assert elsewhere.facets().province_id == province.pk


def test_what_a_profile_has_read_is_not_read_again(
    made: Peopled, request_: HttpRequest, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    CouncilProfile.of(made.english, request_)
    with django_assert_num_queries(0):
        assert made.english.facets().council_ids == (made.page.pk,)


def test_addresses_below_it(made: Peopled) -> None:
    assert "/members/" in made.page.get_cached_paths()
    assert "/popolo.json" in made.page.get_cached_paths()
    told = [row["location"] for row in made.page.get_sitemap_urls()]
    assert told == [f"{made.page.full_url}{part}" for part in ("", "seats/", "members/")]


def test_names_of_upper_bodies() -> None:
    named = UpperBody(name="شورای بالا")
    assert (named.name_in("fa"), named.name_in("en")) == ("شورای بالا", "شورای بالا")
    listed = UpperBody(agency=agency("نهاد", name_en="Body"))
    assert (str(listed), listed.name_in("en")) == ("نهاد", "Body")
