"""An import by keyboard, from the file to the register, with axe on each screen."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.directory.importing.making import big_register, checked, csv_file, unit
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.exchange import views
from wagtail_prcouncil.exchange.actions import advance, start
from wagtail_prcouncil.exchange.models import ImportRun

pytestmark = [pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

INDEX = "/admin/prcouncil_agency_import/"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def page(transactional_db: None, live_server: LiveServer, browser: Browser) -> Iterator[Page]:
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    name = settings.SESSION_COOKIE_NAME
    value = client.cookies[name].value
    context.add_cookies([{"name": name, "value": value, "url": live_server.url}])
    yield context.new_page()
    context.close()


def choose(page: Page, content: bytes) -> None:
    page.goto(INDEX)
    file: Any = {"name": "register.csv", "mimeType": "text/csv", "buffer": content}
    page.set_input_files("[name=file]", file)
    page.locator("form[enctype] button").focus()
    page.keyboard.press("Enter")


def is_sound(page: Page) -> None:
    """Nothing for axe to say, and nothing wider than a small screen."""
    options = {"runOnly": {"type": "tag", "values": WCAG}}
    assert Axe().run(page, context=".prc-import", options=options).response["violations"] == []
    page.set_viewport_size({"width": 320, "height": 800})
    root = "document.scrollingElement"
    assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")
    page.set_viewport_size({"width": 1280, "height": 900})


def test_from_a_refused_file_to_the_register(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "SECONDS_AT_ONCE", 0)  # so that the page has to go on by itself
    choose(page, b"\x00")
    expect(page.locator(".w-field__errors")).to_be_visible()
    is_sound(page)
    choose(page, csv_file(unit("a", "الف", parent="nowhere"), unit("b", "ب")))
    expect(page.locator(".prc-import__line--error")).to_have_count(1)
    is_sound(page)
    choose(page, csv_file(*big_register(150)))
    page.locator("form[action$='/start/'] button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("progress[value='150']")).to_be_visible()
    is_sound(page)
    assert Agency.objects.count() == 150


def test_looking_at_what_was_broken_off_writes_nothing(page: Page) -> None:
    run = advance(start(checked(*big_register(150))))
    page.goto(f"{INDEX}{run.pk}/")
    page.wait_for_load_state("networkidle")
    expect(page.locator("progress[value='100']")).to_be_visible()
    assert (ImportRun.objects.get().next_step, Agency.objects.count()) == (100, 100)
    page.locator("form[action$='/advance/'] button").click()
    expect(page.locator("progress[value='150']")).to_be_visible()
