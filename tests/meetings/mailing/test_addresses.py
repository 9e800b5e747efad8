"""Where links in mail lead."""

from django.test import override_settings

from tests.making import SmallSite
from tests.meetings.making import announced, staffed_council
from wagtail_prcouncil.meetings.mailing.addresses import (
    admin_address,
    calendar_address,
    owed_address,
    page_address,
)


def test_pages_and_their_parts(site: SmallSite) -> None:
    page = announced(staffed_council(site)).page
    assert page_address(page) == page.full_url
    assert page_address(page, "minutes") == f"{page.full_url}minutes/"
    assert calendar_address(page) == f"{page.full_url}meeting.ics"
    page.live = False
    assert page_address(page) == calendar_address(page) == ""


def test_screens_of_the_admin() -> None:
    with override_settings(WAGTAILADMIN_BASE_URL="https://admin.example.ir/ignored/"):
        found = admin_address("prcouncil_meetings:notice", 7)
        assert found.startswith("https://admin.example.ir/")
        assert "/ignored/" not in found
        assert owed_address()
        assert admin_address("prcouncil_meetings:nothing_of_the_kind") == ""
    with override_settings(WAGTAILADMIN_BASE_URL=None):
        assert admin_address("prcouncil_meetings:notice", 7) == ""
