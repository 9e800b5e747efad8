"""Reminders of reports go once each, until the report is there or the meeting was held."""

from typing import Any

import pytest

from tests.councils.making import seat
from tests.directory.making import agency
from tests.making import SmallSite, small_site
from tests.meetings.mailing.posted import only, recipient, to, waiting
from tests.meetings.making import A_DAY, announced, fresh, staffed_council
from tests.parallel import as_often_as
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import convening, reporting, requesting
from wagtail_prcouncil.meetings.mailing.reminding import remind
from wagtail_prcouncil.meetings.models import Meeting, MemberReport
from wagtail_prcouncil.meetings.states import Status
from wagtail_prcouncil.outbox.models import Message

QUERIES = 13  # of which one asks what is private, and with it which translations are kept


def report(site: SmallSite, days_left: int, language: str = "fa") -> MemberReport:
    """Asked for long ago, of an agency with a member and a head on the list."""
    page = staffed_council(site)
    own = agency()
    place = seat(page, agency=own)
    recipient(page, "member@example.ir", place, language=language)
    recipient(page, "head@example.ir", place, is_head=True)
    one = announced(page, days=20)
    due = today() + days_left * A_DAY
    (row,) = reporting.request_reports(one, [own], due_on=today(), version=fresh(one).version)
    rows = MemberReport.objects.filter(pk=row.pk)
    rows.update(requested_at=row.requested_at - 80 * A_DAY, due_on=due)
    Message.objects.all().delete()
    return rows.get()


@pytest.mark.parametrize(
    ("days_left", "name"),
    [
        (7, "report_due_soon"),
        (1, "report_due_soon"),
        (0, "report_due_soon"),
        (-1, "report_overdue"),
    ],
)
def test_a_reminder_goes_once(site: SmallSite, days_left: int, name: str) -> None:
    row = report(site, days_left)
    remind()
    remind()
    assert to(name) == ["member@example.ir"]
    Message.objects.all().delete()  # the outbox forgets, the report does not
    remind()
    assert waiting() == []
    row.refresh_from_db()
    assert row.last_reminder.startswith(str(row.due_on))


def test_what_it_says_in_both_languages(site: SmallSite) -> None:
    report(site, 7, "en")
    report(site, -1)
    remind()
    near, late = only("report_due_soon"), only("report_overdue")
    assert near.subject.startswith("7 days left for a report, due ")
    assert "On what: " in near.text
    assert 'lang="en"' in near.html
    assert 'lang="fa" dir="rtl"' in late.html


def test_nobody_is_reminded_of_what_is_far_off_there_or_off(site: SmallSite) -> None:
    report(site, 8)
    there = report(site, 1)
    reporting.submit(there, reporting.Answer("عنوان", "متن"), version=there.version)
    off = report(site, 1).meeting
    convening.cancel(off, reason="برف", version=off.version)
    over = report(site, -1).meeting
    Meeting.objects.filter(pk=over.pk).update(status=Status.HELD)
    Message.objects.all().delete()
    remind()
    assert waiting() == []


def test_one_that_was_returned_is_asked_for_again(site: SmallSite) -> None:
    row = report(site, -1)
    row = reporting.submit(row, reporting.Answer("عنوان", "متن"), version=row.version)
    row = reporting.give_back(row, note="جدول نیست", version=row.version)
    remind()
    assert waiting("report_overdue") == []  # the letter that it was returned says it
    MemberReport.objects.filter(pk=row.pk).update(due_on=row.due_on - 7 * A_DAY)
    remind()
    assert "جدول نیست" in only("report_overdue").text


def test_a_new_last_day_is_reminded_of_anew(site: SmallSite) -> None:
    row = report(site, -3)
    remind()
    row.refresh_from_db()
    requesting.change_request(row, due_on=today() + A_DAY, version=row.version)
    remind()
    assert len(waiting("report_overdue")) == len(waiting("report_due_soon")) == 1


def test_queries_do_not_grow_with_reports(site: SmallSite, django_assert_num_queries: Any) -> None:
    row = report(site, 7)
    with django_assert_num_queries(QUERIES):
        remind()
    own = [agency() for _number in range(6)]
    for number, asked in enumerate(own):
        recipient(
            row.meeting.council, f"m{number}@example.ir", seat(row.meeting.council, agency=asked)
        )
    one = fresh(row.meeting)
    reporting.request_reports(one, own, due_on=row.due_on, version=one.version)
    MemberReport.objects.update(requested_at=row.requested_at, last_reminder="")
    Message.objects.all().delete()
    with django_assert_num_queries(QUERIES):
        remind()
    assert len(waiting("report_due_soon")) == 7


@pytest.mark.django_db(transaction=True)
def test_two_ticks_at_once_remind_once() -> None:
    for _number in range(3):
        report(small_site(), 1)
    as_often_as(4, remind)
    assert to("report_due_soon") == ["member@example.ir"] * 3
