"""Meetings for people's own calendars: iCalendar (RFC 5545, published as RFC 5546 asks; RFC 7986).

What readers know and no more: no persons, and no address to join. The same meeting has the same
UID for ever, in every language and every file; SEQUENCE grows with each change of its time, place
or status. Times are Tehran's by name; the Jalali date stands in the description.
"""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext, override, pgettext
from wagtail.models import Page

from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.queryset import meeting_pages
from wagtail_prcouncil.meetings.public.hosts import Hosts
from wagtail_prcouncil.meetings.public.scopes import Scope
from wagtail_prcouncil.meetings.public.sessions import MeetingSession, times_of
from wagtail_prcouncil.meetings.states import OFF, Mode, Status
from wagtail_prcouncil.persian.dates import format_numeric
from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.persian.jalali import TEHRAN, in_tehran
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import page_language

if TYPE_CHECKING:
    from icalendar import Calendar, Event

    from wagtail_prcouncil.meetings.models.page import MeetingPage

CONTENT_TYPE = "text/calendar; charset=utf-8"
KEPT_BACK = dt.timedelta(days=400)
"""A subscription holds the meetings of the last year; the pages tell of all."""
ASK_AGAIN = dt.timedelta(hours=6)
STATUS = {Status.POSTPONED: "TENTATIVE", Status.CANCELLED: "CANCELLED"}


def of_meeting(session: MeetingSession, request: HttpRequest) -> bytes:
    """One meeting, which has a time."""
    page = session.page
    with override(page_language(page).code):
        calendar = _calendar(page.title, page, f"{page.get_full_url(request)}meeting.ics")
        calendar.add_component(_event(session.meeting, page, session.hosts, request))
        return _written(calendar)


def of_list(scope: Scope, request: HttpRequest) -> bytes:
    """The meetings of a list, from a year ago on, those that were called off too. Three queries
    beside those of the page."""
    since = timezone.now() - KEPT_BACK
    rows = scope.meetings().filter(starts_at__gte=since).select_related("council")
    meetings = list(rows.order_by("starts_at", "pk"))
    pages = meeting_pages().open(scope.page.locale_id).without_aliases()
    keyed = {
        row.translation_key: row
        for row in pages.filter(translation_key__in=[one.key for one in meetings]).select_related(
            "locale"
        )
    }
    hosts = Hosts([one.council for one in meetings], scope.page, request)
    address = f"{scope.page.get_full_url(request)}meetings.ics"
    with override(page_language(scope.page).code):
        calendar = _calendar(_name(scope, meetings, hosts), scope.page, address)
        for one in meetings:
            if one.key in keyed:
                calendar.add_component(_event(one, keyed[one.key], hosts, request))
        return _written(calendar)


def _name(scope: Scope, meetings: Iterable[Meeting], hosts: Hosts) -> str:
    """How it is called among somebody's calendars: the list, and whose it is."""
    own = (one for one in meetings if one.council.translation_key == scope.council_key)
    first = next(own, None)
    host = hosts.get(first.council_id) if first else None
    title: str = scope.page.title
    return f"{title} - {host.title}" if host else title


def _calendar(name: str, page: Page, address: str) -> "Calendar":
    from icalendar import Calendar  # noqa: PLC0415 - it takes long to import, and few ask for it

    calendar = Calendar()
    calendar.add("prodid", "-//wagtail-prcouncil//meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    language = {"LANGUAGE": page_language(page).code}
    calendar.add("name", name, parameters=language)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", str(TEHRAN))
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    calendar.add("source", address, parameters={"VALUE": "URI"})
    return calendar


def _event(meeting: Meeting, page: "MeetingPage", hosts: Hosts, request: HttpRequest) -> "Event":
    from icalendar import Event, vCalAddress, vText  # noqa: PLC0415 - as above

    times, address = times_of(meeting), page.get_full_url(request) or ""
    assert times is not None  # noqa: S101 - who asks has seen to it
    language = {"LANGUAGE": page_language(page).code}
    event = Event()
    event.add("uid", str(meeting.key))
    event.add("dtstamp", meeting.changed_at)
    event.add("last-modified", meeting.changed_at)
    event.add("sequence", meeting.sequence)
    event.add("dtstart", in_tehran(times.starts_at))
    if times.ends_at:
        event.add("dtend", in_tehran(times.ends_at))
    event.add("summary", _title(meeting, page), parameters=language)
    event.add("description", "\n".join(_told(meeting, page, address)), parameters=language)
    if place := _place(meeting, page):
        event.add("location", place, parameters=language)
    event.add("status", STATUS.get(Status(meeting.status), "CONFIRMED"))
    event.add("transp", "TRANSPARENT" if meeting.status in OFF else "OPAQUE")
    event.add("categories", [capfirst(str(meeting.get_kind_display()))])
    event.add("url", address)
    if (host := hosts.get(meeting.council_id)) is not None:
        organiser = vCalAddress(urljoin(address, host.url))
        organiser.params["CN"] = vText(host.title)
        event.add("organizer", organiser)
    return event


def _title(meeting: Meeting, page: "MeetingPage") -> str:
    """Few programs show that an event is off: the title says it."""
    if meeting.status not in OFF:
        return page.title
    words = {"title": page.title, "status": meeting.status_for_readers}
    return gettext("%(title)s (%(status)s)") % words


def _told(meeting: Meeting, page: "MeetingPage", address: str) -> Iterable[str]:
    """Lines of the description: the day in the reader's calendar and the Jalali one, what it is
    about, where it can be seen, its page."""
    times, language = times_of(meeting), page_language(page)
    assert times is not None  # noqa: S101 - as above
    yield displayed(in_tehran(times.starts_at), "datetime", language)
    if not language.is_persian:
        day = to_ascii(format_numeric(in_tehran(times.starts_at)))
        yield gettext("Jalali date: %(day)s") % {"day": day}
    if page.summary:
        yield page.summary
    if meeting.livestream_url:
        yield gettext("Live stream: %(address)s") % {"address": meeting.livestream_url}
    yield address


def _place(meeting: Meeting, page: "MeetingPage") -> str:
    if meeting.mode == Mode.ONLINE:
        return capfirst(str(meeting.get_mode_display()))
    said = [page.venue, *page.venue_address.splitlines()]
    return pgettext("between names", ", ").join(part.strip() for part in said if part.strip())


def _written(calendar: "Calendar") -> bytes:
    """With the zone that the events name; folded at 75 octets, never within a letter."""
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written
