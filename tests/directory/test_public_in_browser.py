"""The register and a profile as a reader's browser makes them."""

import datetime as dt

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.axe import looks, violations
from tests.directory.making import agency, register
from tests.making import SmallSite, live_news, small_site
from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.models import Agency, Province

pytestmark = pytest.mark.needs("browser")


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> SmallSite:
    """A register at the live server's address: a ministry, agencies of Qazvin, one that ended."""
    site = small_site()
    site.site.hostname, site.site.port = live_server.thread.host, live_server.thread.port
    site.site.save()
    register(site)
    top = agency("وزارت نمونه", code="ministry", kind="ministry", name_en="Ministry of Example")
    water = agency(
        "سازمان نمونهٔ آب",
        code="water",
        parent=top,
        relation="affiliated",
        pr_kind="unit",
        province=Province.objects.get(code="IR-26"),
        summary="آب شهرها و روستاها",
        telephone="۰۲۸-۱۲۳۴",
        email="public-relations.of.water.in.qazvin@example.invalid",
        website="https://a-very-long-name-of-a-host.water.example.invalid/about/the/agency/",
        address="قزوین، خیابان نمونه",
        founded_on=dt.date(2001, 2, 3),
    )
    water.other_names.create(name="آبفای قزوین")
    for number in range(3):
        agency(f"شرکت آب شهر {number}", parent=water, province=water.province)
    gone = agency("ادارهٔ کهنهٔ آب", code="gone")
    close_agency(gone, on=dt.date(2024, 3, 20), reason="merged", successors=[water])
    live_news(site, agency=Agency.objects.get(code="water"), title="آب پایدار شد")
    return site


def opened(browser: Browser, url: str, *, width: int = 1280) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="fa-IR")
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    return page


def test_every_address(site: SmallSite, browser: Browser) -> None:
    root = site.site.root_url
    for path in (
        *("/agencies/", "/agencies/?province=ir-26&closed=1&kind=zzz", "/agencies/?kind=bank"),
        *("/agencies/water/", "/agencies/gone/", "/en/agencies/", "/en/agencies/water/"),
    ):
        page = opened(browser, root + path)
        assert page.locator("h1").count() == 1, path
        for width in looks(page):
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            assert violations(page) == [], path
        page.context.close()


def test_from_the_map_to_a_profile(site: SmallSite, browser: Browser) -> None:
    """The map for the pointer; its names and numbers can be heard."""
    page = opened(browser, f"{site.site.root_url}/agencies/")
    tile = page.locator(".prc-tiles").get_by_role("link", name="قزوین: ۴")
    expect(page.locator(".prc-tiles").get_by_role("link")).to_have_count(31)
    tile.click()
    expect(page).to_have_url(f"{site.site.root_url}/agencies/?province=ir-26#register-list")
    expect(page.locator(".prc-register__table tbody tr")).to_have_count(4)
    page.get_by_role("rowheader").get_by_role("link", name="سازمان نمونهٔ آب", exact=True).click()
    expect(page.locator("h1")).to_have_text("سازمان نمونهٔ آب")
    expect(page.get_by_role("link", name="آب پایدار شد")).to_be_visible()


def test_the_keyboard_takes_the_table_and_not_the_map(site: SmallSite, browser: Browser) -> None:
    page = opened(browser, f"{site.site.root_url}/agencies/")
    page.locator(".prc-register-form button").focus()
    page.keyboard.press("Tab")
    focused = "document.activeElement"
    assert page.evaluate(f"{focused}.closest('table') !== null")
    assert page.evaluate(f"{focused}.textContent") == "آذربایجان شرقی"
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.site.root_url}/agencies/?province=ir-03#register-list")


def test_a_phone_folds_the_map_and_keeps_the_table_a_table(
    site: SmallSite, browser: Browser
) -> None:
    page = opened(browser, f"{site.site.root_url}/agencies/", width=320)
    assert not page.locator(".prc-tiles").is_visible()
    page.locator("details.prc-register-fold > summary").click()
    assert page.locator(".prc-tiles").is_visible()
    row = page.get_by_role("row", name="سازمان نمونهٔ آب")
    expect(row.first.get_by_role("cell")).to_have_count(3)
