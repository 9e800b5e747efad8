import pytest
from django.test import RequestFactory
from wagtail.models import PageViewRestriction

from tests.directory.making import agency, register
from tests.making import SmallSite
from wagtail_prcouncil.directory.public.addresses import agency_url
from wagtail_prcouncil.pages.privacy import private_paths


def test_a_profile_in_each_language(site: SmallSite, rf: RequestFactory) -> None:
    register(site)
    water = agency(code="water")
    request = rf.get("/", HTTP_HOST="localhost")
    assert agency_url(water, request, site.fa) == "/agencies/water/"
    assert agency_url(water, request, site.en.pk) == "/en/agencies/water/"


def test_the_register_is_looked_for_once(
    site: SmallSite, rf: RequestFactory, django_assert_num_queries: object
) -> None:
    register(site)
    water = agency(code="water")
    request = rf.get("/", HTTP_HOST="localhost")
    agency_url(water, request, site.fa)
    private_paths()
    with django_assert_num_queries(1):  # type: ignore[operator]  # what is private, outside a GET
        agency_url(water, request, site.fa)


def test_a_change_of_the_register_shows_at_once(site: SmallSite, rf: RequestFactory) -> None:
    water, request = agency(code="water"), rf.get("/", HTTP_HOST="localhost")
    assert agency_url(water, request, site.fa) == ""
    page = register(site)
    page.save_revision().publish()
    assert agency_url(water, request, site.fa) == "/agencies/water/"
    page.slug = "units"
    page.save_revision().publish()
    assert agency_url(water, request, site.fa) == "/units/water/"
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert agency_url(water, request, site.fa) == ""
    restriction.delete()
    page.unpublish()
    assert agency_url(water, request, site.fa) == ""


@pytest.mark.parametrize("state", ["missing", "private", "draft"])
def test_no_address_without_a_readable_register(
    site: SmallSite, rf: RequestFactory, state: str
) -> None:
    if state != "missing":
        page = register(site)
        if state == "draft":
            page.unpublish()
        else:
            PageViewRestriction.objects.create(page=page, restriction_type="login")
    request = rf.get("/", HTTP_HOST="localhost")
    assert agency_url(agency(), request, site.fa) == ""
