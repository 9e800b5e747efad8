"""Minutes are sent to members, who may object, and approved."""

import re
from collections.abc import Container, Iterator, Sequence
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext

from wagtail_prcouncil.meetings.mailing.addressees import of_meeting
from wagtail_prcouncil.meetings.mailing.letters import Event, Line, Reader, Said, Section, post
from wagtail_prcouncil.meetings.mailing.wording import MeetingWords, day_in
from wagtail_prcouncil.meetings.models import Meeting, Minutes, Resolution
from wagtail_prcouncil.meetings.states import Visibility

ATTENDANCE = "attendance:table"
EMPTY = frozenset({"", "–", "—", "-"})
ENDS_OF_LINES = re.compile(r"</(?:p|li|h\d|blockquote)>|<br\s*/?>")


def tell_of_circulation(meeting: Meeting) -> None:
    """To all on the list, with the last day for objections; members get the text, without what
    was said behind closed doors: what is mailed cannot be taken back."""
    minutes = Minutes.objects.filter(meeting=meeting).first()
    text = list(_sections(minutes)) if minutes else []

    def tell(reader: Reader) -> Said:
        words = MeetingWords(meeting, reader)
        until = meeting.objections_until
        day = day_in(until, reader) if until else ""
        return Said(
            subject=gettext("Minutes of %(meeting)s: objections until %(day)s")
            % {"meeting": words.number, "day": day},
            sentence=gettext(
                "The minutes of this meeting are ready. Members may object to them until the last "
                "day below, by writing to the secretary."
            ),
            title=words.title,
            lines=[words.council(), words.time(), Line(gettext("Objections until"), day)],
            sections=text if reader.is_member else (),
            links=words.links(),
        )

    # Minutes that were recalled are sent again: each time is an event of its own.
    event = Event("minutes_circulated", f"{meeting.pk}:{meeting.version}", meeting.pk)
    post(event, of_meeting(meeting), tell)


def tell_of_approval(meeting: Meeting, resolutions: Sequence[Resolution]) -> None:
    """To all on the list; members get the resolutions with their numbers."""
    closed = _closed_sources(meeting)

    def tell(reader: Reader) -> Said:
        words = MeetingWords(meeting, reader)
        lines = [words.council(), words.time()]
        if meeting.approved_on:
            lines.append(Line(gettext("Approved on"), day_in(meeting.approved_on, reader)))
        lines.append(Line(gettext("How approved"), meeting.get_approved_how_display()))
        items = list(_decided(resolutions, reader, closed)) if reader.is_member else []
        return Said(
            subject=gettext("Minutes of %(meeting)s approved") % {"meeting": words.number},
            sentence=gettext("The minutes of this meeting are approved:"),
            title=words.title,
            lines=lines,
            sections=[Section(gettext("Resolutions"), items=items)] if items else (),
            links=words.links(),
        )

    event = Event("minutes_approved", str(meeting.pk), meeting.pk)
    post(event, of_meeting(meeting), tell)


def _decided(
    resolutions: Sequence[Resolution], reader: Reader, closed: Container[str]
) -> Iterator[str]:
    """Of what is closed, or was decided on an item that is, the number alone."""
    for row in resolutions:
        name = row.name_as_read()
        is_closed = f"resolution:{row.pk}" in closed
        yield name if is_closed else f"{name}: {row.text_in(reader.language.code)}"


def _sections(minutes: Minutes) -> Iterator[Section]:
    """Part by part, in the language of the meeting's original."""
    closed = _closed_sources(minutes.meeting)
    for block in minutes.body:
        source = (minutes.made.get(block.id or "") or {}).get("source", "")
        value = block.value
        is_closed = value.get("visibility") == Visibility.CLOSED or source in closed
        if block.block_type == "section":
            text = () if is_closed else _paragraphs(value["text"])
            yield Section(value["heading"], text)
        elif block.block_type == "table" and not is_closed:
            rows = _rows(value["table"], once=source == ATTENDANCE)
            yield Section(value["table"].caption or "", items=rows)


def _paragraphs(text: Any) -> list[str]:
    """Rich text as lines of plain words."""
    pieces = ENDS_OF_LINES.split(getattr(text, "source", "") or "")
    plain = (unescape(strip_tags(piece)).strip() for piece in pieces)
    return [line for line in plain if line]


def _rows(table: Any, *, once: bool) -> list[str]:
    """A line for each, its cells behind one another; `once`, where a seat and its agency may be
    called the same."""
    rows = ([str(cell.value) for cell in row] for row in table.rows)
    told = ([cell for cell in cells if cell not in EMPTY] for cells in rows)
    return [" – ".join(dict.fromkeys(cells) if once else cells) for cells in told]


def _closed_sources(meeting: Meeting) -> set[str]:
    """What was drawn up from something closed, or from below an item that is."""
    items = {item.pk: item for item in meeting.items.all()}
    closed = {key for key, item in items.items() if item.visibility == Visibility.CLOSED}
    while grown := {key for key, item in items.items() if item.parent_id in closed} - closed:
        closed |= grown
    found = {f"item:{key}" for key in closed}
    for name, rows in (("report", meeting.reports), ("resolution", meeting.resolutions)):
        for pk, item_id, visibility in rows.values_list("pk", "item_id", "visibility"):
            if visibility == Visibility.CLOSED or item_id in closed:
                found.add(f"{name}:{pk}")
    return found
