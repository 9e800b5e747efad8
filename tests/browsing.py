"""Public pages in a browser, as an anonymous reader has them."""

from typing import TYPE_CHECKING

from tests.making import SmallSite, small_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer


def served(server: "LiveServer") -> SmallSite:
    """A small site at the live server's address."""
    site = small_site()
    site.site.hostname, site.site.port = server.thread.host, server.thread.port
    site.site.save()
    return site


def opened(browser: "Browser", url: str) -> "Page":
    """A page whose files have all come, on a desktop."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="fa-IR")
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    return page
