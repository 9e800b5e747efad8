"""What a council decides is written, numbered, annulled, sent to another council."""

import datetime as dt
from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.councils.actions.locking import locked_council
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.meetings.actions import assigning
from wagtail_prcouncil.meetings.actions.locking import (
    allowed,
    check_writable,
    locked_meeting,
    there,
)
from wagtail_prcouncil.meetings.caches import forget_after_commit
from wagtail_prcouncil.meetings.models import Forwarding, Meeting, Resolution
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import (
    ConflictError,
    InUseError,
    MeetingError,
    check_reason,
    check_votes,
)
from wagtail_prcouncil.meetings.states import ForwardingState, ResolutionState
from wagtail_prcouncil.meetings.transitions import RESOLUTIONS, ResolutionVerb
from wagtail_prcouncil.numbering import actions as numbering


def save_resolution(
    resolution: Resolution, *, version: int, by: AbstractBaseUser | None = None
) -> Resolution:
    """A draft, or what was written of one is put right; `version` is the resolution's, 1 for a new
    one. Raises PermissionDenied, ConflictError, MeetingError beside the field."""
    right = Right.ADD_RESOLUTIONS if resolution.pk is None else Right.CHANGE_RESOLUTIONS
    with transaction.atomic():
        meeting = locked_meeting(resolution.meeting)
        require(by, right, meeting.council)
        check_writable(meeting)
        if resolution.pk is None:
            last = meeting.resolutions.aggregate(last=Max("sort_order"))["last"]
            resolution.sort_order = (last or 0) + 1
        else:
            stored = there(meeting.resolutions.filter(pk=resolution.pk).first())
            if stored.version != version:
                raise ConflictError(gettext("Somebody has changed this resolution meanwhile."))
            _check_draft(stored)
            resolution.sort_order, resolution.version = stored.sort_order, stored.version + 1
        _check(resolution, meeting)
        resolution.meeting, resolution.council = meeting, meeting.council
        resolution.item_title = str(resolution.item) if resolution.item else ""
        resolution.save()
        log(resolution, "prcouncil_meetings.save_resolution", user=by)
        forget_after_commit(meeting)
    return resolution


def remove_resolution(
    resolution: Resolution, *, version: int, by: AbstractBaseUser | None = None
) -> Meeting:
    """A draft that was a slip. Raises MeetingError for one that has a number, InUseError for one
    with assignments."""
    with transaction.atomic():
        meeting = locked_meeting(resolution.meeting)
        require(by, Right.CHANGE_RESOLUTIONS, meeting.council)
        stored = there(meeting.resolutions.filter(pk=resolution.pk).first())
        if stored.version != version:
            raise ConflictError(gettext("Somebody has changed this resolution meanwhile."))
        _check_draft(stored)
        if stored.assignments.exists():
            raise InUseError(gettext("Somebody was given something to do by it."))
        log(stored, "wagtail.delete", user=by, deleted=True)
        stored.delete()
        forget_after_commit(meeting)
    return meeting


def adopt_all(meeting: Meeting, *, by: AbstractBaseUser | None) -> Sequence[Resolution]:
    """The drafts of a meeting get their numbers, one after the other; for `minuting.approve`,
    which holds the lock of the council. An empty day has no year: the caller has asked."""
    rows = list(
        meeting.resolutions.filter(state=ResolutionState.DRAFT).order_by("sort_order", "pk")
    )
    year = meeting.jalali_year
    if not rows or year is None:
        return []
    scope = f"resolution:{meeting.council.translation_key}"
    numbers = numbering.allot_block(scope, len(rows), year=year)
    for row, number in zip(rows, numbers, strict=True):
        row.council = meeting.council
        row.year, row.number = year, number
        row.state = RESOLUTIONS[ResolutionVerb.ADOPT].after
        row.version += 1
    Resolution.objects.bulk_update(rows, ["council", "year", "number", "state", "version"])
    for row in rows:
        data = {"year": row.year, "number": row.number}
        log(row, "prcouncil_meetings.adopt", user=by, data=data)
    return rows


def annul(
    resolution: Resolution,
    *,
    note: str,
    version: int,
    on: dt.date | None = None,
    by: AbstractBaseUser | None = None,
) -> Resolution:
    """It no longer holds; it keeps its number, and readers are told why. What was still to be done
    for it is dropped."""
    with transaction.atomic():
        meeting = locked_meeting(resolution.meeting)
        require(by, RESOLUTIONS[ResolutionVerb.ANNUL].right, meeting.council)
        fresh = there(meeting.resolutions.filter(pk=resolution.pk).first())
        if fresh.version != version or fresh.state not in RESOLUTIONS[ResolutionVerb.ANNUL].before:
            raise ConflictError(gettext("Somebody has changed this resolution meanwhile."))
        fresh.annulling_note = check_reason(note)
        fresh.annulled_on = on or today()
        fresh.state = RESOLUTIONS[ResolutionVerb.ANNUL].after
        fresh.version += 1
        fresh.save()
        log(fresh, "prcouncil_meetings.annul", user=by, data={"note": note})
        assigning.drop_all(fresh, note=fresh.annulling_note, by=by)
        forget_after_commit(meeting)
    return fresh


def forward(
    resolution: Resolution,
    to: CouncilPage,
    *,
    note: str = "",
    by: AbstractBaseUser | None = None,
) -> Forwarding:
    """Send an adopted resolution to another council, which takes it up or declines; once each."""
    with transaction.atomic():
        meeting = locked_meeting(resolution.meeting)
        require(by, Right.CHANGE_RESOLUTIONS, meeting.council)
        fresh = there(meeting.resolutions.filter(pk=resolution.pk).first())
        if fresh.state != ResolutionState.ADOPTED:
            raise MeetingError(gettext("Only an adopted resolution is forwarded."))
        if to.translation_key == meeting.council.translation_key:
            raise MeetingError(gettext("This is its own council."), field="council")
        key = to.translation_key
        if fresh.forwardings.filter(council__translation_key=key).exists():
            raise MeetingError(gettext("It was forwarded there already."), field="council")
        made = Forwarding.objects.create(
            resolution=fresh, council=to, sent_on=today(), note=note.strip()
        )
        log(fresh, "prcouncil_meetings.forward", user=by, data={"council": to.pk})
        forget_after_commit(meeting)
    return made


def take_up(
    forwarding: Forwarding, meeting: Meeting, *, version: int, by: AbstractBaseUser | None = None
) -> Resolution:
    """A draft resolution of the receiving council's meeting, with its origin kept. `version` is the
    meeting's."""
    with transaction.atomic():
        fresh = allowed(meeting, by, Right.ADD_RESOLUTIONS, version=version)
        check_writable(fresh)
        sent = _sent(forwarding)
        if sent.council.translation_key != fresh.council.translation_key:
            raise MeetingError(gettext("It was forwarded to another council."), field="meeting")
        if sent.resolution.state == ResolutionState.ANNULLED:
            raise ConflictError(gettext("Its council has annulled it meanwhile."))
        last = fresh.resolutions.aggregate(last=Max("sort_order"))["last"]
        made = Resolution.objects.create(
            meeting=fresh,
            council=fresh.council,
            text=sent.resolution.text,
            text_en=sent.resolution.text_en,
            visibility=sent.resolution.visibility,
            origin=sent.resolution,
            sort_order=(last or 0) + 1,
        )
        sent.state = ForwardingState.TAKEN_UP
        sent.save()
        log(made, "prcouncil_meetings.take_up", user=by, data={"origin": sent.resolution_id})
        forget_after_commit(fresh)
        forget_after_commit(sent.resolution.meeting)  # its page says what became of it
    return made


def decline(
    forwarding: Forwarding, *, answer: str, by: AbstractBaseUser | None = None
) -> Forwarding:
    """The receiving council does not take it up; `answer` says why."""
    with transaction.atomic():
        council = locked_council(forwarding.council)
        require(by, Right.CHANGE_RESOLUTIONS, council)
        sent = _sent(forwarding)
        sent.state, sent.answer = ForwardingState.DECLINED, check_reason(answer)
        sent.save()
        log(sent.resolution, "prcouncil_meetings.decline", user=by, data={"council": council.pk})
        forget_after_commit(sent.resolution.meeting)
    return sent


def _sent(forwarding: Forwarding) -> Forwarding:
    rows = Forwarding.objects.select_for_update(of=("self",)).select_related(
        "resolution__meeting__page"
    )
    fresh = there(rows.filter(pk=forwarding.pk).first())
    if fresh.state != ForwardingState.SENT:
        sentence = gettext("Somebody has answered it already: %(state)s.")
        raise ConflictError(sentence % {"state": fresh.get_state_display()})
    return fresh


def _check_draft(resolution: Resolution) -> None:
    if resolution.state != ResolutionState.DRAFT:
        raise MeetingError(gettext("It is adopted: it can be annulled, and not rewritten."))


def _check(resolution: Resolution, meeting: Meeting) -> None:
    if not resolution.text.strip():
        raise MeetingError(gettext("Write what was decided."), field="text")
    if resolution.item is not None and resolution.item.meeting_id != meeting.pk:
        sentence = gettext("This item is of another meeting.")
        raise MeetingError(sentence, field="item")
    counts = (resolution.votes_for, resolution.votes_against, resolution.abstentions)
    check_votes(resolution.by_consensus, counts, meeting.quorum_present)
