"""Readers who enlarge, choose the colours themselves, or ask for calm: on every public page.

A mode is tried in one context of the browser, each page is opened once in it.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.blocks import bodies
from tests.directory.making import agency, register
from tests.making import live_news, small_site
from tests.ui import test_errors
from wagtail_prcouncil.directory.models import Province

pytestmark = pytest.mark.needs("browser")

# A screen of 1280 px at 200 %, and the same letters on a screen of 320.
ZOOMED: dict[str, Any] = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}
# What a reader cannot come to: the page scrolls sideways, or words stand beyond its edge, where a
# page that begins at the right does not scroll at all. What scrolls by itself is no fault.
BEYOND = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  const width = document.documentElement.clientWidth, found = [];
  if (document.documentElement.scrollWidth > width) found.push("the page scrolls sideways");
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words = document.createRange();
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !one.checkVisibility()) continue;
    if (one.closest(".prc-hidden, .prc-tablewrap, .prc-skip, svg, script")) continue;
    words.selectNodeContents(walk.currentNode);
    const { left, right } = words.getBoundingClientRect();
    if (right - left > 2 && (left < -1 || right > width + 1))
      found.push(one.outerHTML.slice(0, 120));
  }
  return found;
}"""
# In forced colours the browser paints: backgrounds are the page's, and text the reader's.
FORCED = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  const found = [], tell = (what, one) => found.push(`${what}: ${one.outerHTML.slice(0, 120)}`);
  const ground = getComputedStyle(document.body).backgroundColor;
  const shown = one => one.checkVisibility({ visibilityProperty: true });
  const edged = one => ["Top", "Bottom", "Left", "Right"].some(side => {
    const style = getComputedStyle(one);
    return style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0 &&
      style[`border${side}Color`] !== ground;
  });
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  for (const one of all("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
    if (one.disabled || one.closest("[inert]")) continue; // neither takes the focus
    one.focus();
    const style = getComputedStyle(one);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2 ||
        style.outlineColor === ground) tell("no ring", one);
    one.blur();
    if (one.textContent.trim() && !one.closest("svg") && getComputedStyle(one).color === ground)
      tell("unreadable", one);
  }
  const boxes = "[type=hidden], [type=checkbox], [type=radio]";
  for (const one of all(`input:not(${boxes}), select, textarea`))
    if (!edged(one) && !edged(one.parentElement)) tell("no edge", one);
  for (const one of all(".prc-button")) if (!edged(one)) tell("no edge", one);
  // Where one of several is current, more than its colour says so.
  const manner = one => {
    const style = getComputedStyle(one);
    const words = getComputedStyle(one.querySelector("text") ?? one);
    return [one.tagName, words.fontWeight, words.textDecorationLine, style.outlineStyle,
      style.borderBottomStyle, style.borderBottomWidth].join();
  };
  for (const one of all("[aria-current]:not([aria-current=false]), [aria-selected=true]")) {
    const list = one.closest("ul, ol, nav, tbody, table, svg");
    const others = [...list?.querySelectorAll("a") ?? []].filter(other => shown(other) &&
      other !== one && !other.closest("[aria-current]"));
    if (others.some(other => manner(other) === manner(one))) tell("current by colour alone", one);
  }
  // Marks are cut out of a background, which this mode takes away unless told otherwise.
  for (const one of all("*"))
    for (const place of ["::before", "::after", null]) {
      const style = getComputedStyle(one, place);
      if (style.clipPath.startsWith("polygon") && (!place || style.content === '""') &&
          style.display !== "none" && (place || !one.textContent.trim()) && !one.closest("svg") &&
          !one.querySelector("img") && style.backgroundColor === ground)
        tell(`a mark is gone (${place})`, one);
    }
  return found;
}"""
# Milliseconds of what moves, and the scrolling of what scrolls.
MOVING = """() => [...document.querySelectorAll("*")].flatMap(one =>
  [null, "::before", "::after"].filter(place => {
    const style = getComputedStyle(one, place);
    const longest = list => Math.max(...list.split(",").map(parseFloat).filter(Number.isFinite), 0);
    return longest(style.transitionDuration) > .01 || longest(style.animationDuration) > .01 ||
      style.scrollBehavior === "smooth";
  }).map(place => `${one.outerHTML.slice(0, 80)} ${place ?? ""}`))"""


@pytest.fixture
def pages(transactional_db: None, live_server: LiveServer) -> Iterator[list[str]]:
    """Addresses of one page of each kind, with all that it may show."""
    site = small_site()
    site.site.hostname, site.site.port = live_server.thread.host, live_server.thread.port
    site.site.save()
    register(site)
    qazvin = Province.objects.get(code="IR-26")
    long = "https://a-very-long-name-of-a-host.water.example.invalid/about/the/agency/"
    top = agency("وزارت نمونه", code="ministry", kind="ministry", name_en="Ministry of Example")
    water = agency("سازمان آب", code="water", parent=top, province=qazvin, website=long)
    agency("شرکت آب", code="company", parent=water, province=qazvin)
    body = [*bodies.full_body(bodies.picture()), ("paragraph", "<p>پایان.</p>")]
    article = live_news(
        site, title="گزارش طرح‌های آبی", body=body, agency=water, source_outlet="سازمان آب"
    )
    english = live_news(site, english_of=article, title="Water", slug="water", body=body)
    with override_settings(ROOT_URLCONF=test_errors.__name__):
        yield [
            *(site.home.url, site.home_en.url, site.index.url, site.section.url, article.url),
            *(english.url, f"{article.url}print/", "/search/?q=طرح", "/search/?q=هیچ", "/privacy/"),
            *("/agencies/", "/agencies/?province=ir-26&kind=organisation", "/agencies/water/"),
            *("/en/agencies/", "/style-sheet/"),
            *(f"/{name}/" for name in test_errors.PAGES),
        ]


@pytest.fixture
def page(
    browser: Browser, live_server: LiveServer, request: pytest.FixtureRequest
) -> Iterator[Page]:
    context = browser.new_context(base_url=live_server.url, **request.param)
    yield context.new_page()
    context.close()


def opened(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer.status == test_errors.PAGES.get(address.strip("/"), 200), address


@pytest.mark.parametrize("page", [ZOOMED], indirect=True)
def test_zoomed_pages_do_not_scroll_sideways(page: Page, pages: list[str]) -> None:
    found = []
    for address in pages:
        page.set_viewport_size(ZOOMED["viewport"])
        opened(page, address)
        found += [(address, 640, wrong) for wrong in page.evaluate(BEYOND)]
        page.set_viewport_size({"width": 320, "height": 400})
        found += [(address, 320, wrong) for wrong in page.evaluate(BEYOND)]
    assert found == []
    page.add_style_tag(content=".prc-title { white-space: nowrap; font-size: 9rem }")
    assert page.evaluate(BEYOND) != []


@pytest.mark.parametrize("page", [{"forced_colors": "active"}], indirect=True)
def test_forced_colours_leave_edges_rings_and_marks(page: Page, pages: list[str]) -> None:
    found = []
    for address in pages:
        opened(page, address)
        found += [(address, wrong) for wrong in page.evaluate(FORCED)]
    assert found == []
    page.add_style_tag(content=".prc .prc-button { border: 0 }")
    assert page.evaluate(FORCED) != []


@pytest.mark.parametrize("page", [{"reduced_motion": "reduce"}], indirect=True)
def test_who_asks_for_calm_sees_nothing_move(page: Page, pages: list[str]) -> None:
    found = []
    for address in pages:
        opened(page, address)
        found += [(address, wrong) for wrong in page.evaluate(MOVING)]
    assert found == []
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVING) != []
