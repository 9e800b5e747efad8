from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from tests.audience.making import viewed
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.admin.registering import (
    addresses,
    page_buttons,
    permissions,
    reasons_item,
    views_item,
)


def test_reports_are_in_the_menu_of_whoever_may_see_them(db: None) -> None:
    request = RequestFactory().get("/admin/")
    for item in (views_item(), reasons_item()):
        request.user = get_user_model()(is_superuser=True, is_active=True)
        assert item.is_shown(request)
        request.user = AnonymousUser()
        assert not item.is_shown(request)


def test_the_permissions_can_be_given_in_the_admin(db: None) -> None:
    assert permissions().count() == 2


def test_every_report_has_a_page_and_its_results() -> None:
    assert len(addresses()) == 10


def test_a_page_tells_its_views_in_all_languages(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page)
    viewed(page, 3)
    viewed(english, 4)
    user = get_user_model()(is_superuser=True, is_active=True)
    (button,) = page_buttons(english, user, "edit")
    assert "۷" in str(button.label)
    assert str(page.translation_key) in button.url
    assert list(page_buttons(site.home, user, "edit")) == []
