import pytest
from django.test import RequestFactory
from wagtail.models import PageViewRestriction

from tests.directory.making import agency, register
from tests.making import SmallSite
from wagtail_prcouncil.directory.public.addresses import agency_url, register_page


def test_a_profile_in_each_language(site: SmallSite, rf: RequestFactory) -> None:
    page, water = register(site), agency(code="water")
    request = rf.get("/", HTTP_HOST="localhost")
    assert agency_url(water, request, site.fa) == "/agencies/water/"
    assert agency_url(water, request, site.en.pk) == "/en/agencies/water/"
    assert register_page(request, site.fa) == page


def test_the_register_is_asked_for_once(
    site: SmallSite, rf: RequestFactory, django_assert_num_queries: object
) -> None:
    register(site)
    request = rf.get("/", HTTP_HOST="localhost")
    register_page(request, site.fa)
    with django_assert_num_queries(0):  # type: ignore[operator]
        register_page(request, site.fa)


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
