"""Minutes are drawn up, circulated, objected to, approved, published."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, cast

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.meetings import drafting
from wagtail_prcouncil.meetings.actions import resolving
from wagtail_prcouncil.meetings.actions.hindrances import check_unhindered
from wagtail_prcouncil.meetings.actions.locking import (
    allowed,
    due,
    locked_meeting,
    move,
    save,
    there,
)
from wagtail_prcouncil.meetings.mailing.minutes import tell_of_approval, tell_of_circulation
from wagtail_prcouncil.meetings.mailing.untelling import untell_circulation
from wagtail_prcouncil.meetings.models import Meeting, Minutes, Objection, Resolution
from wagtail_prcouncil.meetings.printed.asking import ask_after_commit
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError
from wagtail_prcouncil.meetings.states import OVER, ApprovedHow, Axis, MinutesStatus
from wagtail_prcouncil.meetings.transitions import Verb

WRITABLE = frozenset({MinutesStatus.DRAFT})


def draw_up(meeting: Meeting, *, version: int, by: AbstractBaseUser | None = None) -> Minutes:
    """Minutes from the agenda, the attendance, the reports and the resolutions. Done again, it
    renews the sections that nobody has touched and adds what is new; what a person wrote stays.
    Raises PermissionDenied, ConflictError, MeetingError before the meeting was held."""
    with transaction.atomic():
        fresh = allowed(meeting, by, Right.CHANGE, version=version)
        check_unhindered(fresh, Verb.DRAW_UP)
        if fresh.minutes_status not in WRITABLE | {MinutesStatus.NONE}:
            raise ConflictError(_not_writable(fresh))
        minutes = Minutes.objects.filter(meeting=fresh).first() or Minutes(meeting=fresh)
        body, minutes.made = drafting.drawn_up(fresh, minutes.body, minutes.made)
        minutes.body = cast(Any, body)  # a stream takes raw data
        minutes.drawn_up_at = timezone.now()
        minutes.version = minutes.version + 1 if minutes.pk else 1
        minutes.save()
        if fresh.minutes_status == MinutesStatus.NONE:
            move(fresh, Verb.DRAW_UP, Axis.MINUTES, by=by)
        else:
            _note(fresh, by, "draw_up_again")
    return minutes


def write(
    minutes: Minutes, body: Any, *, version: int, by: AbstractBaseUser | None = None
) -> Minutes:
    """What a person wrote. `version` is that of the minutes."""
    with transaction.atomic():
        fresh = locked_meeting(minutes.meeting)
        require(by, Right.CHANGE, fresh.council)
        stored = there(Minutes.objects.filter(pk=minutes.pk).first())
        if fresh.minutes_status not in WRITABLE or stored.version != version:
            raise ConflictError(_not_writable(fresh))
        stored.meeting, stored.body = fresh, body
        stored.version += 1
        stored.save()
        _note(fresh, by, "write_minutes")
    return stored


def circulate(
    meeting: Meeting,
    *,
    objections_until: dt.date,
    version: int,
    by: AbstractBaseUser | None = None,
) -> Meeting:
    """Members get the minutes, and can object until that day, the last, in Tehran."""
    with transaction.atomic():
        fresh = due(meeting, Verb.CIRCULATE, Axis.MINUTES, version, by)
        if objections_until < today():
            raise MeetingError(gettext("This day is past."), field="objections_until")
        check_unhindered(fresh, Verb.CIRCULATE)
        fresh.objections_until = objections_until
        move(fresh, Verb.CIRCULATE, Axis.MINUTES, by=by)
        tell_of_circulation(fresh)
    return fresh


def recall(
    meeting: Meeting, *, reason: str, version: int, by: AbstractBaseUser | None = None
) -> Meeting:
    """Something has to be written otherwise: back to a draft."""
    with transaction.atomic():
        fresh = due(meeting, Verb.RECALL, Axis.MINUTES, version, by)
        move(fresh, Verb.RECALL, Axis.MINUTES, by=by, reason=reason)
        untell_circulation(fresh)
    return fresh


def object_to(
    meeting: Meeting, seat: Seat, *, text: str, by: AbstractBaseUser | None = None
) -> Objection:
    """A member's remark on circulated minutes, written down by the secretary. Late ones are taken,
    too, until the minutes are approved."""
    with transaction.atomic():
        fresh = locked_meeting(meeting)
        require(by, Right.CHANGE, fresh.council)
        if fresh.minutes_status != MinutesStatus.CIRCULATED:
            raise ConflictError(_not_writable(fresh))
        if not text.strip():
            raise MeetingError(gettext("Write the objection."), field="text")
        if not fresh.attendances.filter(seat=seat).exists():
            raise MeetingError(gettext("This seat is of another council."), field="seat")
        made = Objection.objects.create(meeting=fresh, seat=seat, text=text.strip(), raised_by=by)
        _note(fresh, by, "object", {"objection": made.pk})
    return made


def answer(
    objection: Objection, *, text: str, is_granted: bool, by: AbstractBaseUser | None = None
) -> Objection:
    """What the secretary answers; a granted one is written into the minutes, which are recalled
    for it."""
    with transaction.atomic():
        fresh = locked_meeting(objection.meeting)
        require(by, Right.CHANGE, fresh.council)
        stored = there(fresh.objections.filter(pk=objection.pk).first())
        if stored.answered_at is not None:
            raise ConflictError(gettext("Somebody has answered it already."))
        if not text.strip():
            raise MeetingError(gettext("Write an answer."), field="answer")
        stored.answer, stored.is_granted = text.strip(), is_granted
        stored.answered_at = timezone.now()
        stored.answered_by_id = by.pk if by else None
        stored.save()
        _note(fresh, by, "answer_objection", {"objection": stored.pk})
    return stored


def approve(
    meeting: Meeting,
    *,
    how: str,
    approved_in: Meeting | None = None,
    on: dt.date | None = None,
    all_answered: bool = False,
    version: int,
    by: AbstractBaseUser | None = None,
) -> Sequence[Resolution]:
    """The minutes hold; the resolutions get their numbers. In a later meeting of the same council
    that had a quorum, or by written procedure on a day: after the last one for objections, or
    before where it is said that all voting members have answered.

    Raises PermissionDenied, ConflictError where somebody was first, MeetingError beside the field.
    """
    with transaction.atomic():
        fresh = due(meeting, Verb.APPROVE, Axis.MINUTES, version, by)
        check_unhindered(fresh, Verb.APPROVE)
        if how == ApprovedHow.MEETING:
            approving = _approving(fresh, approved_in)
            fresh.approved_in, fresh.approved_on = approving, approving.day
        elif how == ApprovedHow.WRITTEN:
            fresh.approved_in, fresh.approved_on = None, _written_on(fresh, on)
            _check_time_to_object(fresh, fresh.approved_on, all_answered, by)
        else:
            raise MeetingError(gettext("Say how they were approved."), field="how")
        fresh.approved_how = how
        move(fresh, Verb.APPROVE, Axis.MINUTES, by=by)
        adopted = resolving.adopt_all(fresh, by=by)
        tell_of_approval(fresh, adopted)
        return adopted


def publish(meeting: Meeting, *, version: int, by: AbstractBaseUser | None = None) -> Meeting:
    """Readers see what of them is public, and get it as PDF with the next tick."""
    with transaction.atomic():
        fresh = due(meeting, Verb.PUBLISH, Axis.MINUTES, version, by)
        move(fresh, Verb.PUBLISH, Axis.MINUTES, by=by)
        ask_after_commit(fresh, by)
    return fresh


def withdraw(
    meeting: Meeting, *, reason: str, version: int, by: AbstractBaseUser | None = None
) -> Meeting:
    """Readers see them no longer; they stay approved."""
    with transaction.atomic():
        fresh = due(meeting, Verb.WITHDRAW, Axis.MINUTES, version, by)
        move(fresh, Verb.WITHDRAW, Axis.MINUTES, by=by, reason=reason)
    return fresh


def _approving(meeting: Meeting, other: Meeting | None) -> Meeting:
    """The later meeting, as it stands. Raises MeetingError beside the field."""
    if other is None:
        raise MeetingError(gettext("Say in which meeting."), field="approved_in")
    fresh = there(Meeting.objects.select_related("council").filter(pk=other.pk).first())
    check_approves(fresh, meeting)
    return fresh


def check_approves(other: Meeting, meeting: Meeting) -> None:
    """Raise MeetingError beside the field where `other` cannot approve the minutes of `meeting`."""
    field = "approved_in"
    if other.pk == meeting.pk:
        raise MeetingError(gettext("Minutes are not approved in their own meeting."), field=field)
    if other.council.translation_key != meeting.council.translation_key:
        raise MeetingError(gettext("This meeting is of another council."), field=field)
    if other.status not in OVER:
        raise MeetingError(gettext("This meeting was not held yet."), field=field)
    if other.day is None or meeting.day is None or other.day <= meeting.day:
        raise MeetingError(gettext("This meeting was not later."), field=field)
    if not other.is_quorate:
        raise MeetingError(gettext("This meeting had no quorum."), field=field)


def _written_on(meeting: Meeting, on: dt.date | None) -> dt.date:
    if on is None:
        raise MeetingError(gettext("Say on which day."), field="on")
    if on > today():
        raise MeetingError(gettext("This day lies in the future."), field="on")
    if meeting.day is not None and on < meeting.day:
        raise MeetingError(gettext("This day lies before the meeting."), field="on")
    return on


def _check_time_to_object(
    meeting: Meeting, on: dt.date, all_answered: bool, by: AbstractBaseUser | None
) -> None:
    """Raise MeetingError for a day on which members may still object, unless all have answered;
    that somebody has said so stays in the record."""
    if not is_time_to_object(meeting, on):
        return
    if not all_answered:
        sentence = gettext("On this day members may still object.")
        raise MeetingError(sentence, field="on")
    _note(meeting, by, "all_answered", {"objections_until": str(meeting.objections_until)})


def is_time_to_object(meeting: Meeting, on: dt.date) -> bool:
    """Whether members may still object on that day."""
    return meeting.objections_until is not None and on <= meeting.objections_until


def _not_writable(meeting: Meeting) -> str:
    sentence = gettext("Somebody has changed the minutes meanwhile. They are now: %(state)s.")
    return sentence % {"state": meeting.get_minutes_status_display()}


def _note(
    meeting: Meeting, by: AbstractBaseUser | None, verb: str, data: dict[str, Any] | None = None
) -> None:
    save(meeting)
    told = {"meeting": meeting.pk} | (data or {})
    log(meeting.page, f"prcouncil_meetings.{verb}", user=by, data=told)
