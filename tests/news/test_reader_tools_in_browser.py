"""What a reader does with an item beside reading it: by keyboard, in both languages."""

from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.blocks import bodies
from tests.making import live_news, small_site
from wagtail_prcouncil.news.models import NewsPage

pytestmark = pytest.mark.needs("browser")


@pytest.fixture
def items(transactional_db: None) -> dict[str, NewsPage]:
    """A Persian item with a gallery of three pictures, and its translation."""
    site = small_site()
    pictures = [
        {"image": bodies.picture(), "alt": f"تصویر {n}", "caption": f"شرح {n}"} for n in range(3)
    ]
    body = [("gallery", {"pictures": pictures, "caption": "آیین", "credit": "عکس: روابط عمومی"})]
    persian = live_news(site, title="گشایش سد", body=body)
    return {"fa": persian, "en": live_news(site, english_of=persian, title="Dam opened", body=body)}


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_an_item_is_passed_on_enlarged_and_printed(
    live_server: LiveServer, opened: Page, items: dict[str, NewsPage], language: str
) -> None:
    item = items[language]
    opened.goto(live_server.url + item.url)

    menu = opened.locator("[data-prc-menu]")
    menu.locator("summary").focus()
    opened.keyboard.press("Enter")
    short = f"http://localhost{item.short_path}"
    expect(menu.locator(".prc-menu__address")).to_have_text(short)
    addresses = [unquote(link.get_attribute("href")) for link in menu.locator("a").all()]
    assert len(addresses) == 6
    assert all(short in address for address in addresses)
    menu.locator("[data-prc-copy]").click()
    expect(menu.get_by_role("status")).not_to_be_empty()
    assert opened.evaluate("navigator.clipboard.readText()") == short
    opened.keyboard.press("Escape")
    expect(menu.locator("summary")).to_be_focused()
    expect(menu.locator(".prc-menu__panel")).to_be_hidden()

    size = "parseFloat(getComputedStyle(document.querySelector('.prc-prose--article')).fontSize)"
    before = opened.evaluate(size)
    opened.locator('[data-prc-step="1"]').click()
    larger = opened.evaluate(size)
    assert larger > before
    opened.reload()
    assert opened.evaluate(size) == larger
    opened.locator('[data-prc-step="-1"]').click()
    assert opened.evaluate(size) == before

    opened.locator(f'a[href$="{item.url}print/"]').click()
    expect(opened.locator(".prc-qr")).to_be_visible()
    expect(opened.locator("h1")).to_have_text(item.title)
    back = opened.locator(".prc-actions a")
    assert back.get_attribute("href") == item.full_url


@pytest.mark.parametrize(("language", "onward"), [("fa", "ArrowLeft"), ("en", "ArrowRight")])
def test_a_gallery_by_keyboard(
    live_server: LiveServer,
    opened: Page,
    items: dict[str, NewsPage],
    language: str,
    onward: str,
) -> None:
    opened.goto(live_server.url + items[language].url)
    first = opened.locator(".prc-gallery a").first
    first.focus()
    opened.keyboard.press("Enter")
    viewer = opened.get_by_role("dialog")
    expect(viewer.locator("img")).to_have_attribute("alt", "تصویر 0")
    expect(viewer.locator(".prc-viewer__caption")).to_contain_text("روابط عمومی")
    opened.keyboard.press(onward)
    expect(viewer.locator("img")).to_have_attribute("alt", "تصویر 1")
    opened.keyboard.press("End")
    expect(viewer.locator(".prc-viewer__count")).to_have_text(
        "۳ از ۳" if language == "fa" else "3 of 3"
    )
    with opened.expect_download() as download:
        viewer.locator("a[download]").click()
    assert download.value.suggested_filename
    opened.keyboard.press("Escape")
    expect(viewer).to_be_hidden()
    expect(opened.locator(".prc-gallery a").last).to_be_focused()


def test_without_scripts_nothing_is_missing(
    live_server: LiveServer, browser: Browser, items: dict[str, NewsPage]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + items["fa"].url)
    page.locator("[data-prc-menu] summary").click()
    expect(page.locator(".prc-menu__panel a").first).to_be_visible()
    expect(page.locator("[data-prc-text]")).to_be_hidden()
    large = page.locator(".prc-gallery a").first.get_attribute("href")
    answer = page.request.get(live_server.url + large)
    assert answer.headers["content-type"].startswith("image/")
    context.close()
