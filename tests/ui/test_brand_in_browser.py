"""The brand in a browser: tried in the admin, derived by the style sheet, worn by error pages."""

import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.utils.deprecation import MiddlewareMixin
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.users.models import UserProfile

from tests.axe import looks, violations
from tests.making import SmallSite, small_site
from tests.ui import test_errors
from wagtail_prcouncil.ui.brand.tokens import BrandColours, dark, light
from wagtail_prcouncil.ui.models import BrandSettings

pytestmark = pytest.mark.needs("browser")

POLICY = "default-src 'self'; img-src 'self' data:"
WATCHED_AFTER = 2500  # ms; from then on Wagtail looks for changes in the form
VIOLET = "rgb(107, 29, 92)"
# Reads a custom property as the screen shows it, whatever notation it was derived in.
SHOWN = """name => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.setAttribute("hidden", "");
  probe.style.color = `var(--prc-${name})`;
  const pen = new OffscreenCanvas(1, 1).getContext("2d");
  pen.fillStyle = getComputedStyle(probe).color;
  pen.fillRect(0, 0, 1, 1);
  probe.remove();
  return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
}"""


class StrictPolicy(MiddlewareMixin):
    """For readers; Wagtail's admin, and its bar on previews, ask for more."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            response.headers["Content-Security-Policy"] = POLICY
        return response


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> Iterator[SmallSite]:
    """A small site at the live server's address, which has error pages to ask for."""
    site = small_site()
    site.site.hostname, site.site.port = live_server.thread.host, live_server.thread.port
    site.site.save()
    with override_settings(
        ROOT_URLCONF=test_errors.__name__,
        MIDDLEWARE=[f"{__name__}.StrictPolicy", *settings.MIDDLEWARE],
    ):
        yield site


@pytest.fixture
def admin(browser: Browser, live_server: LiveServer, site: SmallSite) -> Iterator[BrowserContext]:
    """An editor who reads English, logged in."""
    user = User.objects.create_superuser("chief", "chief@example.invalid", "x")
    UserProfile.objects.create(user=user, preferred_language="en")
    client = Client()
    client.force_login(user)
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1600, "height": 900})
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )
    yield context
    context.close()


def form_of(admin: BrowserContext, site: SmallSite) -> Page:
    page = admin.new_page()
    page.goto(f"/admin/settings/prcouncil_ui/brandsettings/{site.site.pk}/")
    return page


def test_a_typed_colour_is_seen_at_once_and_by_nobody_else(
    admin: BrowserContext, site: SmallSite
) -> None:
    page = form_of(admin, site)
    page.locator('[data-side-panel-toggle="preview"]').click()
    shown = page.frame_locator("iframe[title]").first
    expect(shown.locator(".prc-button").first).to_have_css("background-color", "rgb(12, 90, 96)")
    page.wait_for_timeout(WATCHED_AFTER)
    page.get_by_label("Brand colour", exact=True).fill("#6b1d5c")
    page.get_by_label("Name in English").fill("Ministry of the Morning Star")
    button = shown.locator(".prc-button").first
    expect(button).to_have_css("background-color", VIOLET)
    page.get_by_label("Preview mode").select_option("en")
    expect(shown.locator(".prc-brand__name")).to_contain_text("Morning Star")
    assert "Morning Star" not in Client().get(site.home_en.url).content.decode()
    assert not BrandSettings.objects.exclude(brand="").exists()


def test_the_palette_and_the_text_follow_each_other(admin: BrowserContext, site: SmallSite) -> None:
    page = form_of(admin, site)
    text, palette = page.locator("#id_brand"), page.locator("#id_brand + [type=color]")
    expect(palette).to_be_visible()
    assert palette.input_value() == "#0c5a60", "what holds while nothing is chosen"
    text.fill("#abc")
    assert palette.input_value() == "#aabbcc"
    palette.fill("#6b1d5c")
    assert text.input_value() == "#6b1d5c"


def test_a_colour_that_cannot_be_read_is_refused_beside_its_field(
    admin: BrowserContext, site: SmallSite
) -> None:
    page = form_of(admin, site)
    page.get_by_label("Brand colour", exact=True).fill("#ffcc00")
    page.get_by_label("Second colour", exact=True).fill("red")
    with page.expect_navigation():
        page.get_by_role("button", name="Save").click()
    complaints = page.locator(".w-field__errors").all_inner_texts()
    assert any("The ratio is 1.4 to 1; at least 4.5 to 1 is needed" in said for said in complaints)
    assert any("three or six digits" in said for said in complaints)
    assert page.locator("#id_brand").input_value() == "#ffcc00"
    own = page.locator("form#w-editor-form, form[novalidate]").first
    own.evaluate("form => form.id = form.id || 'own'")
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]})
    ours = [v["id"] for v in found.response["violations"] if "prc-colour" in json.dumps(v["nodes"])]
    assert ours == []


@pytest.mark.parametrize(
    "colours",
    [BrandColours(), BrandColours("#3b2a63", "#8a4b00", "#fff8e1")],
    ids=lambda colours: colours.brand,
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tokens_are_what_the_browser_derives(
    browser: Browser, site: SmallSite, colours: BrandColours, scheme: str
) -> None:
    row = BrandSettings(site=site.site, brand=colours.brand, accent=colours.accent)
    row.on_brand = colours.on_brand
    row.full_clean()
    row.save()
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(site.index.full_url)
    for name, colour in {"light": light, "dark": dark}[scheme](colours).items():
        expected = [int(colour.hex[at : at + 2], 16) for at in (1, 3, 5)]
        # A browser rounds at each step; two of 255 nobody sees.
        assert page.evaluate(SHOWN, name) == pytest.approx(expected, abs=2), name
    context.close()


def test_colours_come_under_a_strict_policy(browser: Browser, site: SmallSite) -> None:
    BrandSettings.objects.create(site=site.site, brand="#6b1d5c", radius=9)
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(site.index.full_url, wait_until="networkidle")
    button = page.locator(".prc-masthead .prc-button").first
    expect(button).to_have_css("background-color", VIOLET)
    expect(button).to_have_css("border-start-end-radius", "9px")
    assert said == []
    context.close()


ERRORS = ["nowhere/", "gone/", "forbidden/", "broken/", "privacy/"]


@pytest.mark.parametrize(("prefix", "direction"), [("/", "rtl"), ("/en/", "ltr")])
def test_error_pages(
    browser: Browser, live_server: LiveServer, site: SmallSite, prefix: str, direction: str
) -> None:
    context = browser.new_context(base_url=live_server.url)
    page = context.new_page()
    for name in ERRORS:
        page.goto(f"{prefix}{name}", wait_until="networkidle")
        assert page.evaluate("getComputedStyle(document.body).direction") == direction, name
        assert page.evaluate("[...document.fonts].some(f => f.status === 'loaded')"), name
        for width in looks(page):
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            assert violations(page) == [], name
    assert context.cookies() == []
    context.close()


def test_the_way_home_from_an_error(
    browser: Browser, live_server: LiveServer, site: SmallSite
) -> None:
    context = browser.new_context(base_url=live_server.url)
    page = context.new_page()
    page.goto("/en/nowhere/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.locator("main .prc-button", has_text="Home page").click()
    assert page.url == site.home_en.full_url
    page.goto("/en/broken/")
    assert page.locator("a.prc-brand").get_attribute("href") == "/en/"
    context.close()
