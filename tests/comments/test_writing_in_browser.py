"""Readers write, reply and report, with scripts and without, in both languages."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.axe import looks, violations
from tests.browsing import served
from tests.comments.making import open_page, published
from tests.making import NewsPage, SmallSite, chosen, live_news
from wagtail_prcouncil.comments.models import CommentPolicy, ReaderComment, ReaderReport
from wagtail_prcouncil.comments.states import Mode

pytestmark = pytest.mark.needs("browser")

FORM = "form[data-prc-commenting]"


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> SmallSite:
    return served(live_server)


@pytest.fixture(params=["fa", "en"])
def news(request: pytest.FixtureRequest, site: SmallSite) -> NewsPage:
    page = open_page(site)
    if request.param == "fa":
        return page
    CommentPolicy.objects.create(page=site.index_en, mode=Mode.OPEN)
    return live_news(site, english_of=page, title="Water")


@pytest.fixture
def root(news: NewsPage) -> ReaderComment:
    return published(news, name="آموزگار")


def _open(browser: Browser, page: NewsPage, *, scripts: bool) -> Page:
    tab = browser.new_page(java_script_enabled=scripts)
    tab.goto(page.full_url, wait_until="networkidle")
    return tab


def _fill(tab: Page, text: str, name: str = "شهروند") -> None:
    tab.locator(f"{FORM} [name=text]").fill(text)
    tab.locator(f"{FORM} [name=name]").fill(name)


def test_without_scripts(browser: Browser, news: NewsPage) -> None:
    tab = _open(browser, news, scripts=False)
    tab.locator("a[data-prc-write]").click()
    assert tab.url.endswith(f"/comments/post/{news.pk}/")
    assert tab.locator("html").get_attribute("lang") == news.locale.language_code
    _fill(tab, "آب روستا قطع است.", name="")
    tab.locator(f"{FORM} button").click()
    summary = tab.locator("[role=alert] a").first
    assert summary.get_attribute("href") == "#prc-comment-name"
    expect(tab.locator(f"{FORM} [name=text]")).to_have_value("آب روستا قطع است.")
    _fill(tab, "آب روستا قطع است.")
    tab.locator(f"{FORM} button").click()
    expect(tab.locator("[role=status]")).to_be_focused()
    tab.reload()
    assert ReaderComment.objects.get().text == "آب روستا قطع است."
    tab.locator(".prc-actions a").last.click()
    assert tab.url.rstrip("/") == news.full_url.rstrip("/")
    tab.context.close()


@chosen(COMMENTS_PROOF=True, COMMENTS_PROOF_TRIES=40)
def test_in_the_page(browser: Browser, news: NewsPage, root: ReaderComment) -> None:
    """A comment that becomes a reply while it is typed, with a mistake on the way, on a site that
    asks for a proof of work."""
    tab = _open(browser, news, scripts=True)
    address = tab.url
    tab.locator("a[data-prc-write]").first.click()
    expect(tab.locator(f"{FORM} [name=text]")).to_be_focused()
    _fill(tab, "آب روستا قطع است.")
    tab.locator("a[data-prc-reply]").click()
    # Not the form that is about to go: what is typed into that one while it goes lands in both.
    expect(tab.locator(f"{FORM}[action*='?to=']")).to_be_visible()
    expect(tab.locator(FORM)).to_have_count(1)
    text = tab.locator(f"{FORM} [name=text]")
    expect(text).to_have_value("آب روستا قطع است.")
    text.fill("ب" * 3001)
    expect(tab.locator("[data-prc-over]")).not_to_be_empty()
    tab.locator(f"{FORM} button").click()
    expect(tab.locator(f"{FORM} [autofocus]")).to_be_focused()
    expect(text).to_have_value("ب" * 3001)
    text.fill("آب روستا قطع است.")
    expect(tab.locator(f"{FORM} [data-prc-challenge]")).to_have_value(re.compile("^eyJ"))
    tab.locator(f"{FORM} button").click()
    expect(tab.locator("[data-prc-part][role=status]")).to_be_focused()
    assert tab.url == address
    reply = ReaderComment.objects.latest("pk")
    assert (reply.parent, reply.name) == (root, "شهروند")
    assert "no_proof" not in reply.hold_codes
    tab.locator("a[data-prc-report]").click()
    tab.locator("form[data-prc-part] [value=libel]").check()
    tab.locator("form[data-prc-part] button").click()
    expect(tab.locator("[data-prc-part][role=status]").first).to_be_focused()
    assert ReaderReport.objects.get().comment == root
    tab.context.close()


@chosen(COMMENTS_PROOF=True, COMMENTS_PROOF_TRIES=1_000_000)
def test_whoever_is_faster_than_his_browser_is_told_what_it_waits_for(
    browser: Browser, news: NewsPage
) -> None:
    """The comment goes after ten seconds, without its proof."""
    tab = browser.new_page()
    tab.clock.install()
    tab.goto(f"{news.full_url.partition(news.url)[0]}/comments/post/{news.pk}/")
    told = tab.locator("[role=status][data-prc-working]")
    _fill(tab, "آب روستا قطع است.")
    expect(told).to_be_empty()
    tab.locator(f"{FORM} button").click()
    expect(told).not_to_be_empty()
    tab.clock.run_for(10_000)
    expect(tab.locator("[data-prc-part][role=status]")).to_be_focused()
    assert "no_proof" in ReaderComment.objects.get().hold_codes
    tab.context.close()


def test_nobody_is_shut_out(browser: Browser, news: NewsPage, root: ReaderComment) -> None:
    """axe, in all looks: the form with mistakes, the thank-you, a report."""
    host = news.full_url.partition(news.url)[0]
    form = f"{host}/comments/post/{news.pk}/"
    tab = browser.new_page()
    for address in (
        f"{form}?to={root.public_id}",
        f"{form}?received",
        f"{host}/comments/c/{root.public_id}/report/",
    ):
        tab.goto(address, wait_until="networkidle")
        if "to=" in address:
            tab.locator(f"{FORM} button").click()
            tab.locator("[role=alert]").wait_for()
        for width in looks(tab):
            assert violations(tab) == [], (address, width)
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.context.close()
