"""A council, its history and the card of a person as a reader's browser makes them."""

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from tests.axe import looks, violations
from tests.browsing import opened, served
from tests.councils.public.making import Peopled, peopled
from tests.making import SmallSite

pytestmark = pytest.mark.needs("browser")


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> SmallSite:
    return served(live_server)


@pytest.fixture
def made(site: SmallSite) -> Peopled:
    return peopled(site)


def test_every_address(made: Peopled, site: SmallSite, browser: Browser) -> None:
    card = f"persons/{made.head.pk}/?on=1403-08-01"
    for path in (
        *(made.page.url, f"{made.page.url}seats/", f"{made.page.url}members/"),
        *("/councils/", f"/councils/{card}", f"/en/councils/{card}", made.english.url),
    ):
        page = opened(browser, site.site.root_url + path)
        assert page.locator("h1").count() == 1, path
        for width in looks(page):
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            assert violations(page) == [], path
        page.context.close()


def test_from_the_seats_to_history(made: Peopled, site: SmallSite, browser: Browser) -> None:
    page = opened(browser, made.english.full_url)
    vacant = page.locator(".prc-seat--vacant", has_text="Example Fund")
    expect(vacant).to_contain_text("since 3 October 2025")
    seat = page.locator(".prc-seat", has_text="Bahar Nemunepur")
    seat.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("Bahar Nemunepur")
    page.go_back()
    page.get_by_role("link", name="All seats").click()
    expect(page.get_by_role("link", name="Term 3")).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Term 2").click()
    expect(page.locator(".prc-tenure__stays", has_text="2017 / 2018")).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="Coordination council").first.click()
    page.get_by_role("link", name="Former members").click()
    expect(page.locator(".prc-leavers .prc-seat")).to_have_count(2)


def test_titles_on_a_day_that_is_typed(made: Peopled, site: SmallSite, browser: Browser) -> None:
    page = opened(browser, f"{site.site.root_url}/councils/persons/{made.head.pk}/")
    page.locator("input[name=on]").fill("۱۴۰۳/۸/۱")
    page.locator(".prc-titles__form button[type=submit]").click()
    expect(page.locator(".prc-titles__list")).to_contain_text("مدیرکل روابط عمومی")
    page.locator("input[name=on]").fill("۱۴۰۳/۱۳/۱")
    page.locator(".prc-titles__form button[type=submit]").click()
    expect(page.locator(".prc-titles .prc-field__error")).to_be_visible()
    expect(page.locator("input[name=on]")).to_have_value("۱۴۰۳/۱۳/۱")
