"""The secretary's path as a browser, a keyboard and a phone meet it."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from tests.axe import looks, violations
from tests.desks import Desk
from tests.making import SmallSite, small_site
from tests.meetings.admin.desk import place
from tests.meetings.making import announced, item, staffed_council
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions.attending import prefill
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.states import AgendaStatus, Presence, Status
from wagtail_prcouncil.persian.jalali import to_jalali

pytestmark = [pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site(transactional_db: None) -> SmallSite:
    return small_site()


def send(page: Page) -> None:
    with page.expect_navigation():
        page.locator("#w-editor-form footer button[type=submit]").click()


def follow(page: Page, url: str) -> None:
    """By the link or button that leads there."""
    with page.expect_navigation():
        page.locator(f"main a[href='{url}']").first.click()


def typed(day: dt.date, hour: str, language: str) -> str:
    if language == "en":
        return f"{day.isoformat()} {hour}"
    year, month, number = to_jalali(day)
    return f"{year}/{month:02d}/{number:02d} {hour}"


@pytest.mark.parametrize("language", ["fa", "en"])
def test_from_the_notice_to_a_meeting_that_was_held(
    site: SmallSite, desk: Desk, language: str
) -> None:
    council = staffed_council(site, 3)
    page, day = desk(language), today() - dt.timedelta(days=1)
    page.goto(f"{place('add')}?council={council.pk}")
    page.fill("[name=title]", "نشست یکم")
    page.fill("[name=starts_at]", typed(day, "09:00", language))
    page.fill("[name=ends_at]", typed(day, "11:00", language))
    page.keyboard.press("Escape")
    send(page)
    made = Meeting.objects.get()
    assert page.url.endswith(place("notice", made))
    follow(page, place("agenda", made))
    follow(page, place("add_item", made))
    page.fill("[name=title]", "گزارش دستگاه‌ها")
    send(page)
    expect(page.locator(".prc-agenda")).to_contain_text("گزارش دستگاه‌ها")
    follow(page, place("finalise_agenda", made))
    send(page)
    follow(page, place("notice", made))
    follow(page, place("announce", made))
    send(page)
    follow(page, place("attendance", made))
    follow(page, place("prefill", made))
    send(page)
    _say_who_came(page, made)
    follow(page, place("hold", made))
    send(page)
    made.refresh_from_db()
    assert (made.status, made.agenda_status) == (Status.HELD, AgendaStatus.FINAL)
    assert (made.quorum_present, made.is_quorate) == (2, True)


def _say_who_came(page: Page, made: Meeting) -> None:
    """By keyboard: the arrows of a group of buttons. The quorum follows before it is saved."""
    rows = list(made.attendances.order_by("pk"))
    expect(page.locator(".prc-quorum__reached")).to_be_visible()
    for row in rows[:2]:
        page.locator(f"[name=presence-{row.pk}]:checked").focus()
        page.keyboard.press("ArrowDown")
    expect(page.locator(".prc-quorum__missed")).to_be_visible()
    page.locator(f"[name=presence-{rows[1].pk}]:checked").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".prc-quorum__reached")).to_be_visible()
    send(page)
    stored = [row.presence for row in made.attendances.order_by("pk")]
    assert stored == [Presence.ABSENT, Presence.PRESENT, Presence.PRESENT]


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_screens_are_accessible_on_desk_and_phone(
    site: SmallSite, desk: Desk, language: str
) -> None:
    made = announced(staffed_council(site, 2), days=0)
    above = item(made, "بالا", label="۱")
    item(made, "پایین", label="۱-۱", parent=above, visibility="closed")
    made.refresh_from_db()
    prefill(made, version=made.version)
    page = desk(language)
    for url in (
        *(place(name, made) for name in ("notice", "agenda", "attendance", "reschedule")),
        *(place("order_items", made), place("add_item", made), place("documents", above)),
        *("/admin/meetings/calendar/", place("index"), place("add")),
    ):
        page.goto(url)
        for width in looks(page):
            assert violations(page) == [], (url, width)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, (url, width)
