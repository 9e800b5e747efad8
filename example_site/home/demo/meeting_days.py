"""The days on which the demo's steps were taken: of the meeting, not of the loading."""

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from wagtail_prcouncil.meetings.models import AgendaEdition, Meeting, MeetingChange
from wagtail_prcouncil.meetings.transitions import Verb

BEFORE = {
    Verb.DRAFT_AGENDA: 21,
    Verb.FINALISE_AGENDA: 20,
    Verb.ANNOUNCE: 19,
    Verb.AMEND_AGENDA: 18,
    Verb.CANCEL: 3,
    Verb.POSTPONE: 2,
    Verb.RESCHEDULE: 1,
}
"""Days before that on which the meeting was to be at first."""

AFTER = {
    Verb.HOLD: 0,
    Verb.CLOSE: 0,
    Verb.DRAW_UP: 1,
    Verb.CIRCULATE: 2,
    Verb.APPROVE: 10,
    Verb.PUBLISH: 11,
}
TO_OBJECT = 7
"""Days after minutes were circulated."""


def put_back(meeting: Meeting) -> None:
    """Each step to its own day, and the last day for objections, where they are over. Nothing that
    was done lies in the future."""
    changes = list(meeting.changes.all())
    for change in changes:
        moment = _moment(meeting, changes, Verb(change.verb))
        MeetingChange.objects.filter(pk=change.pk).update(at=moment)
    for edition in AgendaEdition.objects.filter(meeting=meeting):
        verb = Verb.FINALISE_AGENDA if edition.number == 1 else Verb.AMEND_AGENDA
        moment = _moment(meeting, changes, verb)
        AgendaEdition.objects.filter(pk=edition.pk).update(published_at=moment)
    if meeting.approved_on is not None:
        sent = _moment(meeting, changes, Verb.CIRCULATE)
        until = sent.date() + dt.timedelta(days=TO_OBJECT)
        Meeting.objects.filter(pk=meeting.pk).update(objections_until=until)


def _moment(meeting: Meeting, changes: Sequence[MeetingChange], verb: Verb) -> dt.datetime:
    now = timezone.now()
    planned = meeting.starts_at or now
    if verb in AFTER:
        return min(planned + dt.timedelta(days=AFTER[verb]), now)
    first = min((row.starts_at for row in changes if row.starts_at), default=planned)
    return min(first - dt.timedelta(days=BEFORE[verb]), now)
