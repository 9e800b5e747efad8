"""What a reader's browser makes of the pages: direction, font, width, errors, accessibility."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.utils.deprecation import MiddlewareMixin
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.axe import looks, violations
from tests.making import SmallSite, live_news, news_at, small_site
from wagtail_prcouncil.news.models import NewsPage

pytestmark = pytest.mark.needs("browser")

POLICY = "default-src 'self'; img-src 'self' data:"
WORDS = {
    "kicker": "در نشست هفتادوسوم شورا",
    "deck": "نخستین گزارش پانزدهم آذر در دسترس مردم است.",
    "agency_name": "سازمان نمونهٔ آب",
    "source_outlet": "روابط عمومی سازمان نمونهٔ آب",
    "hero_alt": "سد و تپه‌های پیرامون آن",
    "hero_caption": "سد نمونه در پایان آبان.",
    "body": [
        ("heading", "الگو چه چیزی را عوض می‌کند؟"),
        ("paragraph", "<p>متن <b>خبر</b>.</p><ol><li>یک</li><li>دو</li></ol>"),
        ("quote", {"text": "گزارشی که مردم نفهمند، گزارش نیست.", "attribution": "دبیر شورا"}),
    ],
}


class StrictPolicy(MiddlewareMixin):
    """The Content-Security-Policy that a ministry may well have in front of its site."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.headers["Content-Security-Policy"] = POLICY
        return response


@dataclass
class Seen:
    """What happened while a page was open."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)


@pytest.fixture
def _strict_policy() -> Iterator[None]:
    with override_settings(MIDDLEWARE=[f"{__name__}.StrictPolicy", *settings.MIDDLEWARE]):
        yield


@pytest.fixture
def article(
    transactional_db: None, _strict_policy: None, live_server: LiveServer
) -> tuple[SmallSite, NewsPage, NewsPage]:
    """A small site at the live server's address, with an article in both languages."""
    site = small_site()
    site.site.hostname, site.site.port = live_server.thread.host, live_server.thread.port
    site.site.save()
    file = get_test_image_file(filename="dam.png", size=(1200, 800))
    image = get_image_model().objects.create(title="سد", file=file)
    at = dt.datetime(2026, 11, 22, 6, 10, tzinfo=dt.UTC)
    page = news_at(site, at, title="گزارش طرح‌های آبی", hero_image=image, **WORDS)
    english = news_at(
        site, at, english_of=page, title="Water projects", slug="water", hero_image=image
    )
    return site, page, english


def opened(
    browser: Browser, url: str, width: int = 1280, scheme: str = "light", media: str = "screen"
) -> Seen:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, locale="fa-IR"
    )
    seen = Seen(context.new_page())
    seen.page.on("console", lambda message: seen.complaints.append(message.text))
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    seen.page.on("request", lambda request: seen.hosts.add(request.url.split("/")[2]))
    seen.page.emulate_media(media=media)
    seen.page.goto(url, wait_until="networkidle")
    return seen


def addresses(article: tuple[SmallSite, NewsPage, NewsPage]) -> dict[str, tuple[str, str, str]]:
    """name: (address, language, direction)"""
    site, page, english = article
    return {
        "home": (site.home.full_url, "fa", "rtl"),
        "listing": (site.index.full_url, "fa", "rtl"),
        "section": (site.section.full_url, "fa", "rtl"),
        "article": (page.full_url, "fa", "rtl"),
        "print": (f"{page.full_url}print/", "fa", "rtl"),
        "english article": (english.full_url, "en", "ltr"),
        "english home": (site.home_en.full_url, "en", "ltr"),
        "search": (f"{site.home.full_url}search/?q=آب", "fa", "rtl"),
    }


def test_every_page(article: tuple[SmallSite, NewsPage, NewsPage], browser: Browser) -> None:
    for name, (url, language, direction) in addresses(article).items():
        seen = opened(browser, url)
        page = seen.page
        assert page.get_attribute("html", "lang") == language, name
        assert page.evaluate("getComputedStyle(document.body).direction") == direction, name
        assert page.evaluate("[...document.fonts].some(f => f.status === 'loaded')"), name
        assert page.locator("h1").count() == 1, name
        for width in looks(page):
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            assert violations(page) == [], name
        assert seen.complaints == [], name
        assert len(seen.hosts) == 1, name
        page.context.close()


def test_a_phone_gets_small_pictures(
    article: tuple[SmallSite, NewsPage, NewsPage], browser: Browser
) -> None:
    seen = opened(browser, article[0].index.full_url, width=320)
    assert "240x160" in seen.page.locator("main img").first.evaluate("image => image.currentSrc")


def test_the_menu_is_folded_on_a_phone_and_open_on_a_desk(
    article: tuple[SmallSite, NewsPage, NewsPage], browser: Browser
) -> None:
    link = "nav.prc-nav li a"
    assert opened(browser, article[0].home.full_url, 1280).page.locator(link).first.is_visible()
    phone = opened(browser, article[0].home.full_url, 320).page
    assert not phone.locator(link).first.is_visible()
    phone.locator("nav.prc-nav summary").click()
    assert phone.locator(link).first.is_visible()


def test_the_scheme_that_a_reader_chose_is_kept(
    article: tuple[SmallSite, NewsPage, NewsPage], browser: Browser
) -> None:
    page = opened(browser, article[0].home.full_url).page
    page.locator("[data-prc-theme]").click()
    assert page.get_attribute("html", "data-theme") == "dark"
    page.goto(article[1].full_url)
    assert page.get_attribute("html", "data-theme") == "dark"


def test_today_is_told_in_the_pages_calendar(
    article: tuple[SmallSite, NewsPage, NewsPage], browser: Browser
) -> None:
    persian = opened(browser, article[0].home.full_url).page.locator("[data-prc-today]")
    assert set(persian.inner_text()) & set("۰۱۲۳۴۵۶۷۸۹")
    year = persian.get_attribute("datetime")[:4]
    english = opened(browser, article[0].home_en.full_url).page.locator("[data-prc-today]")
    assert english.inner_text().endswith(year)


def test_paper_shows_the_text_and_not_the_site(
    article: tuple[SmallSite, NewsPage, NewsPage], browser: Browser
) -> None:
    page = opened(browser, article[1].full_url, media="print").page
    assert page.locator("h1").is_visible()
    assert not page.locator("nav.prc-nav").is_visible()
    assert not page.locator("form").first.is_visible()


def test_narrow_screens_break_headlines_and_not_buttons(
    article: tuple[SmallSite, NewsPage, NewsPage], browser: Browser
) -> None:
    site, _page, _english = article
    endless = live_news(site, title="آ" * 200)
    for url in (endless.full_url, site.index.full_url, site.home.full_url):
        seen = opened(browser, url, 320)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320, url
        seen.page.context.close()
    seen = opened(browser, f"{site.home.full_url}search/?q=آب", 320)
    lines = seen.page.locator("main .prc-searchbox .prc-button").evaluate(
        "button => { const words = document.createRange(), texts = [];"
        " const walk = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);"
        " while (walk.nextNode()) if (walk.currentNode.data.trim()) texts.push(walk.currentNode);"
        " words.selectNodeContents(texts.at(-1)); return words.getClientRects().length }"
    )
    assert lines == 1
    seen.page.context.close()
