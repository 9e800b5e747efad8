"""A reader finds, takes away and erases what he wrote, by the link in his mail."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.axe import looks, violations
from tests.comments.actions.test_own_data import mailed_secret
from tests.comments.making import open_page, posted, published
from tests.comments.test_own_data import EMAIL, MINE
from tests.making import SmallSite, small_site
from wagtail_prcouncil.comments.addresses import own_data_path
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Status
from wagtail_prcouncil.outbox.models import Message

pytestmark = pytest.mark.needs("browser")

WORDS = {
    "fa": ("rtl", "هفت روز", "دیدگاه‌های پاک‌شده: ۲", "این پیوند دیگر اعتبار ندارد."),
    "en": ("ltr", "seven days", "Erased comments: 2", "This link is not valid any more."),
}
"""The page's direction, a word of the first answer, the last one, and what the link says then."""


@pytest.fixture
def site(transactional_db: None) -> SmallSite:
    return small_site()


@pytest.mark.parametrize("language", WORDS)
def test_the_whole_way(
    browser: Browser, site: SmallSite, live_server: LiveServer, language: str
) -> None:
    direction, sent, erased, over = WORDS[language]
    page = open_page(site)
    published(page, "نخستین نظر من", **MINE)
    posted(page, "نظر دوم، که هنوز کسی نخوانده است", **MINE)
    others = published(page, "نظر دیگری")
    tab = browser.new_page(base_url=live_server.url)

    tab.goto(f"{own_data_path()}?lang={language}")
    expect(tab.locator("html")).to_have_attribute("dir", direction)
    tab.fill("[name=email]", "nobody")
    _send(tab)
    expect(tab.locator("[name=email]")).to_have_value("nobody")
    _looks_right(tab)
    tab.fill("[name=email]", EMAIL)
    _send(tab)
    expect(tab.locator("main [role=status]")).to_contain_text(sent)
    _looks_right(tab)

    link = f"{own_data_path(mailed_secret())}?lang={language}"
    assert link in Message.objects.get().text
    tab.goto(link)
    expect(tab.locator("main [name=comment]")).to_have_count(2)
    expect(tab.locator("main")).not_to_contain_text("نظر دیگری")
    with tab.expect_download() as taken:
        tab.locator("a[href*='as=json']").click()
    texts = [one["text"] for one in json.loads(Path(taken.value.path()).read_text("utf-8"))]
    assert sorted(texts) == ["نخستین نظر من", "نظر دوم، که هنوز کسی نخوانده است"]
    tab.locator("[name=which][value=all]").click()
    expect(tab.locator("main [role=alert]")).to_be_visible()
    _looks_right(tab)
    assert not ReaderComment.objects.filter(status=Status.ERASED).exists()

    tab.locator("[name=sure]").check()
    tab.locator("[name=which][value=all]").click()
    expect(tab.locator("main [role=status]")).to_contain_text(erased)
    _looks_right(tab)
    assert ReaderComment.objects.exclude(status=Status.ERASED).get() == others
    tab.goto(link)
    expect(tab.locator("h1")).to_have_text(over)
    _looks_right(tab)
    tab.context.close()


def _send(tab: Page) -> None:
    tab.locator("main form button[type=submit]").click()


def _looks_right(tab: Page) -> None:
    for width in looks(tab):
        assert tab.evaluate("document.documentElement.scrollWidth") == width
        assert violations(tab, "main") == []
