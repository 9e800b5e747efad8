"""What a reader's browser and an editor's make of a body with every block."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.blocks import bodies
from tests.making import SmallSite, live_news, small_site
from wagtail_prcouncil.news.models import NewsPage

pytestmark = pytest.mark.needs("browser")

WIDE = {
    "table": {
        "caption": "کارنامهٔ طرح‌ها",
        "columns": [{"type": "text", "heading": f"ستون شمارهٔ {n}"} for n in range(9)],
        "rows": [{"values": ["۱۴۰۵/۰۹/۳۰"] * 9}] * 2,
    },
    "row_headings": True,
}


@pytest.fixture
def articles(transactional_db: None, live_server: LiveServer) -> tuple[NewsPage, NewsPage]:
    """An item with every block, in Persian and in English."""
    site: SmallSite = small_site()
    site.site.hostname, site.site.port = live_server.thread.host, live_server.thread.port
    site.site.save()
    body = [*bodies.full_body(bodies.picture(), pictures=5), ("table", WIDE)]
    page = live_news(site, title="گزارش طرح‌های آبی", body=body)
    return page, live_news(site, english_of=page, title="Water projects", slug="water", body=body)


def opened(browser: Browser, url: str, width: int = 1280) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="fa-IR")
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("console", lambda said: page.complaints.append(said.text))
    page.hosts = set()
    page.on("request", lambda asked: page.hosts.add(asked.url.split("/")[2]))
    page.goto(url, wait_until="networkidle")
    return page


@pytest.mark.parametrize("width", [1280, 320])
def test_every_block_fits_and_can_be_read_by_all(
    articles: tuple[NewsPage, NewsPage], browser: Browser, width: int
) -> None:
    persian, english = articles
    for url in (persian.full_url, english.full_url, f"{persian.full_url}print/"):
        page = opened(browser, url, width)
        assert page.complaints == [], url
        assert len(page.hosts) == 1, "players and pictures are our own"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, url
        violations = Axe().run(page).response["violations"]
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in violations] == [], url
        page.context.close()


def test_a_wide_table_scrolls_by_itself_and_by_keyboard(
    articles: tuple[NewsPage, NewsPage], browser: Browser
) -> None:
    page = opened(browser, articles[0].full_url, 320)
    region = page.get_by_role("region", name="کارنامهٔ طرح‌ها")
    assert region.evaluate("it => it.scrollWidth > it.clientWidth")
    region.focus()
    page.keyboard.press("ArrowLeft")  # onward, in a table that begins at the right
    page.wait_for_function("it => it.scrollLeft < 0", arg=region.element_handle())
    page.context.close()


def test_a_gallery_has_no_holes(articles: tuple[NewsPage, NewsPage], browser: Browser) -> None:
    page = opened(browser, articles[0].full_url)
    ends = page.locator(".prc-gallery").first.evaluate(
        "it => { const edge = it.getBoundingClientRect(), rows = {};"
        " for (const one of it.children) { const box = one.getBoundingClientRect();"
        " rows[box.top] = Math.min(rows[box.top] ?? 1e9, box.left - edge.left) }"
        " return Object.values(rows) }"
    )
    assert len(ends) == 3
    assert max(ends) < 2, "each row of a right-to-left page ends at the left edge"
    page.context.close()


def test_an_editor_opens_every_block(
    articles: tuple[NewsPage, NewsPage], browser: Browser, live_server: LiveServer
) -> None:
    get_user_model().objects.create_superuser("editor", "editor@example.org", "pass")
    page = opened(browser, f"{live_server.url}{reverse('wagtailadmin_login')}")
    page.fill("[name=username]", "editor")
    page.fill("[name=password]", "pass")
    page.press("[name=password]", "Enter")
    page.wait_for_load_state("networkidle")
    page.complaints.clear()
    edit = reverse("wagtailadmin_pages:edit", args=[articles[0].pk])
    page.goto(f"{live_server.url}{edit}", wait_until="networkidle")
    assert page.complaints == []
    cells = page.locator("td input[type=text]")
    assert cells.first.get_attribute("dir") == "auto"
    assert "تصفیه‌خانه" in cells.evaluate_all("all => all.map(cell => cell.value)")
    page.context.close()
