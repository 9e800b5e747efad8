"""One change at a time in a council and its meetings: numbers are given out in a row, and rules
look at several rows at once."""

from typing import Any, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.councils.actions.locking import locked_council
from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.meetings.caches import forget_after_commit
from wagtail_prcouncil.meetings.models import Meeting, MeetingChange
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError, check_reason
from wagtail_prcouncil.meetings.states import SETTLED, Axis
from wagtail_prcouncil.meetings.transitions import AXES, Transition, Verb

Row = TypeVar("Row", bound=Model)

COLUMNS = {
    Axis.STATUS: "status",
    Axis.AGENDA: "agenda_status",
    Axis.MINUTES: "minutes_status",
}


def locked_meeting(meeting: Meeting) -> Meeting:
    """The meeting as it stands, in its council, which is locked until the transaction ends; every
    action begins here.

    Raises ConflictError where it is gone.
    """
    council = locked_council(meeting.council)
    fresh = there(Meeting.objects.select_related("page").filter(pk=meeting.pk).first())
    fresh.council = council
    return fresh


def there(row: Row | None) -> Row:
    """Raises ConflictError for a row that is gone."""
    if row is None:
        raise ConflictError(gettext("It is not there any more: somebody has deleted it."))
    return row


def due(
    meeting: Meeting, verb: Verb, axis: Axis, version: int | None, by: AbstractBaseUser | None
) -> Meeting:
    """The meeting, locked, where the verb is due on that axis and the user may."""
    fresh = locked_meeting(meeting)
    transition = AXES[axis][verb]
    require(by, transition.right, fresh.council)
    check_due(fresh, axis, transition)
    if version is not None and fresh.version != version:
        raise ConflictError(gettext("Somebody has changed this meeting meanwhile."))
    return fresh


def check_due(meeting: Meeting, axis: Axis, transition: Transition) -> None:
    """Raise ConflictError where the verb is not due; it says where the axis stands."""
    column = COLUMNS[axis]
    if getattr(meeting, column) not in transition.before:
        sentence = gettext("This is not due: %(axis)s – %(state)s.")
        state = getattr(meeting, f"get_{column}_display")()
        raise ConflictError(sentence % {"axis": axis.label, "state": state})


def move(
    meeting: Meeting,
    verb: Verb,
    axis: Axis,
    *,
    by: AbstractBaseUser | None,
    reason: str = "",
    before: Any = None,
) -> MeetingChange:
    """Carry out the step, which is due: state, history, log, caches. `before` are the times that
    stood there, where the step changes them."""
    transition = AXES[axis][verb]
    told = check_reason(reason) if transition.needs_reason else reason.strip()
    column = COLUMNS[axis]
    was = getattr(meeting, column)
    setattr(meeting, column, transition.after)
    if axis == Axis.STATUS:
        meeting.sequence += 1
    starts_at, ends_at = before or (meeting.starts_at, meeting.ends_at)
    save(meeting)
    change = MeetingChange.objects.create(
        meeting=meeting,
        axis=axis,
        verb=verb,
        before=was,
        after=transition.after,
        by=by,
        reason=told,
        starts_at=starts_at,
        ends_at=ends_at,
    )
    data = {"meeting": meeting.pk, "before": was, "after": transition.after, "reason": told}
    log(meeting.page, f"prcouncil_meetings.{verb}", user=by, data=data)
    forget_after_commit(meeting)
    return change


def save(meeting: Meeting) -> None:
    meeting.version += 1
    meeting.changed_at = timezone.now()
    meeting.save()


def allowed(
    meeting: Meeting, by: AbstractBaseUser | None, right: Right, *, version: int | None
) -> Meeting:
    """The meeting, locked, for a change on no axis. `version` is the one that was read, None where
    it is no matter. Whoever may not is not told where it stands."""
    fresh = locked_meeting(meeting)
    require(by, right, fresh.council)
    if version is not None and fresh.version != version:
        sentence = gettext("Somebody has changed this meeting meanwhile. It is now: %(state)s.")
        raise ConflictError(sentence % {"state": fresh.get_status_display()})
    return fresh


def check_writable(meeting: Meeting) -> None:
    """Raise MeetingError once the minutes are settled: what was done there is history."""
    if meeting.minutes_status in SETTLED:
        raise MeetingError(gettext("The minutes are approved: what happened there is settled."))
