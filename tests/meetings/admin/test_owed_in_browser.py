"""An agency's path in Persian, as a browser, a keyboard and a phone meet it."""

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.axe import looks, violations
from tests.desks import Desk
from tests.making import SmallSite, small_site
from tests.meetings.making import announced, held, staffed_council
from tests.meetings.owing import (
    PDF,
    agencies_at,
    assignment,
    owed_place,
    reporter_of,
    requested,
)
from wagtail_prcouncil.meetings.models import Assignment, Evidence, MemberReport
from wagtail_prcouncil.meetings.states import AssignmentState, ReportState

pytestmark = [pytest.mark.needs("browser"), pytest.mark.django_db(transaction=True)]

FILE: FilePayload = {"name": "table.pdf", "mimeType": "application/pdf", "buffer": PDF}


@pytest.fixture
def site(transactional_db: None) -> SmallSite:
    return small_site()


@pytest.fixture
def rows(site: SmallSite) -> tuple[MemberReport, Assignment]:
    coming, past = announced(staffed_council(site)), held(staffed_council(site), days=-40)
    mine = agencies_at(coming.council)[0]
    return requested(coming, mine)[0], assignment(past, mine, days=-3)


@pytest.fixture
def page(rows: tuple[MemberReport, Assignment], desk: Desk) -> Page:
    """Of somebody who reports for the agency, in Persian."""
    return desk("fa", reporter_of(rows[0].agency))


def send(page: Page) -> None:
    with page.expect_navigation():
        page.locator("#w-editor-form footer button[type=submit]").first.click()


def test_an_agency_reports_and_carries_out(
    page: Page, rows: tuple[MemberReport, Assignment]
) -> None:
    report, task = rows
    page.goto(owed_place("index"))
    assert page.get_attribute("html", "dir") == "rtl"
    for width in looks(page):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page, "main") == []
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator(f"main a[href='{owed_place('report', report)}']").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for width in looks(page):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page, "main") == []
    page.set_viewport_size({"width": 1280, "height": 900})
    page.fill("[name=title]", "گزارش عملکرد")
    send(page)  # nothing is written yet
    expect(page.locator(".w-field--error")).to_have_count(1)
    assert page.input_value("[name=title]") == "گزارش عملکرد"
    page.fill("[name=text]", "دوازده نشست خبری برگزار شد.")
    page.set_input_files("[name=attached]", [FILE])
    send(page)
    report.refresh_from_db()
    assert (report.state, report.files.count()) == (ReportState.SUBMITTED, 1)
    page.locator(f"main a[href='{owed_place('assignment', task)}']").click()
    expect(page.locator("main")).to_contain_text(task.task)
    assert violations(page, "main") == []
    page.locator(f"a.button[href='{owed_place('fulfil', task)}']").click()
    page.fill("[name=text]", "انجام شد.")
    page.set_input_files("[name=attached]", [FILE])
    assert violations(page, "main") == []
    send(page)
    task.refresh_from_db()
    assert task.state == AssignmentState.DONE
    assert Evidence.objects.filter(follow_up__assignment=task).exists()
