"""Meetings, what they decided and who came, as tables that leave the site."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.exchange.tables import Column, DateColumn, Table
from wagtail_prcouncil.meetings.models.attendance import Attendance
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.resolution import Resolution
from wagtail_prcouncil.meetings.states import Presence
from wagtail_prcouncil.persian.jalali import in_tehran


def _number(row: Resolution | Meeting) -> str:
    """In ASCII digits, as programs sort and find it."""
    return "" if row.number is None else f"{row.number}/{row.year}"


def _clock(moment: dt.datetime | None) -> str:
    """In Tehran."""
    return f"{in_tehran(moment):%H:%M}" if moment else ""


MEETINGS = Table(
    _("meetings"),
    (
        Column(_("council"), lambda row: row.council.title),
        Column(_("meeting"), lambda row: row.page.title),
        Column(_("kind"), lambda row: row.get_kind_display()),
        Column(_("way of meeting"), lambda row: row.get_mode_display()),
        Column(_("number"), _number),
        DateColumn(_("day of the meeting"), lambda row: row.day),
        Column(_("begins"), lambda row: _clock(row.started_at or row.starts_at)),
        Column(_("ends"), lambda row: _clock(row.ended_at or row.ends_at)),
        Column(_("venue"), lambda row: row.page.venue),
        Column(_("status"), lambda row: row.get_status_display()),
        Column(_("agenda"), lambda row: row.get_agenda_status_display()),
        Column(_("minutes"), lambda row: row.get_minutes_status_display()),
        Column(_("seats with a vote"), lambda row: row.voting_seats),
        Column(_("quorum"), lambda row: row.quorum_due),
        Column(_("present with a vote"), lambda row: row.quorum_present),
    ),
    prepare=lambda rows: rows.select_related("council", "page"),
)
"""The list of the admin, planned ones too."""

DECIDED: Sequence[Column] = (
    Column(_("number"), _number),
    Column(_("Jalali year"), lambda row: row.year),
    Column(_("number within the year"), lambda row: row.number),
    DateColumn(_("day of the meeting"), lambda row: row.meeting.day),
    Column(_("council"), lambda row: row.council.title),
    Column(_("meeting"), lambda row: row.meeting.page.title),
    Column(_("text"), lambda row: row.text),
    Column(_("text in English"), lambda row: row.text_en),
    Column(_("by consensus"), lambda row: row.by_consensus),
    Column(_("votes for"), lambda row: row.votes_for),
    Column(_("votes against"), lambda row: row.votes_against),
    Column(_("abstentions"), lambda row: row.abstentions),
    Column(_("state"), lambda row: row.get_state_display()),
    DateColumn(_("annulled on"), lambda row: row.annulled_on),
)


def _with_meeting(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.select_related("council", "meeting__page")


PUBLIC_RESOLUTIONS = Table(_("resolutions"), DECIDED, prepare=_with_meeting)
"""What every reader sees on the pages of meetings."""

RESOLUTIONS = Table(
    _("resolutions"),
    (
        *DECIDED,
        Column(_("why it was annulled"), lambda row: row.annulling_note),
        Column(_("agenda item"), lambda row: row.item_title),
        Column(_("who reads of it"), lambda row: row.get_visibility_display()),
    ),
    prepare=_with_meeting,
)


def _seat(row: Attendance) -> str:
    return row.seat.name_in(get_language() or "fa") if row.seat else ""


def _body(row: Attendance) -> str:
    return row.agency.name_as_read() if row.agency else row.body


def _substitute(row: Attendance) -> str:
    is_represented = row.presence == Presence.REPRESENTED and row.represented_by
    return row.represented_by.name if is_represented else ""


ATTENDANCES = Table(
    _("attendance"),
    (
        Column(_("council"), lambda row: row.meeting.council.title),
        Column(_("meeting"), lambda row: row.meeting.page.title),
        DateColumn(_("day of the meeting"), lambda row: row.meeting.day),
        Column(_("seat"), _seat),
        Column(_("agency code"), lambda row: row.agency.code if row.agency else ""),
        Column(_("agency"), _body),
        Column(_("name"), lambda row: row.person.name if row.person else row.name),
        Column(_("title that day"), lambda row: row.title),
        Column(_("attendance"), lambda row: row.get_presence_display()),
        Column(_("represented by"), _substitute),
        Column(_("has a vote"), lambda row: row.has_vote),
    ),
    prepare=lambda rows: rows.with_people().select_related(
        "meeting__page",
        "meeting__council",
        "seat__agency",
        "seat__council",
        "person",
        "agency",
        "represented_by",
    ),
)
"""Who came to which meeting, seat by seat, guests too."""
