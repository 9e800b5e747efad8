"""Member agencies report to a meeting: asked for, submitted, accepted or returned."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.scopes import require, scope_of
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.actions.attaching import Attached, check_files
from wagtail_prcouncil.meetings.actions.locking import allowed, locked_meeting, there
from wagtail_prcouncil.meetings.caches import forget_after_commit
from wagtail_prcouncil.meetings.mailing.asking import ask_for_reports, tell_of_return
from wagtail_prcouncil.meetings.mailing.reminders import reminder_now
from wagtail_prcouncil.meetings.models import (
    AgendaItem,
    Meeting,
    MemberReport,
    Reporter,
    ReportFile,
)
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError, check_reason
from wagtail_prcouncil.meetings.states import ReportKind, Visibility
from wagtail_prcouncil.meetings.transitions import REPORTS, ReportVerb


class Answer(NamedTuple):
    """What an agency reports."""

    title: str
    text: str
    visibility: str = Visibility.PUBLIC


def may_report_for(user: AbstractBaseUser, agency: Agency) -> bool:
    """Whether the login reports for this agency."""
    return bool(
        user.is_active
        and user.has_perm(Right.SUBMIT_REPORTS.value)
        and Reporter.objects.filter(user=user, agency=agency).exists()
    )


def request_reports(
    meeting: Meeting,
    agencies: Iterable[Agency],
    *,
    kind: str = ReportKind.PERFORMANCE,
    due_on: dt.date,
    item: AgendaItem | None = None,
    version: int,
    by: AbstractBaseUser | None = None,
) -> list[MemberReport]:
    """Ask agencies for a report of a kind; whoever was asked for it before is passed over. Raises
    MeetingError beside the field for a last day after the meeting, or one that is past."""
    with transaction.atomic():
        fresh = allowed(meeting, by, Right.ADD_REPORTS, version=version)
        if fresh.is_over:
            raise MeetingError(gettext("The meeting is over."))
        check_item(item, fresh)
        if fresh.day is not None and due_on > fresh.day:
            sentence = gettext("This day lies after the meeting.")
            raise MeetingError(sentence, field="due_on")
        is_late = fresh.day is not None and fresh.day < today()  # what took place is written down
        if due_on < today() and not is_late:
            raise MeetingError(gettext("This day is past."), field="due_on")
        known = set(fresh.reports.filter(kind=kind).values_list("agency_id", flat=True))
        made = [
            MemberReport.objects.create(
                meeting=fresh, agency=agency, kind=kind, due_on=due_on, item=item
            )
            for agency in agencies
            if agency.pk not in known
        ]
        data = {"meeting": fresh.pk, "agencies": [row.agency_id for row in made]}
        log(fresh.page, "prcouncil_meetings.request_reports", user=by, data=data)
        ask_for_reports(made)
    return made


def check_item(item: AgendaItem | None, meeting: Meeting) -> None:
    """Raise MeetingError for an item of another agenda."""
    if item is not None and item.meeting_id != meeting.pk:
        sentence = gettext("This item is on the agenda of another meeting.")
        raise MeetingError(sentence, field="item")


def submit(
    report: MemberReport,
    answer: Answer,
    *,
    attached: Iterable[Attached] = (),
    version: int,
    by: AbstractBaseUser | None = None,
) -> MemberReport:
    """By whoever reports for the agency, or by the secretary. Raises PermissionDenied,
    ConflictError, MeetingError beside the field."""
    with transaction.atomic():
        fresh = _due(report, ReportVerb.SUBMIT, version, by)
        if not answer.text.strip():
            raise MeetingError(gettext("Write what you report."), field="text")
        _write(fresh, answer, attached)
        fresh.submitted_at = timezone.now()
        fresh.submitted_by_id = by.pk if by else None
        _move(fresh, ReportVerb.SUBMIT, by)
    return fresh


def write(
    report: MemberReport,
    answer: Answer,
    *,
    attached: Iterable[Attached] = (),
    version: int,
    by: AbstractBaseUser | None = None,
) -> MemberReport:
    """Words and files are kept for whoever goes on with the report, which is not submitted yet.
    Raises what `submit` raises."""
    with transaction.atomic():
        fresh = _due(report, ReportVerb.SUBMIT, version, by)
        _write(fresh, answer, attached)
        fresh.version += 1
        fresh.save()
        log(fresh, "prcouncil_meetings.write_report", user=by)
    return fresh


def remove_file(
    file: ReportFile, *, version: int, by: AbstractBaseUser | None = None
) -> MemberReport:
    """A file was sent by mistake; it can go until the report is submitted. `version` is the
    report's."""
    with transaction.atomic():
        fresh = _due(file.report, ReportVerb.SUBMIT, version, by)
        row = there(fresh.files.filter(pk=file.pk).first())
        row.delete()
        fresh.version += 1
        fresh.save()
        log(fresh, "prcouncil_meetings.remove_file", user=by, data={"title": row.title})
    return fresh


def _write(report: MemberReport, answer: Answer, attached: Iterable[Attached]) -> None:
    report.title, report.text, report.visibility = answer
    for one in check_files(attached):
        ReportFile.objects.create(report=report, title=one.title, file=one.file)


def accept(
    report: MemberReport, *, version: int, by: AbstractBaseUser | None = None
) -> MemberReport:
    """It is part of the meeting's papers from now on."""
    with transaction.atomic():
        fresh = _due(report, ReportVerb.ACCEPT, version, by)
        _move(fresh, ReportVerb.ACCEPT, by)
    return fresh


def give_back(
    report: MemberReport, *, note: str, version: int, by: AbstractBaseUser | None = None
) -> MemberReport:
    """Something is missing; `note` says what."""
    with transaction.atomic():
        fresh = _due(report, ReportVerb.RETURN, version, by)
        fresh.return_note = check_reason(note)
        fresh.last_reminder = reminder_now(fresh.due_on, fresh.requested_at)  # the mail is one
        _move(fresh, ReportVerb.RETURN, by)
        tell_of_return(fresh)
    return fresh


def _due(
    report: MemberReport, verb: ReportVerb, version: int, by: AbstractBaseUser | None
) -> MemberReport:
    """The report, locked, where the user may and the verb is due; whoever may not is not told
    where it stands."""
    meeting = locked_meeting(report.meeting)
    # As it stands: reminders note on the row that they went, without the lock of the council.
    rows = MemberReport.objects.select_for_update(of=("self",)).select_related("agency")
    fresh = there(rows.filter(pk=report.pk).first())
    fresh.meeting = meeting
    if verb == ReportVerb.SUBMIT:
        _require_reporter(by, fresh)
    else:
        require(by, REPORTS[verb].right, meeting.council)
    if fresh.version != version or fresh.state not in REPORTS[verb].before:
        sentence = gettext("Somebody has changed this report meanwhile. It is now: %(state)s.")
        raise ConflictError(sentence % {"state": fresh.get_state_display()})
    return fresh


def _require_reporter(by: AbstractBaseUser | None, report: MemberReport) -> None:
    if by is None or may_report_for(by, report.agency):
        return
    if not scope_of(by, Right.CHANGE_REPORTS).covers(report.meeting.council):
        raise PermissionDenied


def _move(report: MemberReport, verb: ReportVerb, by: AbstractBaseUser | None) -> None:
    report.state = REPORTS[verb].after
    report.version += 1
    report.save()
    log(report, f"prcouncil_meetings.{verb}_report", user=by)
    forget_after_commit(report.meeting)
