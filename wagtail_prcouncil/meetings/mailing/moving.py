"""A meeting is not held when it was said: postponed, rescheduled, cancelled."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.meetings.mailing.addressees import of_meeting
from wagtail_prcouncil.meetings.mailing.letters import Event, Line, Reader, Said, post
from wagtail_prcouncil.meetings.mailing.wording import MeetingWords, is_past, time_in
from wagtail_prcouncil.meetings.models import Meeting, MeetingChange
from wagtail_prcouncil.meetings.states import TOLD
from wagtail_prcouncil.meetings.transitions import Verb


class _Words(NamedTuple):
    name: str
    subject: Promise
    sentence: Promise


MOVES: Mapping[str, _Words] = {
    Verb.POSTPONE: _Words(
        "postponed",
        _("Postponed: %(meeting)s"),
        _("This meeting is postponed. You will be told when there is a new time."),
    ),
    Verb.RESCHEDULE: _Words(
        "rescheduled",
        _("New time: %(meeting)s"),
        _("This meeting takes place at another time:"),
    ),
    Verb.CANCEL: _Words(
        "cancelled",
        _("Cancelled: %(meeting)s"),
        _("This meeting is cancelled:"),
    ),
}


def tell_of_move(meeting: Meeting, change: MeetingChange) -> None:
    """To all on the list, with the time that stood there and the reason. Of one that nobody was
    invited to, or of a time that is past, nobody is told."""
    move = MOVES[change.verb]
    is_new = change.verb == Verb.RESCHEDULE
    if change.before not in TOLD or (is_new and is_past(meeting)):
        return

    def tell(reader: Reader) -> Said:
        words = MeetingWords(meeting, reader)
        before = time_in(change.starts_at, change.ends_at, reader)
        lines = [words.council()]
        if is_new:
            lines += [words.time(), Line(gettext("Time before"), before), *words.place()]
        else:
            lines.append(Line(gettext("Time before"), before))
        return Said(
            subject=str(move.subject) % {"meeting": words.number},
            sentence=str(move.sentence),
            title=words.title,
            lines=[*lines, *words.reason(change.reason)],
            links=words.links(with_calendar=True),
        )

    event = Event(move.name, f"{meeting.pk}:{meeting.sequence}", meeting.pk)
    post(event, of_meeting(meeting), tell)
