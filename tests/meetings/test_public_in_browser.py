"""A meeting, its minutes, lists and the calendar as a reader's browser makes them."""

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from tests.axe import looks, violations
from tests.browsing import opened, served
from tests.making import SmallSite
from tests.meetings.making import announced
from tests.meetings.public.making import Told, told_meeting

pytestmark = pytest.mark.needs("browser")


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> SmallSite:
    return served(live_server)


@pytest.fixture
def told(site: SmallSite) -> Told:
    told = told_meeting(site)
    announced(told.council, days=0, title="نشست امروز")
    return told


def test_every_address(told: Told, site: SmallSite, browser: Browser) -> None:
    english = told.english.get_parent().url
    below = ("", "calendar/", "resolutions/")
    for path in (
        *(told.page.url, f"{told.page.url}minutes/", f"{told.page.url}agenda/1/"),
        *(f"{told.index.url}{part}" for part in below),
        *(told.english.url, f"{told.english.url}minutes/", *(f"{english}{part}" for part in below)),
    ):
        page = opened(browser, site.site.root_url + path)
        assert page.locator("h1").count() == 1, path
        for width in looks(page):
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            assert violations(page) == [], path
        page.context.close()


def test_from_the_calendar_to_a_resolution(told: Told, site: SmallSite, browser: Browser) -> None:
    page = opened(browser, f"{site.site.root_url}{told.index.url}calendar/")
    today = page.locator("td[aria-current=date]")
    expect(today).to_have_count(1)
    today.get_by_role("link", name="نشست امروز").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("نشست امروز")
    page.goto(f"{site.site.root_url}{told.index.url}resolutions/")
    page.locator(".prc-resolution__number a").click()
    expect(page.locator("h1")).to_have_text("نشست گزارش")
    expect(page.locator(":target")).to_contain_text("ماهانه منتشر شود")
    expect(page.locator(":target")).to_be_in_viewport()
