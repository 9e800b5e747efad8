"""What only a browser shows: lists narrowed by days picked in a calendar, and the way through an
archive; in both languages, and without scripts."""

import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.axe import looks, violations
from tests.making import SmallSite, live_news, news_at, small_site
from wagtail_prcouncil.persian.jalali import TEHRAN

pytestmark = [pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> SmallSite:
    """Three items in both languages: in Mordad 1403 (July 2024), and on two days of 1404 (2025)."""
    site = small_site()
    moments = {"نخست": (2024, 7, 25), "دوم": (2025, 4, 10), "سوم": (2025, 7, 25)}
    for english, (name, day) in zip(("First", "Second", "Third"), moments.items(), strict=True):
        moment = dt.datetime(*day, 9, tzinfo=TEHRAN)
        page = news_at(site, moment, title=f"خبر {name}")
        live_news(site, english_of=page, title=f"{english} item", published_at=moment)
    return site


def opened(browser: Browser, live_server: LiveServer, path: str, **options: object) -> Page:
    page = browser.new_context(base_url=live_server.url, **options).new_page()  # type: ignore[arg-type]
    page.goto(path)
    return page


@pytest.mark.parametrize(
    ("path", "first", "last", "shown", "asked"),
    [
        ("/news/", "۱۴۰۴/۰۱/۰۱", "۱۴۰۴/۰۴/۳۱", "خبر دوم", None),
        ("/en/news/", "2025-04-01", "2025-04-30", "Second item", "2025-04-01"),
    ],
)
@pytest.mark.parametrize("scripts", [True, False])
def test_a_list_between_two_days(
    site: SmallSite,
    live_server: LiveServer,
    browser: Browser,
    path: str,
    first: str,
    last: str,
    shown: str,
    asked: str | None,
    scripts: bool,
) -> None:
    page = opened(browser, live_server, path, java_script_enabled=scripts)
    form = page.locator("form[aria-labelledby=news-filter]")
    form.locator("[name=from]").fill(first)
    form.locator("[name=to]").fill(last)
    form.locator("[type=submit]").click()
    page.wait_for_url("**from=*")
    if asked:
        assert parse_qs(urlsplit(page.url).query)["from"] == [asked]
    expect(page.locator(".prc-stream h3")).to_have_text([shown])
    expect(page.locator(".prc-filter a")).to_have_count(2)
    page.locator(".prc-filter a").nth(1).click()
    expect(page.locator(".prc-stream h3")).to_have_count(2)


@pytest.mark.parametrize(
    ("path", "year", "month", "before"),
    [
        ("/news/", "archive/1404/", "مرداد", "فروردین ۱۴۰۴"),
        ("/en/news/", "archive/2025/", "July", "April 2025"),
    ],
)
def test_the_way_through_an_archive(
    site: SmallSite,
    live_server: LiveServer,
    browser: Browser,
    path: str,
    year: str,
    month: str,
    before: str,
) -> None:
    page = opened(browser, live_server, path)
    page.locator("#archive a").click()
    page.wait_for_url(f"**{path}{year}")
    page.locator(".prc-months a", has_text=month).click()
    expect(page.locator(".prc-stream h3")).to_have_count(1)
    expect(page.locator(".prc-months [aria-current]")).to_contain_text(month)
    page.locator("a[rel=prev]").click()
    expect(page.locator("h1")).to_have_text(before)
    expect(page.locator("a[rel=next]")).to_contain_text(month)
    page.locator("a[rel=prev]").click()
    expect(page.locator("a[rel=prev]")).to_have_count(0)


def test_the_filter_folds_on_a_phone(
    site: SmallSite, live_server: LiveServer, browser: Browser
) -> None:
    page = opened(browser, live_server, "/news/", viewport={"width": 320, "height": 800})
    field = page.locator("form[aria-labelledby=news-filter] [name=q]")
    expect(field).to_be_hidden()
    page.locator(".prc-fold--wide > summary").click()
    expect(field).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize(
    "path",
    ["/news/?q=خبر", "/en/news/?agency=nobody", "/news/archive/1404/", "/en/news/archive/2025/07/"],
)
def test_for_everybody(
    site: SmallSite, live_server: LiveServer, browser: Browser, path: str
) -> None:
    page = opened(browser, live_server, path)
    for _width in looks(page):
        assert violations(page) == []
