"""Who came to a meeting, as its minutes tell it: a table, and whether that was enough."""

from typing import Any

from django.utils.translation import gettext

from wagtail_prcouncil.meetings.models.attendance import Attendance
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.states import Presence
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.jalali import in_tehran
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import page_language


def when_sentence(meeting: Meeting) -> str:
    """On which day it was held, and from when to when in Tehran; empty where nobody has said."""
    if meeting.started_at is None or meeting.ended_at is None:
        return ""
    reader = page_language(meeting.page)
    began, ended = in_tehran(meeting.started_at), in_tehran(meeting.ended_at)
    start, end = displayed(began, "datetime", reader), displayed(ended, "datetime", reader)
    if began.date() == ended.date():
        end = to_persian(f"{ended:%H:%M}") if reader.is_persian else f"{ended:%H:%M}"
    return gettext("Held from %(start)s to %(end)s.") % {"start": start, "end": end}


def quorum_sentence(meeting: Meeting) -> str:
    """How many seats with a vote were filled, and how many were needed; empty where nobody has
    counted."""
    if meeting.is_quorate is None:
        return ""
    sentence = gettext(
        "Of %(seats)s seats with a vote %(present)s were filled; the quorum was %(due)s: "
        "the meeting could decide."
    )
    if not meeting.is_quorate:
        sentence = gettext(
            "Of %(seats)s seats with a vote %(present)s were filled; the quorum was %(due)s: "
            "the meeting could not decide."
        )
    return sentence % {
        "seats": in_numerals(meeting.voting_seats or 0),
        "present": in_numerals(meeting.quorum_present or 0),
        "due": in_numerals(meeting.quorum_due or 0),
    }


def attendance_table(meeting: Meeting, language: str) -> dict[str, Any]:
    """As a table block stores it: seat by seat, then guests."""
    lines = list(meeting.attendances.with_people().select_related("seat__council"))
    lines.sort(key=lambda line: line.presence == Presence.GUEST)
    columns = (gettext("Seat"), gettext("Name"), gettext("On behalf of"), gettext("Attendance"))
    table = {
        "caption": gettext("Seats and who came"),
        "columns": [{"type": "text", "heading": heading} for heading in columns],
        "rows": [{"values": _cells(line, language)} for line in lines],
    }
    return {"table": table, "row_headings": True}


def _cells(line: Attendance, language: str) -> list[str]:
    seat = line.seat.name_in(language) if line.seat else gettext("Guest")
    body = line.agency.name_in(language) if line.agency else line.body
    presence = str(line.get_presence_display())
    if line.presence == Presence.REPRESENTED and line.represented_by:
        name = line.represented_by.name_in(language)
        presence = gettext("represented by %(person)s") % {"person": name}
    return [seat, _name(line, language) or "–", body or "–", presence]


def _name(line: Attendance, language: str) -> str:
    name = line.person.name_in(language) if line.person else line.name
    title = line.title if language.startswith("fa") else line.title_en or line.title
    return f"{name} ({title})" if name and title else name
