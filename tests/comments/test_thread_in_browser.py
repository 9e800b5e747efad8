"""A thread as readers' browsers show it."""

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from tests.axe import looks, violations
from tests.browsing import served
from tests.comments.making import open_page, published
from tests.comments.reading import answered, long_thread
from tests.making import SmallSite
from wagtail_prcouncil.comments.public.strands import REPLIES_SHOWN, ROOTS_SHOWN

pytestmark = pytest.mark.needs("browser")


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> SmallSite:
    return served(live_server)


def test_more_comments_come_into_the_page(browser: Browser, site: SmallSite) -> None:
    page = open_page(site)
    made = long_thread(page, ROOTS_SHOWN + 5, replies=REPLIES_SHOWN + 2)
    answered(made[-1], "سپاس از شما.")
    published(page, "و" * 3000, name="نام" * 16)
    tab = browser.new_page()
    complaints: list[str] = []
    tab.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    tab.goto(page.full_url, wait_until="networkidle")
    address, thread = tab.url, tab.locator("[data-prc-window]")
    roots = thread.locator(".prc-thread:not(.prc-thread--replies) > li")
    expect(roots).to_have_count(ROOTS_SHOWN)
    thread.locator("[data-prc-onward]").click()
    expect(roots).to_have_count(ROOTS_SHOWN + 6)
    expect(roots.nth(ROOTS_SHOWN)).to_be_focused()
    expect(thread.locator("[data-prc-onward]")).to_have_count(0)
    for width in looks(tab):
        assert tab.evaluate("document.documentElement.scrollWidth") == width
        assert violations(tab, "#comments") == []
    thread.locator(".prc-switch a").last.click()
    expect(roots.first).to_contain_text("متن 0.")
    expect(thread.locator(".prc-switch [aria-current]")).to_be_focused()
    thread.locator(".prc-comment__replies .prc-more").click()
    tab.wait_for_url("**/comments/c/**")
    expect(tab.locator(".prc-comment")).to_have_count(REPLIES_SHOWN + 3)
    assert violations(tab, "main") == []
    assert complaints == []
    assert address != tab.url
    tab.context.close()


def test_a_thread_is_read_and_answered_without_scripts(browser: Browser, site: SmallSite) -> None:
    page = open_page(site)
    long_thread(page, ROOTS_SHOWN + 5)
    tab = browser.new_page(java_script_enabled=False)
    tab.goto(page.full_url)
    tab.locator("[data-prc-onward]").click()
    expect(tab.locator(".prc-comment")).to_have_count(5)
    tab.locator("nav.prc-pages a[rel=prev]").click()
    expect(tab.locator(".prc-comment")).to_have_count(ROOTS_SHOWN)
    tab.locator("[data-prc-reply]").first.click()
    expect(tab.locator("form textarea")).to_be_visible()
    tab.context.close()
