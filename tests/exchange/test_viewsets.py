import pytest
from django.contrib.auth.models import Permission, User
from django.test import RequestFactory

from wagtail_prcouncil.exchange.viewsets import ImportViewSet

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
