"""The way of minutes as a browser meets it: drawn up, written, sent, objected to, published."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from tests.axe import looks, violations
from tests.desks import Desk
from tests.making import SmallSite
from tests.meetings.admin.desk import place
from tests.meetings.admin.test_in_browser import send, site
from tests.meetings.making import fresh, held, item, resolution, staffed_council
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.models import Minutes, Objection
from wagtail_prcouncil.meetings.states import MinutesStatus, Visibility
from wagtail_prcouncil.persian.jalali import to_jalali

__all__ = ["site"]

pytestmark = [pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]


def jalali(day: dt.date) -> str:
    told = to_jalali(day)
    return f"{told.year}/{told.month:02}/{told.day:02}"


def follow(page: Page, url: str) -> None:
    with page.expect_navigation():
        page.locator(f"main a[href='{url}']").first.click()


def test_from_the_draft_to_the_reader(site: SmallSite, desk: Desk) -> None:
    made = held(staffed_council(site), title="نشست نمونه")
    item(made, "گزارش آب", discussion="گفت‌وگوی همگانی")
    item(made, "بند بسته", discussion="رازگفتار", visibility=Visibility.CLOSED)
    resolution(made, "سدها بازدید شوند")
    page = desk("fa")
    page.goto(place("minutes", made))
    follow(page, place("draw_up", made))
    send(page)
    expect(page.locator(".prc-record")).to_contain_text("گفت‌وگوی همگانی")

    follow(page, place("write_minutes", made))
    heading = page.locator("input[name='body-2-value-heading']")
    expect(heading).to_have_value("گزارش آب")
    heading.fill("گزارش آب و خاک")
    assert not violations(page)
    send(page)
    expect(page.locator(".prc-record")).to_contain_text("گزارش آب و خاک")

    follow(page, place("circulate", made))
    page.fill("[name=objections_until]", jalali(today()))
    send(page)
    follow(page, place("object_to", made))
    page.locator("[name=seat]").select_option(index=1)
    page.fill("[name=text]", "عدد نادرست است")
    send(page)
    expect(page.locator(".prc-objections")).to_contain_text("عدد نادرست است")
    assert not violations(page)
    follow(page, place("answer_objection", Objection.objects.get()))
    page.fill("[name=answer]", "درست بود")
    page.check("[name=is_granted][value=no]")
    send(page)

    follow(page, place("approve", made))
    assert not violations(page)
    page.fill("[name=on]", jalali(today()))
    send(page)  # on the last day on which members may object
    assert not violations(page)
    page.check("[name=all_answered]")
    send(page)
    follow(page, place("publish", made))
    send(page)
    done = fresh(made)
    assert done.minutes_status == MinutesStatus.PUBLISHED
    page.goto(place("resolutions", made))
    expect(page.locator(".prc-decided__number")).to_contain_text("۱/۱۴")
    assert not violations(page)
    page.goto(f"{done.page.url}minutes/")
    expect(page.locator("main")).to_contain_text("گزارش آب و خاک")
    assert "رازگفتار" not in page.content()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_screens_on_a_desk_and_on_a_phone(site: SmallSite, desk: Desk, language: str) -> None:
    made = held(staffed_council(site), title="نشست نمونه")
    item(made, "گزارش آب", discussion="گفت‌وگوی همگانی")
    resolution(made, "سدها بازدید شوند", by_consensus=False, votes_for=2, votes_against=1)
    page = desk(language)
    page.goto(place("draw_up", made))
    send(page)
    assert Minutes.objects.filter(meeting=made).exists()
    for name in ("minutes", "resolutions", "circulate", "add_resolution"):
        page.goto(place(name, made))
        for width in looks(page):
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (name, width)
            assert not violations(page), (name, width)
