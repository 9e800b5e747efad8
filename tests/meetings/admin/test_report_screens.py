"""Screens of one report, for the secretary."""

from typing import Any

import pytest

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, errors, place, secretary
from tests.meetings.making import announced, item, staffed_council
from tests.meetings.owing import agencies_at, paper, requested, submitted
from wagtail_prcouncil.meetings.models import MemberReport, ReportFile
from wagtail_prcouncil.meetings.states import ReportState
from wagtail_prcouncil.news.models import NewsPage

WORDS = {"title": "عنوان", "text": "متن", "visibility": "public"}


@pytest.fixture
def report(site: SmallSite) -> MemberReport:
    made = announced(staffed_council(site))
    return requested(made, agencies_at(made.council)[0])[0]


def now(report: MemberReport) -> MemberReport:
    return MemberReport.objects.get(pk=report.pk)


def said(report: MemberReport, **words: Any) -> dict[str, Any]:
    return {"version": str(now(report).version)} | words


def test_written_for_the_agency_with_a_file_then_accepted(report: MemberReport) -> None:
    client = chief()
    answer = client.post(place("write_report", report), said(report, **WORDS, attached=paper()))
    assert answer.status_code == 302, errors(answer)
    assert (now(report).state, now(report).text) == (ReportState.SUBMITTED, "متن")
    assert ReportFile.objects.get(report=report).title == "گزارش"
    client.post(place("accept_report", report), said(report))
    assert now(report).state == ReportState.ACCEPTED


def test_returned_with_a_note_and_not_without(report: MemberReport) -> None:
    submitted(report)
    client = chief()
    refused = client.post(place("return_report", report), said(report, note=" "))
    assert list(errors(refused)) == ["note"]
    client.post(place("return_report", report), said(report, note="جدول نیست"))
    assert (now(report).state, now(report).return_note) == (ReportState.RETURNED, "جدول نیست")


def test_kept_for_later_it_is_not_submitted(report: MemberReport) -> None:
    client = chief()
    words = WORDS | {"text": ""}
    client.post(place("write_report", report), said(report, **words, later="1"))
    assert (now(report).state, now(report).title) == (ReportState.REQUESTED, "عنوان")
    refused = client.post(place("write_report", report), said(report, **words))
    assert list(errors(refused)) == ["text"]


def test_a_malformed_file_is_told_beside_it_and_words_stay(report: MemberReport) -> None:
    bad = paper("report.pdf", b"<script>")
    answer = chief().post(place("write_report", report), said(report, **WORDS, attached=bad))
    assert list(errors(answer)) == ["attached"]
    assert "متن" in answer.content.decode()
    assert now(report).state == ReportState.REQUESTED
    assert not ReportFile.objects.exists()


def test_whoever_was_slower_is_told_what_is_so(report: MemberReport) -> None:
    late = said(report, **WORDS)
    submitted(report)
    answer = chief().post(place("write_report", report), late)
    assert answer.status_code == 409
    assert "متن" in answer.content.decode()
    assert now(report).text == "متن گزارش"


def test_last_day_item_and_taking_back(report: MemberReport) -> None:
    client = chief()
    point = item(report.meeting)
    client.post(place("change_request", report), said(report, due_on="1405/09/01", item=point.pk))
    assert now(report).item == point
    client.post(place("take_back_request", report), said(report))
    assert not MemberReport.objects.exists()


def test_a_file_is_taken_away_until_the_report_is_sent(report: MemberReport) -> None:
    client = chief()
    client.post(place("write_report", report), said(report, **WORDS, attached=paper(), later="1"))
    row = ReportFile.objects.get()
    client.post(place("remove_report_file", row), said(report))
    assert not ReportFile.objects.exists()


def test_an_accepted_report_becomes_a_draft_of_news(site: SmallSite, report: MemberReport) -> None:
    client = chief()
    submitted(report)
    client.post(place("accept_report", report), said(report))
    assert place("draft_of_report", report) in client.get(place("report", report)).content.decode()
    answer = client.post(place("draft_of_report", report), {"place": f"news:{site.index.pk}"})
    page = NewsPage.objects.get()
    assert answer["Location"] == f"/admin/pages/{page.pk}/edit/"
    assert page.quoted_agency == report.agency
    refused = client.post(place("draft_of_report", report), {"place": f"news:{site.home.pk}"})
    assert list(errors(refused)) == ["place"]


@pytest.mark.parametrize(
    "name",
    [
        "report",
        "accept_report",
        "return_report",
        "write_report",
        "change_request",
        "take_back_request",
        "draft_of_report",
    ],
)
def test_of_other_councils_there_is_nothing(
    site: SmallSite, report: MemberReport, name: str
) -> None:
    assert secretary(staffed_council(site)).get(place(name, report)).status_code == 404
