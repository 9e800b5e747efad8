"""The directory in Wagtail's admin as a browser and a keyboard meet it."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.axe import violations
from tests.directory.making import agency
from tests.directory.staff import address, chief
from wagtail_prcouncil.directory.models import Agency, Province

pytestmark = [pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

DIALOG = ".modal-content"


@pytest.fixture
def desk(transactional_db: None, live_server: LiveServer, browser: Browser) -> Iterator[Page]:
    """A screen of somebody who may do everything; scripts that fail fail the test."""
    client: Client = chief()
    context = browser.new_context(
        base_url=live_server.url, locale="fa-IR", viewport={"width": 1280, "height": 900}
    )
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies(
        [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert errors == []


@pytest.fixture
def register(transactional_db: None) -> dict[str, Agency]:
    qazvin = Province.objects.get(code="IR-26")
    closed = {"closed_on": dt.date(2024, 3, 20), "closing_reason": "abolished"}
    return {
        "roads": agency("ادارهٔ کل راه‌داری قزوین", province=qazvin),
        "gone": agency("ادارهٔ کل راه‌داری پیشین", **closed),
        "bank": agency("بانک نمونه", kind="bank"),
    }


def choose(page: Page, words: str, name: str) -> None:
    """From the focused button of a chooser, without a mouse."""
    page.keyboard.press("Enter")
    field = page.locator(f"{DIALOG} input[name=q]")
    expect(field).to_be_visible()
    field.focus()
    page.keyboard.type(words)
    expect(page.locator(f"{DIALOG} tbody tr")).to_have_count(1)
    link = page.locator(f"{DIALOG} tbody a", has_text=name)
    for _step in range(20):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(DIALOG)).to_have_count(0)


def test_an_agency_is_chosen_by_keyboard_in_another_spelling(
    desk: Page, register: dict[str, Agency]
) -> None:
    row = register["bank"]
    desk.goto(address("edit", row))
    desk.locator("#id_parent-chooser button[data-chooser-action-choose]").first.focus()
    choose(desk, "راهداري", "قزوین")
    expect(desk.locator("#id_parent-chooser")).to_contain_text("ادارهٔ کل راه‌داری قزوین")
    desk.keyboard.press("Control+s")
    desk.wait_for_url(f"**{address('list')}")
    row.refresh_from_db()
    assert row.parent == register["roads"]


def test_a_successor_is_chosen_and_the_agency_closed_by_keyboard(
    desk: Page, register: dict[str, Agency]
) -> None:
    row = register["bank"]
    desk.goto(address("close", row))
    desk.locator("input[name=on]").focus()
    desk.keyboard.type("1403/01/01")
    desk.locator("input[value=merged]").focus()
    desk.keyboard.press("Space")
    desk.locator("[data-contentpath=successors] button").first.focus()
    desk.keyboard.press("Enter")
    # The new row takes the focus once it has moved into its place: then the key is another's.
    button = "[data-contentpath=successors] button[data-chooser-action-choose]"
    desk.locator(button).first.wait_for()
    desk.wait_for_timeout(500)
    desk.locator(button).first.focus()
    choose(desk, "راهداري قزوین", "قزوین")
    desk.locator("#w-editor-form button[type=submit]").focus()
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**{address('edit', row)}")
    row.refresh_from_db()
    assert row.closed_on == dt.date(2024, 3, 20)
    assert list(row.successors()) == [register["roads"]]


def test_the_list_to_choose_from_is_accessible(desk: Page, register: dict[str, Agency]) -> None:
    desk.goto(address("edit", register["roads"]))
    desk.locator("#id_parent-chooser button[data-chooser-action-choose]").first.click()
    expect(desk.locator(f"{DIALOG} tbody tr")).to_have_count(2)
    assert violations(desk, DIALOG) == []
