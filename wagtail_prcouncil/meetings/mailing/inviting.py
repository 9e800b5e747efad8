"""Members are invited."""

from django.utils.translation import gettext

from wagtail_prcouncil.meetings.mailing.addressees import of_meeting
from wagtail_prcouncil.meetings.mailing.letters import Event, Reader, Said, post
from wagtail_prcouncil.meetings.mailing.wording import MeetingWords, day_in, is_past
from wagtail_prcouncil.meetings.models import Meeting


def invite(meeting: Meeting) -> None:
    """It was announced: to all on the list of the council. To one that is past already, and is
    written down afterwards, nobody is invited."""
    if is_past(meeting):
        return

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

    event = Event("invited", f"{meeting.pk}:{meeting.sequence}", meeting.pk)
    post(event, of_meeting(meeting), tell)
