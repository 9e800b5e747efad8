import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from tests.making import SmallSite
from tests.meetings.making import announced, fresh, held, item, meeting, staffed_council
from tests.meetings.owing import agencies_at, paper, reporter_of, requested, submitted
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import reporting
from wagtail_prcouncil.meetings.actions.attaching import Attached
from wagtail_prcouncil.meetings.actions.reporting import Answer
from wagtail_prcouncil.meetings.models import MemberReport, ReportFile
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError
from wagtail_prcouncil.meetings.states import ReportKind, ReportState


@pytest.fixture
def asked(site: SmallSite) -> MemberReport:
    one = announced(staffed_council(site))
    (row,) = requested(one, agencies_at(one.council)[0])
    return row


def stored() -> MemberReport:
    return MemberReport.objects.get()


def test_who_was_asked_before_is_passed_over(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    first, second, _third = agencies_at(one.council)
    assert len(requested(one, first)) == 1
    assert [row.agency for row in requested(one, first, second)] == [second]
    assert len(requested(one, first, kind=ReportKind.CHALLENGES)) == 1


def test_nobody_is_asked_for_what_would_come_too_late(site: SmallSite) -> None:
    one = announced(staffed_council(site), days=3)
    who = agencies_at(one.council)[0]
    with pytest.raises(MeetingError) as refusal:
        requested(one, who, due_on=today() + dt.timedelta(days=9))
    assert refusal.value.field == "due_on"
    past = held(staffed_council(site))
    with pytest.raises(MeetingError):
        requested(past, who, due_on=today() - dt.timedelta(days=30))
    assert not MemberReport.objects.exists()


def test_the_last_day_is_still_to_come_unless_the_meeting_is_past(site: SmallSite) -> None:
    one, unannounced = announced(staffed_council(site)), meeting(staffed_council(site))
    yesterday = today() - dt.timedelta(days=1)
    for made in (one, unannounced):
        with pytest.raises(MeetingError) as refusal:
            requested(made, agencies_at(made.council)[0], due_on=yesterday)
        assert refusal.value.field == "due_on"
    past = announced(staffed_council(site), days=-3)
    assert requested(past, agencies_at(past.council)[0], due_on=today() - dt.timedelta(days=9))


def test_an_item_is_of_the_meeting_that_asks(site: SmallSite) -> None:
    one, other = (announced(staffed_council(site)) for _each in range(2))
    elsewhere = item(other, "بند دیگری")
    with pytest.raises(MeetingError) as refusal:
        requested(one, agencies_at(one.council)[0], item=elsewhere)
    assert refusal.value.field == "item"
    assert not MemberReport.objects.exists()


def test_an_empty_report_is_none(asked: MemberReport) -> None:
    with pytest.raises(MeetingError) as refusal:
        submitted(asked, text="  ")
    assert refusal.value.field == "text"
    assert stored().state == ReportState.REQUESTED


def test_words_are_kept_before_they_are_submitted(asked: MemberReport) -> None:
    user = reporter_of(asked.agency)
    shown = [Attached("جدول", paper())]
    reporting.write(asked, Answer("", "نیمه"), attached=shown, version=asked.version, by=user)
    assert (stored().text, stored().state) == ("نیمه", ReportState.REQUESTED)
    file = ReportFile.objects.get()
    reporting.remove_file(file, version=stored().version, by=user)
    assert not ReportFile.objects.exists()
    with pytest.raises(ConflictError):
        reporting.write(asked, Answer("", "کهنه"), version=asked.version, by=user)


def test_what_is_given_back_says_why_and_comes_again(asked: MemberReport) -> None:
    submitted(asked)
    with pytest.raises(MeetingError):
        reporting.give_back(stored(), note=" ", version=stored().version)
    reporting.give_back(stored(), note="جدول ندارد", version=stored().version)
    assert (stored().state, stored().return_note) == (ReportState.RETURNED, "جدول ندارد")
    submitted(stored(), "با جدول")
    done = reporting.accept(stored(), version=stored().version)
    assert (done.state, stored().text) == (ReportState.ACCEPTED, "با جدول")
    assert stored().submitted_at is not None


def test_another_agency_writes_nothing_there(site: SmallSite, asked: MemberReport) -> None:
    other = agencies_at(fresh(asked.meeting).council)[1]
    for work in (reporting.submit, reporting.write):
        with pytest.raises(PermissionDenied):
            work(asked, Answer("", "متن"), version=asked.version, by=reporter_of(other))
    assert not reporting.may_report_for(reporter_of(other), asked.agency)
    assert reporting.may_report_for(reporter_of(asked.agency), asked.agency)


def test_a_login_that_was_closed_reports_no_longer(asked: MemberReport) -> None:
    user = reporter_of(asked.agency)
    user.is_active = False
    user.save()
    assert not reporting.may_report_for(user, asked.agency)
