"""A charter, its versions, comparisons, signatures and reviews as a reader's browser makes them."""

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from tests.axe import looks, violations
from tests.browsing import opened, served
from tests.charters.making import charter_index
from tests.charters.public.making import Told, told_charter
from tests.making import SmallSite

pytestmark = pytest.mark.needs("browser")


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> SmallSite:
    return served(live_server)


@pytest.fixture
def told(site: SmallSite) -> Told:
    return told_charter(site)


def test_every_address(told: Told, site: SmallSite, browser: Browser) -> None:
    persian, english = told.page.url, told.english.url
    below = ("", "versions/1/", "on/", "compare/1/2/", "signatures/", "reviews/")
    certificate = f"versions/2/signatures/{told.withdrawn.number}/"
    for path in (
        *(f"{base}{part}" for base in (persian, english) for part in (*below, certificate)),
        charter_index(told.one.council).url,
    ):
        page = opened(browser, site.site.root_url + path)
        assert page.locator("h1").count() == 1, path
        for width in looks(page):
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            assert violations(page) == [], path
        page.context.close()


def test_from_contents_to_a_clause_to_what_changed(
    told: Told, site: SmallSite, browser: Browser
) -> None:
    page = opened(browser, site.site.root_url + told.page.url)
    page.locator(".prc-toc").get_by_role("link", name="اصل ۳. پاسخ‌گویی").click()
    expect(page.locator(":target")).to_contain_text("دو روز کاری")
    expect(page.locator(":target")).to_be_in_viewport()
    page.locator(":target .prc-clause__anchor").click()
    assert page.url.endswith(f"#{told.anchor}")
    page.locator("#changes .prc-more").click()
    expect(page.locator("ins").first).to_contain_text("دو روز کاری")
    expect(page.locator("del").first).to_contain_text("یک هفته")
    # Read aloud, both begin and end.
    heard = page.locator(".prc-change").first.inner_text()
    assert heard.count("]") == 2
    page.select_option("select[name=before]", "2")
    page.select_option("select[name=after]", "1")
    page.locator(".prc-form--line button").click()
    expect(page.locator("ins").first).to_contain_text("یک هفته")


def test_the_text_of_another_day(told: Told, site: SmallSite, browser: Browser) -> None:
    page = opened(browser, f"{site.site.root_url}{told.page.url}on/")
    field = page.locator("input[name=day]:visible, jalali-date input:visible").first
    field.fill("۱۴۰۴/۱۱/۱۲")
    field.press("Enter")
    expect(page).to_have_url(f"{site.site.root_url}{told.page.url}on/2026-02-01/")
    expect(page.locator("article")).to_contain_text("یک هفته")
