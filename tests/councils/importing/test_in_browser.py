"""Members from a file by keyboard in Wagtail's admin, with axe on each screen."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from tests.axe import looks, violations
from tests.councils.importing.making import member
from tests.councils.making import council, person, seat, sits
from tests.desks import Desk
from tests.directory.importing.making import Row, csv_file
from tests.directory.making import agency
from tests.making import small_site
from wagtail_prcouncil.councils.models import Appointment

pytestmark = [pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

FILE = (
    member("بهار نمونه‌پور\u202e", "1396/05", until="1399", agency_code="water", title="مشاور"),
    member("لاله نمونه‌نیا", "1403/01/01", agency_code="roads", until="1404/12/10"),
    member("سپهر نمونه‌کیا", "2017-13-03", until="1390", agency_code="sea"),
)
"""A new stay, one that is changed, and a line with mistakes in two columns."""


@pytest.fixture
def stay(transactional_db: None) -> Appointment:
    home = council(small_site(), "شورای آزمون")
    agency("سازمان آب", code="water")
    place = seat(home, agency=agency("ادارهٔ راه", code="roads"))
    return sits(place, person("لاله نمونه‌نیا"), dt.date(2024, 3, 20))


def press(page: Page, target: Locator, key: str = "Enter") -> None:
    """As somebody without a mouse: goes on to it by Tab, and presses a key."""
    target.wait_for()
    for _step in range(120):
        if target.evaluate("one => one === document.activeElement"):
            page.keyboard.press(key)
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab never comes to it.")


def sent(page: Page, *rows: Row) -> None:
    """The upload's button pressed, with this file chosen."""
    file: Any = {"name": "members.csv", "mimeType": "text/csv", "buffer": csv_file(*rows)}
    page.set_input_files("[name=file]", file)
    page.locator("[name=file]").focus()
    press(page, page.locator("form[enctype] button[type=submit]"))


def is_sound(page: Page) -> None:
    """Nothing for axe to say and nothing to scroll sideways, on a desk, a phone, and by night."""
    for width in looks(page):
        root = "document.scrollingElement"
        assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth"), width
        assert violations(page, "main") == [], width
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize(
    ("language", "day"), [("fa", "مرداد ۱۳۹۶"), ("en", "July / August 2017 (1396/05)")]
)
def test_from_a_file_to_who_sits_there(
    desk: Desk, stay: Appointment, language: str, day: str
) -> None:
    page = desk(language)
    page.goto(reverse("prcouncil_member_import:index"))
    is_sound(page)
    sent(page, *FILE)
    refused = page.locator(".prc-import__line--error")
    expect(refused.locator("li")).to_have_count(2)
    expect(refused.locator(".prc-import__day").first).to_have_text("2017-13-03")
    expect(page.locator(".prc-import__line--new .prc-import__notes li")).to_have_count(1)
    press(page, page.locator(".prc-import__line--new summary"))
    expect(page.locator(".prc-import__line--new details")).to_contain_text(day)
    is_sound(page)
    assert Appointment.objects.count() == 1
    page.reload()
    press(page, page.locator("form[action$='/start/'] button"))
    expect(page.locator("progress[value='2']")).to_be_visible()
    is_sound(page)
    stay.refresh_from_db()
    assert (stay.until, Appointment.objects.count()) == (dt.date(2026, 3, 1), 2)


def test_a_day_in_a_persian_sentence_stands_on_one_line(desk: Desk, stay: Appointment) -> None:
    page = desk("fa")
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(reverse("prcouncil_member_import:index"))
    sent(page, *FILE)
    days = page.locator(".prc-import__line--error .prc-import__day")
    expect(days.first).to_be_visible()
    assert days.evaluate_all("all => all.map(one => one.getClientRects().length)") == [1] * (
        days.count()
    )
