"""What readers' browsers do: tell that a page was seen, and vote with scripts and without."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect
from pytest_django.live_server_helper import LiveServer

from tests.audience.making import BROWSER, viewed, views_of
from tests.browsing import served
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.actions import rank_most_read
from wagtail_prcouncil.audience.models import UsefulnessVote
from wagtail_prcouncil.audience.states import Period
from wagtail_prcouncil.news.models import NewsPage

pytestmark = pytest.mark.needs("browser")


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> SmallSite:
    return served(live_server)


@pytest.fixture(params=["fa", "en"])
def news(request: pytest.FixtureRequest, site: SmallSite) -> NewsPage:
    page = live_news(site)
    return page if request.param == "fa" else live_news(site, english_of=page, title="Water")


def _open(browser: Browser, page: NewsPage, *, scripts: bool = True) -> Page:
    """As a reader whose browser is no program by its own account."""
    tab = browser.new_page(java_script_enabled=scripts, user_agent=BROWSER)
    tab.goto(page.full_url, wait_until="networkidle")
    return tab


def _vote() -> UsefulnessVote:
    return UsefulnessVote.objects.get()


def test_a_page_that_is_seen_is_counted_without_a_cookie(browser: Browser, news: NewsPage) -> None:
    sent: list[Request] = []
    tab = browser.new_page(user_agent=BROWSER)
    tab.on("request", lambda request: sent.append(request))
    tab.goto(news.full_url, wait_until="networkidle")
    beacons = [request for request in sent if request.url.endswith("/audience/seen/")]
    assert [(beacon.method, beacon.response().status) for beacon in beacons] == [("POST", 204)]
    assert tab.context.cookies() == []
    assert views_of(news) == 1
    tab.reload(wait_until="networkidle")
    assert views_of(news) == 1
    tab.context.close()


def test_a_vote_in_the_page(browser: Browser, news: NewsPage) -> None:
    tab = _open(browser, news)
    complaints: list[str] = []
    tab.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    place, address = tab.locator("[data-prc-vote]"), tab.url
    place.get_by_role("link").click()
    expect(place.get_by_role("button")).to_have_count(2)
    yes = place.get_by_role("button").first
    expect(yes).to_be_focused()
    yes.click()
    expect(place.locator("output")).to_be_focused()
    assert _vote().is_useful
    place.get_by_role("textbox").fill("روشن بود")
    with tab.expect_response(lambda response: response.request.method == "GET"):
        place.get_by_role("button").last.click()
    expect(place.get_by_role("textbox")).to_have_value("روشن بود")
    assert (_vote().is_useful, _vote().reason) == (True, "روشن بود")
    place.locator("button[value=no]").first.click()
    expect(place.locator("button[value=no]").first).to_have_attribute("aria-pressed", "true")
    assert not _vote().is_useful
    assert tab.url == address
    assert complaints == []
    assert Axe().run(tab, context="[data-prc-vote]").response["violations"] == []
    tab.context.close()


def test_a_vote_without_scripts(browser: Browser, news: NewsPage) -> None:
    tab = _open(browser, news, scripts=False)
    tab.locator("[data-prc-vote]").get_by_role("link").click()
    assert tab.url.endswith(f"/audience/vote/{news.pk}/")
    assert tab.locator("html").get_attribute("lang") == news.locale.language_code
    tab.locator("button[value=no]").click()
    expect(tab.locator("button[value=no]").first).to_have_attribute("aria-pressed", "true")
    assert not _vote().is_useful
    tab.get_by_role("textbox").fill("نشانی نداشت")
    tab.locator(".prc-form .prc-actions button").last.click()
    assert (_vote().is_useful, _vote().reason) == (False, "نشانی نداشت")
    tab.locator(".prc-main .prc-actions a").click()
    assert tab.url.rstrip("/") == news.full_url.rstrip("/")
    tab.context.close()


def test_who_comes_back_may_change_his_vote(browser: Browser, news: NewsPage) -> None:
    tab = _open(browser, news)
    tab.locator("[data-prc-vote] a").click()
    tab.locator("[data-prc-vote] button[value=yes]").click()
    tab.locator("[data-prc-vote] output").wait_for()
    tab.reload()
    tab.locator("[data-prc-vote] a").click()
    expect(tab.locator("button[value=yes]").first).to_have_attribute("aria-pressed", "true")
    assert UsefulnessVote.objects.count() == 1
    tab.context.close()


def test_the_most_read_of_a_day_a_week_and_a_month(
    browser: Browser, site: SmallSite, news: NewsPage
) -> None:
    """One at a time with scripts, all below each other without."""
    is_english = news.locale == site.en
    other = live_news(site, english_of=live_news(site)) if is_english else live_news(site)
    viewed(other, 3, section_id=news.section_id)
    for period in Period:
        rank_most_read(period)
    tab = _open(browser, news)
    block = tab.locator(".prc-mostread")
    expect(block.get_by_role("tab")).to_have_count(3)
    expect(block.locator("ol:visible")).to_have_count(1)
    block.get_by_role("tab").last.click()
    expect(block.locator("#most-read-month")).to_be_visible()
    expect(block.locator("#most-read-day")).to_be_hidden()
    assert Axe().run(tab, context=".prc-mostread").response["violations"] == []
    tab.context.close()
    plain = _open(browser, news, scripts=False)
    expect(plain.locator(".prc-mostread ol:visible")).to_have_count(3)
    plain.context.close()
