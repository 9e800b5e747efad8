"""Who must do what by when, and how far it is."""

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.scopes import require, scope_of
from wagtail_prcouncil.meetings.actions.attaching import Attached, check_files
from wagtail_prcouncil.meetings.actions.locking import locked_meeting, there
from wagtail_prcouncil.meetings.actions.reporting import may_report_for
from wagtail_prcouncil.meetings.caches import forget_after_commit
from wagtail_prcouncil.meetings.mailing.assignments import give
from wagtail_prcouncil.meetings.mailing.untelling import untell_assignment
from wagtail_prcouncil.meetings.models import Assignment, Evidence, FollowUp, Meeting, Resolution
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError, check_reason
from wagtail_prcouncil.meetings.states import UNDONE, AssignmentState
from wagtail_prcouncil.meetings.transitions import ASSIGNMENTS, AssignmentVerb


def assign(
    assignment: Assignment, *, version: int = 1, by: AbstractBaseUser | None = None
) -> Assignment:
    """Something to do is given to an agency, or put right while it is not done; `version` is the
    assignment's. Raises PermissionDenied, ConflictError, MeetingError beside the field."""
    right = Right.ADD_ASSIGNMENTS if assignment.pk is None else Right.CHANGE_ASSIGNMENTS
    with transaction.atomic():
        meeting = locked_meeting(assignment.meeting)
        require(by, right, meeting.council)
        is_new_to_agency = assignment.pk is None
        if assignment.pk is not None:
            stored = _locked(assignment, meeting)
            if stored.version != version or stored.state not in UNDONE:
                raise ConflictError(_changed(stored))
            assignment.version = stored.version + 1
            assignment.state = stored.state
            is_moved = assignment.due_on != stored.due_on
            assignment.escalated_at = None if is_moved else stored.escalated_at
            assignment.last_reminder = stored.last_reminder
            is_new_to_agency = assignment.agency_id != stored.agency_id
        assignment.meeting = meeting
        _check(assignment)
        assignment.save()
        log(assignment, "prcouncil_meetings.assign", user=by)
        if is_new_to_agency:
            give(assignment)
        forget_after_commit(meeting)
    return assignment


def follow_up(
    assignment: Assignment,
    *,
    text: str,
    verb: AssignmentVerb | None = None,
    on: dt.date | None = None,
    blocked_by: str | None = None,
    attached: Iterable[Attached] = (),
    version: int,
    by: AbstractBaseUser | None = None,
) -> FollowUp:
    """A dated note, and with a verb a step: started, done, dropped, reopened. `blocked_by` says
    what holds it up; an empty text that nothing does any more; None leaves it as it is. The
    files `attached` show what the note says.

    For the secretary, and for whoever reports for the agency, who can start it and report it as
    done. Raises PermissionDenied, ConflictError, MeetingError beside the field.
    """
    with transaction.atomic():
        meeting = locked_meeting(assignment.meeting)
        fresh = _locked(assignment, meeting)
        _require(by, fresh, verb)
        if fresh.version != version:
            raise ConflictError(_changed(fresh))
        day = on or today()
        _check_day(day, fresh)
        said = check_note(text)
        if verb is not None:
            _move(fresh, verb, day, said)
        if blocked_by is not None:
            _check_undone(fresh)
            fresh.is_blocked, fresh.blocked_by = bool(blocked_by.strip()), blocked_by.strip()
        made = _write(fresh, verb, day, said, by)
        for one in check_files(attached):
            Evidence.objects.create(follow_up=made, title=one.title, file=one.file)
        forget_after_commit(meeting)
    return made


def drop_all(resolution: Resolution, *, note: str, by: AbstractBaseUser | None = None) -> None:
    """What is still to be done for a resolution that holds no longer is dropped, for the same
    reason. Within the transaction that annuls it."""
    rows = resolution.assignments.select_for_update(of=("self",)).filter(state__in=UNDONE)
    for assignment in rows.order_by("pk"):
        assignment.meeting = resolution.meeting
        _move(assignment, AssignmentVerb.DROP, today(), note)
        _write(assignment, AssignmentVerb.DROP, today(), note, by)


def _write(
    assignment: Assignment,
    verb: AssignmentVerb | None,
    day: dt.date,
    said: str,
    by: AbstractBaseUser | None,
) -> FollowUp:
    assignment.version += 1
    assignment.save()
    shown = {"state": assignment.state, "is_blocked": assignment.is_blocked}
    log(assignment, f"prcouncil_meetings.{verb or 'follow_up'}", user=by, data=shown)
    return FollowUp.objects.create(assignment=assignment, on=day, text=said, by=by, **shown)


def _locked(assignment: Assignment, meeting: Meeting) -> Assignment:
    """As it stands: reminders note on the row that they went, without the lock of the council."""
    rows = meeting.assignments.select_for_update(of=("self",))
    fresh = there(rows.filter(pk=assignment.pk).first())
    fresh.meeting = meeting
    return fresh


def check_note(text: str) -> str:
    if not text.strip():
        raise MeetingError(gettext("Write how far it is."), field="text")
    return text.strip()


OF_AGENCIES = frozenset({None, AssignmentVerb.START, AssignmentVerb.FULFIL})
"""What whoever reports for the agency may do; None is a note."""


def _require(
    by: AbstractBaseUser | None, assignment: Assignment, verb: AssignmentVerb | None
) -> None:
    if by is None or scope_of(by, Right.CHANGE_ASSIGNMENTS).covers(assignment.meeting.council):
        return
    if verb not in OF_AGENCIES or not may_report_for(by, assignment.agency):
        raise PermissionDenied


def _move(assignment: Assignment, verb: AssignmentVerb, day: dt.date, said: str) -> None:
    transition = ASSIGNMENTS[verb]
    if assignment.state not in transition.before:
        raise ConflictError(_changed(assignment))
    if transition.needs_reason:
        check_reason(said)
    assignment.state = transition.after
    assignment.done_on = day if verb == AssignmentVerb.FULFIL else None
    if assignment.state not in UNDONE:
        assignment.is_blocked, assignment.blocked_by = False, ""
        untell_assignment(assignment, is_dropped=verb == AssignmentVerb.DROP)
    if verb == AssignmentVerb.REOPEN:
        assignment.escalated_at = None


def _check_undone(assignment: Assignment) -> None:
    if assignment.state not in UNDONE:
        raise ConflictError(_changed(assignment))


def _check(assignment: Assignment) -> None:
    meeting, resolution = assignment.meeting, assignment.resolution
    if not assignment.task.strip():
        raise MeetingError(gettext("Write what is to be done."), field="task")
    if resolution is not None and resolution.meeting_id != meeting.pk:
        sentence = gettext("This resolution is of another meeting.")
        raise MeetingError(sentence, field="resolution")
    if meeting.day is not None and assignment.due_on < meeting.day:
        raise MeetingError(gettext("This day lies before the meeting."), field="due_on")
    if assignment.seat is not None and (
        assignment.seat.agency_id not in (None, assignment.agency_id)
    ):
        raise MeetingError(gettext("This seat belongs to another agency."), field="seat")


def _check_day(day: dt.date, assignment: Assignment) -> None:
    if day > today():
        raise MeetingError(gettext("This day lies in the future."), field="on")
    if assignment.meeting.day is not None and day < assignment.meeting.day:
        raise MeetingError(gettext("This day lies before the meeting."), field="on")


def _changed(assignment: Assignment) -> str:
    sentence = gettext("Somebody has changed this assignment meanwhile. It is now: %(state)s.")
    state = AssignmentState(assignment.state).label
    return sentence % {"state": state}
