"""What the components make of a reader's settings and keys."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.style_sheet.making import styled_site

pytestmark = pytest.mark.needs("browser")

ADDRESSES = {"fa": "/style-sheet/", "en": "/en/style-sheet/"}


@pytest.fixture
def address(transactional_db: None, live_server: LiveServer) -> str:
    styled_site()
    return live_server.url


def opened(browser: Browser, url: str, width: int = 1280, **settings: str) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ADDRESSES)
def test_axe_finds_nothing(browser: Browser, address: str, language: str, scheme: str) -> None:
    for width in (1280, 320):
        page = opened(browser, address + ADDRESSES[language], width, color_scheme=scheme)
        violations = Axe().run(page).response["violations"]
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in violations] == [], width
        page.context.close()


@pytest.mark.parametrize("language", ADDRESSES)
def test_text_of_double_size_fits(browser: Browser, address: str, language: str) -> None:
    """Zoom of 200 % on a screen of 1280 is a window of 640; larger letters alone are the other
    way readers take."""
    page = opened(browser, address + ADDRESSES[language], 640)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    page.set_viewport_size({"width": 1280, "height": 800})
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.context.close()


def test_forced_colours_keep_marks_and_borders(browser: Browser, address: str) -> None:
    page = opened(browser, address + ADDRESSES["fa"], forced_colors="active")
    drawn = page.evaluate(
        """() => {
          const style = (selector, of) => getComputedStyle(document.querySelector(selector), of);
          return {
            mark: style(".prc-status--bad", "::before").backgroundColor,
            page: style("body").backgroundColor,
            button: style(".prc-button").borderTopStyle,
            notice: style(".prc-notice").borderTopStyle,
            step: style(".prc-month__today > b").outlineStyle,
            bar: style(".prc-tenure__now rect").stroke,
          }
        }"""
    )
    assert drawn["mark"] != drawn["page"]
    assert drawn["bar"] != drawn["page"]
    assert (drawn["button"], drawn["notice"], drawn["step"]) == ("solid", "solid", "solid")
    page.context.close()


def test_tabs_by_keyboard(browser: Browser, address: str) -> None:
    page = opened(browser, address + ADDRESSES["fa"])
    first, second = (page.locator(f"#{name}-tab") for name in ("duties", "members"))
    assert page.locator("#duties").is_visible()
    assert not page.locator("#members p").last.is_visible()
    first.focus()
    page.keyboard.press("ArrowLeft")  # onward, where text runs from the right
    assert second.evaluate("tab => tab === document.activeElement")
    assert second.get_attribute("aria-selected") == "true"
    assert page.locator("#members p").last.is_visible()
    page.keyboard.press("Home")
    assert page.locator("#duties").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "duties"
    page.goto(f"{address}{ADDRESSES['fa']}#members")
    assert page.locator("#members p").last.is_visible()
    page.context.close()


def test_without_scripts_and_on_paper_all_parts_are_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + ADDRESSES["fa"])
    assert page.locator("#duties").is_visible()
    assert page.locator("#members p").last.is_visible()
    context.close()
    printed = opened(browser, address + ADDRESSES["fa"])
    printed.emulate_media(media="print")
    assert printed.locator("#members p").last.is_visible()
    printed.context.close()


def test_contents_follow_the_reader(browser: Browser, address: str) -> None:
    page = opened(browser, address + ADDRESSES["fa"], reduced_motion="reduce")
    current = page.locator("[data-prc-toc] [aria-current='location']")
    for anchor in ("forms", "time", "states"):
        page.evaluate("anchor => document.getElementById(anchor).scrollIntoView()", anchor)
        current.and_(page.locator(f"[href='#{anchor}']")).wait_for()
        assert current.count() == 1
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    current.and_(page.locator("[href='#frame']")).wait_for()
    page.context.close()
