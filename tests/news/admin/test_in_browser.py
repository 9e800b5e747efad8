"""The desk in the real admin: a headline that is taken, what may be put right, a section changed
for what the filters find."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.axe import violations
from tests.making import SmallSite, below, draft_news, live_news, small_site
from tests.news.staff import chief, logged_in
from wagtail_prcouncil.news.models import NewsPage, SectionPage

pytestmark = pytest.mark.needs("browser")
TITLE = "گردهمایی کتابخانه‌های کشور"


@pytest.fixture
def site(transactional_db: None) -> SmallSite:
    return small_site()


@pytest.fixture(params=["fa", "en"])
def page(
    site: SmallSite, live_server: LiveServer, browser: Browser, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """Of an administrator who reads Persian, then of one who reads English."""
    client = logged_in(chief(request.param))
    context = browser.new_context(base_url=live_server.url, reduced_motion="reduce")
    name = settings.SESSION_COOKIE_NAME
    value = client.cookies[name].value
    context.add_cookies([{"name": name, "value": value, "url": live_server.url}])
    yield context.new_page()
    context.close()


def test_a_headline_that_is_taken_is_told_while_it_is_typed(page: Page, site: SmallSite) -> None:
    other = live_news(site, title=TITLE)
    page.goto(reverse("wagtailadmin_pages:add", args=["prcouncil_news", "newspage", site.index.pk]))
    region = page.locator("[data-prc-named-alike]")
    expect(region.locator("a")).to_have_count(0)
    page.locator("#id_title").press_sequentially("گردهمايي كتابخانه هاي کشور")
    link = region.locator(f'a[href="{reverse("wagtailadmin_pages:edit", args=[other.pk])}"]')
    expect(link).to_be_visible()
    page.locator("#id_title").press_sequentially(" و جهان")
    expect(link).to_have_count(0)


def test_what_may_be_put_right_is_told_beside_the_preview(page: Page, site: SmallSite) -> None:
    item = draft_news(site, lead="جلسه برگزار می شود.")
    item.save_revision()
    page.goto(reverse("wagtailadmin_pages:edit", args=[item.pk]))
    page.locator('[data-side-panel-toggle="checks"]').click()
    checks = page.locator('[data-side-panel="checks"]')
    finding = checks.get_by_text('data-prc-finding="half_spaces"')
    expect(finding).to_be_visible()


def test_the_whole_list_is_reached_on_a_narrow_screen(page: Page, site: SmallSite) -> None:
    live_news(site, title=TITLE)
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/admin/prcouncil_news_listing/")
    last = page.locator("#listing-results td").last
    last.evaluate("cell => cell.scrollIntoView({inline: 'center'})")
    expect(last).to_be_in_viewport()
    width = page.locator("td.title").first.evaluate("cell => cell.clientWidth")
    assert width >= 150, "headlines break between words, not within"


def test_a_section_is_changed_for_what_the_filters_find(page: Page, site: SmallSite) -> None:
    economy = below(site.index, SectionPage, title="اقتصاد", slug="economy")
    found, other = live_news(site, title=TITLE), live_news(site)
    page.goto(f"/admin/prcouncil_news_listing/?code={found.code}")
    assert violations(page) == []
    page.locator("[data-bulk-action-select-all-checkbox]").first.check()
    page.locator('a[href*="/refile/"]').click()
    page.locator("#id_section").select_option(str(economy.pk))
    page.locator('form[action*="/refile/"] button[type="submit"]').click()
    expect(page.locator(".messages .success")).to_be_visible()
    sections = [NewsPage.objects.get(pk=item.pk).section.title for item in (found, other)]
    assert sections == ["اقتصاد", site.section.title]
