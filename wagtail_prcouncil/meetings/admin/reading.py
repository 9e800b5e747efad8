"""Times and axes of a meeting, as the desk prints them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.admin.desk import DONE, NOTHING, STOPPED, WAITS, AxisShown
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.states import (
    OVER,
    PRINTED,
    SETTLED,
    AgendaStatus,
    Axis,
    MinutesStatus,
    Status,
)
from wagtail_prcouncil.meetings.transitions import Verb
from wagtail_prcouncil.pages.numerals import in_digits
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.jalali import in_tehran
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import page_language

WORDS: Mapping[Axis, Callable[[str], TextChoices]] = {
    Axis.STATUS: Status,
    Axis.AGENDA: AgendaStatus,
    Axis.MINUTES: MinutesStatus,
}


def moment_as_read(instant: dt.datetime | None) -> str:
    """«یکشنبه ۱ آذر ۱۴۰۵، ساعت ۱۰:۰۰» in Tehran; empty for none."""
    if instant is None:
        return ""
    try:
        return displayed(instant, "datetime", page_language(None))
    except PersianError:  # before the calendar begins, which only a program can have stored
        return instant.isoformat()


def time_as_read(starts_at: dt.datetime | None, ends_at: dt.datetime | None) -> str:
    """From when to when; the end without its day where that is the same."""
    if starts_at is None:
        return ""
    start = moment_as_read(starts_at)
    if ends_at is None:
        return start
    end = in_tehran(ends_at)
    if end.date() != in_tehran(starts_at).date():
        told = moment_as_read(ends_at)
    else:
        told = f"{end:%H:%M}"
        told = to_persian(told) if page_language(None).is_persian else told
    return gettext("%(start)s to %(end)s") % {"start": start, "end": told}


def number_as_read(meeting: Meeting) -> str:
    """«۳ / ۱۴۰۵» on one line; empty before it was announced."""
    if meeting.number is None or meeting.year is None:
        return ""
    number = in_digits(meeting.number)
    return f"{number}\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}{in_digits(meeting.year)}"


def axes_as_read(meeting: Meeting) -> list[AxisShown]:
    """The four, in the order in which they usually move."""
    page = meeting.page
    is_live = AxisShown(
        _("Page"),
        pgettext("page", "published") if page.live else pgettext("page", "draft"),
        DONE if page.live else WAITS,
    )
    return [
        AxisShown(_("Meeting"), meeting.get_status_display(), _tone_of_status(meeting.status)),
        AxisShown(_("Agenda"), _agenda(meeting), _tone_of_agenda(meeting.agenda_status)),
        AxisShown(
            _("Minutes"),
            meeting.get_minutes_status_display(),
            _tone_of_minutes(meeting.minutes_status),
        ),
        is_live,
    ]


def _agenda(meeting: Meeting) -> str:
    told = meeting.get_agenda_status_display()
    if meeting.agenda_status != AgendaStatus.AMENDED:
        return told
    edition = in_digits(meeting.agenda_edition)
    return gettext("%(state)s, edition %(edition)s") % {"state": told, "edition": edition}


def _tone_of_status(status: str) -> str:
    if status in OVER:
        return DONE
    return STOPPED if status in {Status.POSTPONED, Status.CANCELLED} else WAITS


def _tone_of_agenda(status: str) -> str:
    if status in PRINTED:
        return DONE
    return NOTHING if status == AgendaStatus.NONE else WAITS


def _tone_of_minutes(status: str) -> str:
    if status in SETTLED:
        return DONE
    return NOTHING if status == MinutesStatus.NONE else WAITS


def notice_facts(meeting: Meeting) -> Iterator[Fact]:
    """The notice, for whoever does not write it."""
    yield Fact(_("Time"), time_as_read(meeting.starts_at, meeting.ends_at) or "–")
    yield Fact(_("Kind"), meeting.get_kind_display())
    yield Fact(_("Held"), meeting.get_mode_display())
    if others := [row.council.title for row in meeting.organisers.select_related("council")]:
        yield Fact(_("Organised with"), "، ".join(others))
    if provinces := [province.name_as_read() for province in meeting.provinces.all()]:
        yield Fact(_("Provinces that join from afar"), "، ".join(provinces))
    for name, url in (
        (_("Address to join"), meeting.join_url),
        (_("Live stream"), meeting.livestream_url),
        (_("Recording"), meeting.recording_url),
    ):
        if url:
            yield Fact(name, url)


class ChangeShown(NamedTuple):
    """A step on an axis: what became of what, who did it, when, why, and the time that stood there
    before, where the step changed it."""

    what: str
    at: str
    who: str
    reason: str
    time_before: str


def changes_as_read(meeting: Meeting) -> list[ChangeShown]:
    """The latest first."""
    rows = meeting.changes.select_related("by").order_by("-at", "-pk")
    return [
        ChangeShown(
            what=f"{row.get_axis_display()}: {axis_label(row.axis, row.after)}",
            at=moment_as_read(row.at),
            who=row.by.get_full_name() or row.by.get_username() if row.by else "",
            reason=row.reason,
            time_before=(
                time_as_read(row.starts_at, row.ends_at) if row.verb == Verb.RESCHEDULE else ""
            ),
        )
        for row in rows
    ]


def axis_label(axis: str, state: str) -> str:
    """A state of an axis in words."""
    return str(WORDS[Axis(axis)](state).label)
