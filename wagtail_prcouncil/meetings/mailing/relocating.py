"""A meeting takes place elsewhere, or is joined at another address."""

from collections.abc import Mapping

from django.utils.translation import gettext

from wagtail_prcouncil.meetings.mailing.addressees import of_meeting
from wagtail_prcouncil.meetings.mailing.letters import Event, Line, Reader, Said, Tell, post_all
from wagtail_prcouncil.meetings.mailing.wording import Known, MeetingWords, Place
from wagtail_prcouncil.meetings.models import Meeting


def tell_of_place(
    meeting: Meeting, before: Mapping[str, Place], *, has_new_address: bool = False
) -> None:
    """To whoever reads a page whose words of the place are others than `before`, by language; and
    of a new address to join to members. One letter to each, whatever has changed."""
    known = Known([meeting])
    moved, joining = [], []
    for one in of_meeting(meeting):
        if known.page_in(meeting, one.language).locale.language_code in before:
            moved.append(one)
        elif has_new_address and one.is_member:
            joining.append(one)
    mark = f"{meeting.pk}:{meeting.sequence}"
    post_all(
        [
            (Event("relocated", mark, meeting.pk), moved, _moved(meeting, known, before)),
            (Event("join_changed", mark, meeting.pk), joining, _joining(meeting, known)),
        ]
    )


def _moved(meeting: Meeting, known: Known, before: Mapping[str, Place]) -> Tell:
    def tell(reader: Reader) -> Said:
        words = MeetingWords(meeting, reader, known)
        was = before[words.page.locale.language_code]
        told = gettext(", ").join(line.value for line in was.lines())
        return _said(
            words,
            gettext("New place: %(meeting)s"),
            gettext("This meeting is held otherwise, or elsewhere:"),
            Line(gettext("Before"), told),
        )

    return tell


def _joining(meeting: Meeting, known: Known) -> Tell:
    def tell(reader: Reader) -> Said:
        words = MeetingWords(meeting, reader, known)
        subject = gettext("New address to join: %(meeting)s")
        return _said(words, subject, gettext("This meeting is joined at another address:"))

    return tell


def _said(words: MeetingWords, subject: str, sentence: str, *lines: Line) -> Said:
    return Said(
        subject=subject % {"meeting": words.number},
        sentence=sentence,
        title=words.title,
        lines=[words.council(), words.time(), *words.place(), *lines],
        links=words.links(with_calendar=True),
    )
