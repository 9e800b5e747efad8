"""What an agency was asked for is put right: until when, to which item; or nobody asks any more."""

import datetime as dt

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.meetings.actions.locking import locked_meeting, there
from wagtail_prcouncil.meetings.actions.reporting import check_item
from wagtail_prcouncil.meetings.caches import forget_after_commit
from wagtail_prcouncil.meetings.mailing.untelling import untell_request
from wagtail_prcouncil.meetings.models import AgendaItem, MemberReport
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError
from wagtail_prcouncil.meetings.states import ReportState


def change_request(
    report: MemberReport,
    *,
    due_on: dt.date,
    item: AgendaItem | None = None,
    version: int,
    by: AbstractBaseUser | None = None,
) -> MemberReport:
    """Another last day, another item or none: in every state, since a report can be put to an item
    once it is there. Raises PermissionDenied, ConflictError, MeetingError beside the field."""
    with transaction.atomic():
        fresh = _found(report, version, by)
        check_item(item, fresh.meeting)
        day = fresh.meeting.day
        if due_on != fresh.due_on and day is not None and due_on > day:
            sentence = gettext("This day lies after the meeting.")
            raise MeetingError(sentence, field="due_on")
        fresh.due_on, fresh.item = due_on, item
        fresh.version += 1
        fresh.save()
        log(fresh, "prcouncil_meetings.change_request", user=by)
        forget_after_commit(fresh.meeting)
    return fresh


def take_back(report: MemberReport, *, version: int, by: AbstractBaseUser | None = None) -> None:
    """It was asked for by mistake, and nothing came. Raises ConflictError where something did."""
    with transaction.atomic():
        fresh = _found(report, version, by)
        if fresh.state != ReportState.REQUESTED or fresh.text or fresh.files.exists():
            raise ConflictError(gettext("The agency has begun to write this report."))
        data = {"agency": fresh.agency_id, "kind": fresh.kind}
        log(fresh.meeting.page, "prcouncil_meetings.take_back_request", user=by, data=data)
        untell_request(fresh)
        fresh.delete()


def _found(report: MemberReport, version: int, by: AbstractBaseUser | None) -> MemberReport:
    meeting = locked_meeting(report.meeting)
    require(by, Right.CHANGE_REPORTS, meeting.council)
    rows = MemberReport.objects.select_for_update()  # reminders note on it that they went
    fresh = there(rows.filter(pk=report.pk).first())
    fresh.meeting = meeting
    if fresh.version != version:
        raise ConflictError(gettext("Somebody has changed this report meanwhile."))
    return fresh
