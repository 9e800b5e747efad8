"""Screens of meetings that are looked at more than worked in, on a desk, on a phone, by night."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.axe import looks, violations
from tests.desks import Desk
from tests.making import SmallSite, small_site
from tests.meetings.admin.desk import place
from tests.meetings.owing import agencies_at, assignment, reporter_of
from tests.meetings.printed.making import full
from wagtail_prcouncil.meetings.models import Meeting, Recipient

pytestmark = [pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site(transactional_db: None) -> SmallSite:
    return small_site()


@pytest.fixture
def meeting(site: SmallSite) -> Meeting:
    """With a line on each of the screens."""
    one = full(site)
    agency = agencies_at(one.council)[0]
    reporter_of(agency)
    assignment(one, agency, days=-3)
    Recipient.objects.create(council=one.council, name="دبیرخانه", email="office@example.invalid")
    return one


def test_each_screen(meeting: Meeting, desk: Desk) -> None:
    page = desk("fa")
    for url in (
        place("print", meeting),
        place("request_reports", meeting),
        reverse("prcouncil_meetings_calendar:index"),
        reverse("prcouncil_assignments:index"),
        reverse("prcouncil_reporters:index"),
        reverse("prcouncil_recipients:index"),
        reverse("prcouncil_attendance_report"),
        reverse("prcouncil_resolutions_report"),
        reverse("prcouncil_assignments_due"),
        reverse("wagtailadmin_home"),
    ):
        page.goto(url)
        for width in looks(page):
            assert page.evaluate("document.documentElement.scrollWidth") <= width, url
            assert violations(page, "main") == [], url
    expect(page.locator(".prc-due .icon").first).to_have_css("width", "16px")


def test_on_a_phone_every_tab_and_every_choice_is_within_the_screen(
    meeting: Meeting, desk: Desk
) -> None:
    page = desk("fa")
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(place("print", meeting))
    assert widest(page, ".prc-desk-tabs a") <= 0
    page.goto(place("request_reports", meeting))
    assert widest(page, ".prc-fields select") <= 0


def widest(page: Page, selector: str) -> float:
    """By how many px the one that reaches farthest stands out of the screen."""
    return float(
        page.locator(selector).evaluate_all(
            "all => Math.max(...all.map(one => one.getBoundingClientRect())"
            ".map(box => Math.max(-box.left, box.right - innerWidth)))"
        )
    )
