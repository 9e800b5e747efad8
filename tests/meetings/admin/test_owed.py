"""What an agency finds in the admin, and what it does there."""

from typing import Any

import pytest
from django.test import Client

from tests.making import SmallSite
from tests.meetings.admin.desk import errors, logged_in, place
from tests.meetings.making import announced, held, staffed_council
from tests.meetings.owing import (
    agencies_at,
    assignment,
    owed_place,
    paper,
    reporter_of,
    requested,
    submitted,
    task_place,
)
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.actions.reporting import give_back
from wagtail_prcouncil.meetings.models import Assignment, Evidence, MemberReport, ReportFile
from wagtail_prcouncil.meetings.states import AssignmentState, ReportState
from wagtail_prcouncil.persian.jalali import to_jalali

WORDS = {"title": "عنوان", "text": "متن", "visibility": "public"}


class Desk:
    """An agency with a report asked for and an assignment given; and so has another."""

    def __init__(self, site: SmallSite) -> None:
        coming, past = announced(staffed_council(site)), held(staffed_council(site))
        self.mine: Agency
        self.mine, other, _third = agencies_at(coming.council)
        self.report, self.others_report = requested(coming, self.mine, other)
        self.task, self.others_task = assignment(past, self.mine), assignment(past, other)
        self.client: Client = logged_in(reporter_of(self.mine))


@pytest.fixture
def desk(site: SmallSite) -> Desk:
    return Desk(site)


def said(row: Any, **words: Any) -> dict[str, Any]:
    return {"version": type(row).objects.get(pk=row.pk).version} | words


def test_it_sees_what_it_owes_and_nothing_of_others(desk: Desk) -> None:
    page = desk.client.get(owed_place("index"))
    assert [line.report for line in page.context["reports"]] == [desk.report]
    assert [card.row for card in page.context["tasks"]] == [desk.task]
    for name, row in (
        ("report", desk.others_report),
        ("assignment", desk.others_task),
        ("note", desk.others_task),
        ("start", desk.others_task),
        ("fulfil", desk.others_task),
    ):
        assert desk.client.get(owed_place(name, row)).status_code == 404, name
        answer = desk.client.post(owed_place(name, row), said(row, **WORDS))
        assert answer.status_code in (404, 405), name


def test_the_secretarys_screens_are_closed_to_it(desk: Desk) -> None:
    for address in (
        place("index"),
        place("reports", desk.report.meeting),
        place("report", desk.report),
        place("accept_report", desk.report),
        task_place("edit", desk.task),
        task_place("drop", desk.task),
        "/admin/meetings/assignments/",
        "/admin/reports/meetings/assignments/",
        "/admin/meetings/reporters/",
    ):
        assert desk.client.get(address).status_code in (302, 403), address


def test_whoever_reports_for_nobody_finds_no_screen(site: SmallSite) -> None:
    assert logged_in(reporter_of()).get(owed_place("index")).status_code == 302


def test_a_report_is_kept_submitted_returned_and_submitted_again(desk: Desk) -> None:
    address = owed_place("report", desk.report)
    kept = desk.client.post(address, said(desk.report, **WORDS, attached=paper(), later="1"))
    assert kept["Location"] == address
    row = ReportFile.objects.get()
    desk.client.post(owed_place("remove_file", row), said(desk.report))
    assert not ReportFile.objects.exists()
    sent = desk.client.post(address, said(desk.report, **WORDS))
    assert sent["Location"] == owed_place("index")
    now = MemberReport.objects.get(pk=desk.report.pk)
    assert (now.state, str(now.submitted_by_id)) == (ReportState.SUBMITTED, _user(desk))
    give_back(now, note="جدول نیست", version=now.version)
    assert "جدول نیست" in desk.client.get(address).content.decode()
    desk.client.post(address, said(desk.report, **WORDS | {"text": "با جدول"}))
    assert MemberReport.objects.get(pk=desk.report.pk).text == "با جدول"


def _user(desk: Desk) -> str:
    return str(desk.client.session["_auth_user_id"])


def test_what_is_sent_is_read_and_not_written(desk: Desk) -> None:
    submitted(desk.report)
    page = desk.client.get(owed_place("report", desk.report))
    assert "متن گزارش" in page.content.decode()
    assert "<textarea" not in page.content.decode()
    answer = desk.client.post(owed_place("report", desk.report), said(desk.report, **WORDS))
    assert answer.status_code == 409
    assert MemberReport.objects.get(pk=desk.report.pk).text == "متن گزارش"


def test_bad_input_is_told_and_words_stay(desk: Desk) -> None:
    address = owed_place("report", desk.report)
    for field, words in (
        ("text", WORDS | {"text": "  "}),
        ("visibility", WORDS | {"visibility": "x"}),
        ("attached", WORDS | {"attached": paper("a.pdf", b"<svg>")}),
    ):
        answer = desk.client.post(address, said(desk.report, **words))
        assert list(errors(answer)) == [field]
        assert "عنوان" in answer.content.decode()


def test_an_assignment_is_begun_and_done_with_evidence(desk: Desk) -> None:
    words = {"on": "{}/{}/{}".format(*to_jalali(today())), "text": "پیش رفت"}
    for name, state in (
        ("start", AssignmentState.IN_PROGRESS),
        ("note", AssignmentState.IN_PROGRESS),
        ("fulfil", AssignmentState.DONE),
    ):
        answer = desk.client.post(
            owed_place(name, desk.task), said(desk.task, **words, attached=paper())
        )
        assert answer["Location"] == owed_place("assignment", desk.task), name
        assert Assignment.objects.get(pk=desk.task.pk).state == state
    assert Evidence.objects.count() == 3
    ways = desk.client.get(owed_place("assignment", desk.task)).context["ways"]
    assert [url for _label, url in ways] == [owed_place("note", desk.task)]


def test_the_menu_shows_it_alone(desk: Desk) -> None:
    home = desk.client.get("/admin/").content.decode()
    assert owed_place("index") in home
    assert f'"{place("index")}"' not in home
    assert "/admin/meetings/assignments/" not in home
