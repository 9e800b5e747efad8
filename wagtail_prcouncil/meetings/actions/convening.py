"""A meeting is planned, announced, moved, cancelled, held, closed."""

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.meetings.actions import counting, relocating
from wagtail_prcouncil.meetings.actions.hindrances import check_unhindered
from wagtail_prcouncil.meetings.actions.locking import allowed, due, move, save
from wagtail_prcouncil.meetings.caches import forget_after_commit
from wagtail_prcouncil.meetings.mailing.addressees import councils_of
from wagtail_prcouncil.meetings.mailing.inviting import invite, invite_newcomers
from wagtail_prcouncil.meetings.mailing.moving import tell_of_move
from wagtail_prcouncil.meetings.mailing.untelling import untell_meeting
from wagtail_prcouncil.meetings.models import Meeting, Organiser
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import MeetingError, check_times, check_took_place
from wagtail_prcouncil.meetings.states import Axis, Kind, Mode, Status
from wagtail_prcouncil.meetings.transitions import Verb
from wagtail_prcouncil.numbering import actions as numbering
from wagtail_prcouncil.pages.originals import original


class Notice(NamedTuple):
    """When and how a council meets; `organisers` are those beside the one that leads."""

    kind: str = Kind.ORDINARY
    mode: str = Mode.IN_PERSON
    starts_at: dt.datetime | None = None
    ends_at: dt.datetime | None = None
    organisers: Collection[CouncilPage] = ()
    provinces: Collection[Province] = ()
    join_url: str = ""
    livestream_url: str = ""
    recording_url: str = ""


FACTS = (
    *("kind", "mode", "starts_at", "ends_at"),
    *("join_url", "livestream_url", "recording_url"),
)
"""Those of a notice that stand on the meeting's own row."""


def set_notice(
    meeting: Meeting, notice: Notice, *, version: int, by: AbstractBaseUser | None = None
) -> Meeting:
    """When and how it will be. Once announced, its times are changed by `reschedule`, which says
    why; of another place or address to join those who were invited are told, and councils that
    organise it only now are invited.

    Raises PermissionDenied, ConflictError, MeetingError beside the field.
    """
    with transaction.atomic():
        fresh = allowed(meeting, by, Right.CHANGE, version=version)
        times = (notice.starts_at, notice.ends_at)
        if fresh.status != Status.PLANNED and times != (fresh.starts_at, fresh.ends_at):
            sentence = gettext("It has been announced: reschedule it, and say why.")
            raise MeetingError(sentence, field="starts_at")
        joined_at, organised_by = fresh.join_url, councils_of(fresh)
        write_notice(fresh, notice, by)
        invite_newcomers(fresh, organised_by)
        is_joined_elsewhere = bool(fresh.join_url) and fresh.join_url != joined_at
        relocating.tell_of_change(fresh, has_new_address=is_joined_elsewhere)
    return fresh


def write_notice(meeting: Meeting, notice: Notice, by: AbstractBaseUser | None) -> None:
    """For whoever holds the lock of the council: rules, row, log, caches."""
    check_times(notice.starts_at, notice.ends_at)
    _check_organisers(meeting, notice)
    if meeting.kind == Kind.JOINT:
        forget_after_commit(meeting)  # pages of a council that leaves it tell of it no more
    for name in FACTS:
        setattr(meeting, name, getattr(notice, name))
    meeting.sequence += 1
    save(meeting)
    meeting.provinces.set(notice.provinces)
    _set_organisers(meeting, notice.organisers)
    log(meeting.page, "prcouncil_meetings.set_notice", user=by, data={"meeting": meeting.pk})
    forget_after_commit(meeting)


def announce(meeting: Meeting, *, version: int, by: AbstractBaseUser | None = None) -> Meeting:
    """Readers and members are told; it gets its number within the Jalali year. Its page is
    published by whoever may."""
    with transaction.atomic():
        fresh = due(meeting, Verb.ANNOUNCE, Axis.STATUS, version, by)
        check_unhindered(fresh, Verb.ANNOUNCE)
        fresh.year = fresh.jalali_year  # it has a day: this hindered it otherwise
        scope = f"meeting:{fresh.council.translation_key}"
        fresh.number = numbering.allot(scope, year=fresh.year or 0)
        relocating.note_places(fresh)
        move(fresh, Verb.ANNOUNCE, Axis.STATUS, by=by)
        invite(fresh)
    return fresh


def postpone(
    meeting: Meeting, *, reason: str, version: int, by: AbstractBaseUser | None = None
) -> Meeting:
    """It will not take place then; when it will is not known yet. The old time stays in its
    history, and on its page until there is a new one."""
    with transaction.atomic():
        fresh = due(meeting, Verb.POSTPONE, Axis.STATUS, version, by)
        change = move(fresh, Verb.POSTPONE, Axis.STATUS, by=by, reason=reason)
        tell_of_move(fresh, change)
    return fresh


def reschedule(
    meeting: Meeting,
    *,
    starts_at: dt.datetime,
    ends_at: dt.datetime,
    reason: str,
    version: int,
    by: AbstractBaseUser | None = None,
) -> Meeting:
    """It will take place at another time; the one before stays in its history."""
    with transaction.atomic():
        fresh = due(meeting, Verb.RESCHEDULE, Axis.STATUS, version, by)
        check_times(starts_at, ends_at)
        before = (fresh.starts_at, fresh.ends_at)
        if before == (starts_at, ends_at) and fresh.status != Status.POSTPONED:
            raise MeetingError(gettext("This is the time that it has."), field="starts_at")
        fresh.starts_at, fresh.ends_at = starts_at, ends_at
        relocating.note_places(fresh)
        change = move(fresh, Verb.RESCHEDULE, Axis.STATUS, by=by, reason=reason, before=before)
        tell_of_move(fresh, change)
    return fresh


def cancel(
    meeting: Meeting, *, reason: str, version: int, by: AbstractBaseUser | None = None
) -> Meeting:
    """It will not take place. Refused once something was decided there."""
    with transaction.atomic():
        fresh = due(meeting, Verb.CANCEL, Axis.STATUS, version, by)
        check_unhindered(fresh, Verb.CANCEL)
        change = move(fresh, Verb.CANCEL, Axis.STATUS, by=by, reason=reason)
        untell_meeting(fresh)
        tell_of_move(fresh, change)
    return fresh


def hold(
    meeting: Meeting,
    *,
    started_at: dt.datetime,
    ended_at: dt.datetime,
    version: int,
    by: AbstractBaseUser | None = None,
) -> Meeting:
    """It took place. Attendance must be recorded: the quorum is counted of it, and kept."""
    with transaction.atomic():
        fresh = due(meeting, Verb.HOLD, Axis.STATUS, version, by)
        check_took_place(started_at, ended_at, timezone.now())
        check_unhindered(fresh, Verb.HOLD)
        fresh.started_at, fresh.ended_at = started_at, ended_at
        counting.note_quorum(fresh)
        move(fresh, Verb.HOLD, Axis.STATUS, by=by)
    return fresh


def close(meeting: Meeting, *, version: int, by: AbstractBaseUser | None = None) -> Meeting:
    """Nothing is left to be dealt with. Refused while an item of the agenda is undecided."""
    with transaction.atomic():
        fresh = due(meeting, Verb.CLOSE, Axis.STATUS, version, by)
        check_unhindered(fresh, Verb.CLOSE)
        move(fresh, Verb.CLOSE, Axis.STATUS, by=by)
    return fresh


def reopen(
    meeting: Meeting, *, reason: str, version: int, by: AbstractBaseUser | None = None
) -> Meeting:
    """Something was forgotten."""
    with transaction.atomic():
        fresh = due(meeting, Verb.REOPEN, Axis.STATUS, version, by)
        move(fresh, Verb.REOPEN, Axis.STATUS, by=by, reason=reason)
    return fresh


def _check_organisers(meeting: Meeting, notice: Notice) -> None:
    if notice.kind == Kind.JOINT and not notice.organisers:
        sentence = gettext("Say with which councils it is held.")
        raise MeetingError(sentence, field="organisers")
    if notice.kind != Kind.JOINT and notice.organisers:
        sentence = gettext("A meeting that several councils organise is a joint one.")
        raise MeetingError(sentence, field="kind")
    keys = [council.translation_key for council in notice.organisers]
    if meeting.council.translation_key in keys or len(set(keys)) < len(keys):
        raise MeetingError(gettext("A council organises it once."), field="organisers")


def _set_organisers(meeting: Meeting, councils: Collection[CouncilPage]) -> None:
    homes = {original(council).pk for council in councils}
    meeting.organisers.exclude(council__in=homes).delete()
    known = set(meeting.organisers.values_list("council_id", flat=True))
    Organiser.objects.bulk_create(
        Organiser(meeting=meeting, council_id=key) for key in sorted(homes - known)
    )
