"""Members are invited."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext

from wagtail_prcouncil.meetings.mailing.addressees import of_meeting, of_newcomers
from wagtail_prcouncil.meetings.mailing.letters import Event, Reader, Said, Tell, post
from wagtail_prcouncil.meetings.mailing.wording import MeetingWords, day_in, is_past
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.states import DUE


def invite(meeting: Meeting) -> None:
    """It was announced: to all on the list of the council. To one that is past already, and is
    written down afterwards, nobody is invited."""
    if not is_past(meeting):
        event = Event("invited", f"{meeting.pk}:{meeting.sequence}", meeting.pk)
        post(event, of_meeting(meeting), _invitation(meeting))


def invite_newcomers(meeting: Meeting, before: Collection[UUID]) -> None:
    """Councils organise it now that did not `before`, when the others were invited: to those on
    their lists, once, however often a council leaves and comes back."""
    if meeting.status in DUE and not is_past(meeting):
        event = Event("invited", f"{meeting.pk}:joined", meeting.pk)
        post(event, of_newcomers(meeting, before), _invitation(meeting))


def _invitation(meeting: Meeting) -> Tell:
    def tell(reader: Reader) -> Said:
        words = MeetingWords(meeting, reader)
        day = day_in(meeting.day, reader) if meeting.day else ""
        return Said(
            subject=gettext("Invitation to %(meeting)s, %(day)s")
            % {"meeting": words.number, "day": day},
            sentence=gettext("You are invited to this meeting:"),
            title=words.title,
            lines=[words.council(), words.time(), *words.place()],
            links=words.links(with_calendar=True),
        )

    return tell
