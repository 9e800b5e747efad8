"""The style sheet page as readers see it, compared with the pictures in `screens/`.

After a change that is meant, `make screens` takes them anew; look at them before committing.
"""

import datetime as dt
import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.needs import find_browser
from tests.style_sheet.making import styled_site
from tests.ui.comparing import compare, keep

pytestmark = pytest.mark.needs("browser")

SCREENS = Path(__file__).parent / "screens"
RENEW = bool(os.environ.get("PRCOUNCIL_RENEW_SCREENS"))
NOW = dt.datetime(2026, 11, 22, 6, 10, tzinfo=dt.UTC)
ADDRESSES = {"fa": "/style-sheet/", "en": "/en/style-sheet/"}
# name: width, scheme, medium. Paper is A4 at 96 dots to the inch.
LOOKS = {
    "wide-light": (1280, "light", "screen"),
    "wide-dark": (1280, "dark", "screen"),
    "narrow-light": (320, "light", "screen"),
    "narrow-dark": (320, "dark", "screen"),
    "print": (794, "light", "print"),
}
# What is put below each other in one picture. A full page may be higher than Chromium can draw.
PIECES = (
    ".prc > header, .prc-head:has(> h1), aside.prc-margin--stick, .style-sheet__part, .prc-footer"
)
# Each is a small mistake in the sheet.
CHANGES = [
    ".prc-status--bad { color: #1f6b2b }",
    ".prc-button { border-radius: 1rem; background: #0c4a70 }",
    ".prc-notice { margin-inline-start: 12px }",
    ".prc-teaser__title { font-weight: 400 }",
    ".prc-timeline__text { display: none }",
]
NO_SANDBOX = "--no-sandbox"
DRAWING = [NO_SANDBOX, "--font-render-hinting=none", "--disable-lcd-text"]


@pytest.fixture(scope="module")
def drawing_browser(browser: Browser) -> Iterator[Browser]:
    """Draws letters without the hints that depend on a machine's screen."""
    found = browser.browser_type.launch(executable_path=find_browser(), args=DRAWING)
    yield found
    found.close()


@pytest.fixture
def smoothing_browser(browser: Browser) -> Iterator[Browser]:
    """The same program with the hints of this machine."""
    found = browser.browser_type.launch(executable_path=find_browser(), args=[NO_SANDBOX])
    yield found
    found.close()


@pytest.fixture
def address(transactional_db: None, live_server: LiveServer) -> str:
    """The site's own host stays "localhost": the server's port is another in each run."""
    styled_site()
    return live_server.url


def opened(browser: Browser, url: str, look: str) -> Page:
    width, scheme, medium = LOOKS[look]
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="en-GB",  # of the browser's own date field
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.emulate_media(media=medium)
    page.goto(url, wait_until="networkidle")
    # The browser's own controls are not ours to compare; pictures wait until they are scrolled to.
    page.add_style_tag(content="video, audio { visibility: hidden }")
    page.evaluate(
        "Promise.all([...document.images].map(image => { image.loading = 'eager';"
        " return image.decode().catch(() => {}) }))"
    )
    return page


def taken(page: Page) -> Image.Image:
    """The visible pieces of the page, one below the other."""
    pieces = page.locator(PIECES)
    shots = [
        Image.open(BytesIO(pieces.nth(n).screenshot(animations="disabled", caret="hide")))
        for n in range(pieces.count())
        if pieces.nth(n).is_visible()
    ]
    sheet = Image.new(
        "RGB", (max(shot.width for shot in shots), sum(shot.height for shot in shots)), "white"
    )
    top = 0
    for shot in shots:
        sheet.paste(shot, (0, top))
        top += shot.height
    return sheet


@pytest.mark.parametrize("language", ADDRESSES)
def test_the_page_looks_as_it_did(
    drawing_browser: Browser, address: str, request: pytest.FixtureRequest, language: str
) -> None:
    folder = request.config.cache.mkdir("prcouncil-screens")
    changed: dict[str, str] = {}
    for look in LOOKS:
        page = opened(drawing_browser, address + ADDRESSES[language], look)
        assert page.evaluate("document.documentElement.scrollWidth") <= LOOKS[look][0], look
        name, shot = f"{language}-{look}.png", taken(page)
        page.context.close()
        if RENEW:
            keep(shot, SCREENS / name)
        found = compare(Image.open(SCREENS / name), shot)
        if found.is_real:
            keep(shot, folder / name)
            found.picture.save(folder / f"differs-{name}")
            changed[name] = f"{found.fields} fields differ, heights {found.heights}"
    assert changed == {}, f"see {folder}"


def test_a_change_of_the_sheet_is_seen(drawing_browser: Browser, address: str) -> None:
    kept = Image.open(SCREENS / "fa-wide-light.png")
    page = opened(drawing_browser, address + ADDRESSES["fa"], "wide-light")
    style = page.add_style_tag(content="/* */")
    unseen = []
    for rule in CHANGES:
        style.evaluate("(style, rule) => { style.textContent = rule }", rule)
        if not compare(kept, taken(page)).is_real:
            unseen.append(rule)
    assert unseen == []
    page.context.close()


def test_another_smoothing_of_letters_is_not(smoothing_browser: Browser, address: str) -> None:
    page = opened(smoothing_browser, address + ADDRESSES["fa"], "wide-light")
    shot = taken(page)
    page.context.close()
    assert not compare(Image.open(SCREENS / "fa-wide-light.png"), shot).is_real


def test_the_pictures_stay_small() -> None:
    kept = {path.name: path.stat().st_size for path in SCREENS.glob("*.png")}
    assert set(kept) == {f"{language}-{look}.png" for language in ADDRESSES for look in LOOKS}
    assert sum(kept.values()) < 2_500_000
