"""An agenda is published, or published anew with changes."""

from collections.abc import Iterator

from django.utils.translation import gettext

from wagtail_prcouncil.meetings.mailing.addressees import of_meeting
from wagtail_prcouncil.meetings.mailing.letters import Event, Reader, Said, Section, post
from wagtail_prcouncil.meetings.mailing.wording import MeetingWords, is_past
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.nesting import Placed, as_read
from wagtail_prcouncil.meetings.seen import seen_by
from wagtail_prcouncil.meetings.states import Visibility
from wagtail_prcouncil.pages.numerals import in_numerals, in_reader_digits

SET_IN = "\u2003"
"""A wide space, which mail programs leave as it is."""


def tell_of_agenda(meeting: Meeting, note: str = "") -> None:
    """The edition that was just printed, to all on the list; `note` says what changed in it. Of a
    meeting that is past nobody is told any more."""
    if is_past(meeting):
        return
    items = as_read(meeting.items.in_order())
    is_first = meeting.agenda_edition == 1

    def tell(reader: Reader) -> Said:
        words = MeetingWords(meeting, reader)
        named = {"meeting": words.number, "edition": in_numerals(meeting.agenda_edition)}
        subject = gettext("Agenda of %(meeting)s")
        sentence = gettext("The agenda of this meeting is published:")
        if not is_first:
            subject = gettext("Agenda of %(meeting)s amended, edition %(edition)s")
            sentence = gettext("The agenda of this meeting was amended:")
        sections = [Section(gettext("Agenda"), items=list(_titles(items, reader)))]
        if note.strip():
            sections.insert(0, Section(gettext("What changed"), note.strip().splitlines()))
        return Said(
            subject=subject % named,
            sentence=sentence,
            title=words.title,
            lines=[words.council(), words.time(), *words.place()],
            sections=sections,
            links=words.links(),
        )

    name = "agenda_published" if is_first else "agenda_amended"
    event = Event(name, f"{meeting.pk}:{meeting.agenda_edition}", meeting.pk)
    post(event, of_meeting(meeting), tell)


def _titles(items: list[Placed], reader: Reader) -> Iterator[str]:
    """Those that the reader may know of, parts set in: of what is closed it is the title, as
    everywhere."""
    seen = seen_by([placed.item for placed in items])
    for item, depth in items:
        if reader.is_member or seen[item.pk] != Visibility.MEMBERS:
            title = f"{in_reader_digits(item.label)} {item.title_in(reader.language.code)}".strip()
            yield SET_IN * depth + ("– " if depth and not item.label else "") + title
