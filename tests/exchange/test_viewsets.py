import pytest
from django.contrib.auth.models import Permission, User
from django.test import RequestFactory
from wagtail.admin.views.generic import IndexView

from wagtail_prcouncil.exchange.models import ImportRun
from wagtail_prcouncil.exchange.viewsets import ImportViewSet, ListingViewSet

pytestmark = pytest.mark.django_db


def test_the_menu_shows_an_import_to_those_who_may(rf: RequestFactory) -> None:
    viewset = ImportViewSet("prcouncil_agency_import", kind_name="agencies")
    item = viewset.get_menu_item()
    request = rf.get("/")
    for names, is_shown in ((["add_agency"], False), (["add_agency", "change_agency"], True)):
        request.user = User.objects.create_user(f"user-{len(names)}")
        request.user.user_permissions.set(Permission.objects.filter(codename__in=names))
        assert item.is_shown(request) == is_shown
    assert item.url == "/admin/prcouncil_agency_import/"


class _Runs(IndexView):
    model = ImportRun


class _Listing(ListingViewSet):
    listing_class = _Runs


def test_a_list_that_stands_alone_knows_where_its_results_are() -> None:
    listing = _Listing("sample_runs")
    whole, results = listing.get_urlpatterns()
    assert (whole.name, results.name) == ("index", "index_results")
    given = results.callback.view_initkwargs
    assert given["results_only"] is True
    assert given["index_results_url_name"] == "sample_runs:index_results"
