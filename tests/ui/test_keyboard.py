"""A walk with Tab alone: nothing hidden, nothing left out, no way that does not lead on."""

import datetime as dt
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.making import SmallSite, news_at, small_site

pytestmark = pytest.mark.needs("browser")

AT = dt.datetime(2026, 11, 22, 6, 10, tzinfo=dt.UTC)
MOST_STOPS = 80
# What stands under the focus, and whether a reader sees where they are.
WHERE = """() => {
  const one = document.activeElement;
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  one.dataset.stop ??= document.querySelectorAll("[data-stop]").length;
  return {
    stop: one === document.body ? -1 : Number(one.dataset.stop),
    name: `${one.tagName.toLowerCase()}.${one.className}`,
    top: Math.round(box.top + scrollY),
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    shown: box.width > 0 && box.bottom > 0 && box.top < innerHeight && one.checkVisibility(),
  }
}"""
# All that a keyboard should reach, in the order of the document.
REACHABLE = """() => [...document.querySelectorAll(
  "a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(one =>
  one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0).length"""


@dataclass(frozen=True)
class Stop:
    """A place where Tab rests."""

    stop: int
    name: str
    top: int
    ringed: bool
    shown: bool


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> SmallSite:
    site = small_site()
    site.site.hostname, site.site.port = live_server.thread.host, live_server.thread.port
    site.site.save()
    image = get_image_model().objects.create(title="سد", file=get_test_image_file(size=(1200, 800)))
    for n in range(4):
        page = news_at(site, AT - dt.timedelta(hours=n), slug=f"item-{n}", hero_image=image)
        news_at(site, AT, english_of=page, title=f"Item {n}", slug=f"item-{n}", hero_image=image)
    return site


def walked(page: Page, key: str = "Tab") -> list[Stop]:
    """The stops until the focus leaves the page or comes back to where it was."""
    stops: list[Stop] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        here = Stop(**page.evaluate(WHERE))
        if here.stop == -1 or here.stop in {stop.stop for stop in stops}:
            break
        stops.append(here)
    return stops


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", ["home", "home_en", "article"])
def test_a_walk_reaches_everything(
    site: SmallSite, browser: Browser, name: str, width: int
) -> None:
    address = site.index.full_url if name == "article" else getattr(site, name).full_url
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address, wait_until="networkidle")
    if name == "article":
        page.locator(".prc-teaser__title a").first.click()
        page.wait_for_load_state("networkidle")
    reachable = page.evaluate(REACHABLE)
    stops = walked(page)
    assert stops[0].name == "a.prc-skip"
    assert len(stops) == reachable, [stop.name for stop in stops]
    assert [stop.name for stop in stops if not (stop.ringed and stop.shown)] == []
    # Down the page as it is read: masthead, text, margin, footer.
    assert stops[-1].top > stops[len(stops) // 2].top > stops[1].top
    page.close()


def test_the_skip_link_passes_the_masthead(site: SmallSite, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(site.home.full_url, wait_until="networkidle")
    page.keyboard.press("Tab")
    assert page.locator(".prc-skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()


def test_the_folded_menu_opens_by_key(site: SmallSite, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(site.home.full_url, wait_until="networkidle")
    page.locator(".prc-nav summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.prc-nav li') !== null")
    page.close()


def test_no_key_is_caught_on_the_way_back(site: SmallSite, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(site.home.full_url, wait_until="networkidle")
    onward = walked(page)
    back = walked(page, "Shift+Tab")
    assert {stop.stop for stop in back} >= {stop.stop for stop in onward[1:-1]}
    page.close()
