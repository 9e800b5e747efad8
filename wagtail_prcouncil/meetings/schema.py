"""Meetings in the terms of schema.org (`Event`)."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from wagtail_prcouncil.meetings.states import Mode, Status
from wagtail_prcouncil.meetings.transitions import Verb
from wagtail_prcouncil.ui.dates import machine_readable

if TYPE_CHECKING:
    from wagtail_prcouncil.meetings.public.hosts import Host
    from wagtail_prcouncil.meetings.public.sessions import MeetingSession

CONTEXT = "https://schema.org"
STATUS: dict[str, str] = {
    Status.POSTPONED: "EventPostponed",
    Status.RESCHEDULED: "EventRescheduled",
    Status.CANCELLED: "EventCancelled",
}
MODE = {
    Mode.IN_PERSON: "OfflineEventAttendanceMode",
    Mode.ONLINE: "OnlineEventAttendanceMode",
    Mode.HYBRID: "MixedEventAttendanceMode",
}


def event(session: "MeetingSession", request: HttpRequest) -> dict[str, Any] | None:
    """Times are ISO 8601 with the offset of Tehran; empty parts are left out. A postponed meeting
    keeps the time that it had, as https://schema.org/EventPostponed asks. None of a meeting of
    which readers know nothing."""
    meeting, page, times = session.meeting, session.page, session.times
    if not session.is_told or times is None:
        return None
    address = page.get_full_url(request) or ""
    hosts = [host for host in (session.host, *session.organisers) if host]
    return _filled(
        {
            "@context": CONTEXT,
            "@type": "Event",
            "@id": address,
            "name": page.title,
            "url": address,
            "description": page.summary or page.search_description,
            "image": request.build_absolute_uri(page.picture.file.url) if page.picture else None,
            "inLanguage": session.language,
            "startDate": machine_readable(times.starts_at),
            "endDate": times.ends_at and machine_readable(times.ends_at),
            "previousStartDate": _moved_from(session),
            "eventStatus": f"{CONTEXT}/{_status(session)}",
            "eventAttendanceMode": f"{CONTEXT}/{MODE[Mode(meeting.mode)]}",
            "location": _places(session, address),
            "organizer": [_organisation(host, request) for host in hosts],
            "recordedIn": _work("VideoObject", meeting.recording_url, page.title),
            "subjectOf": _minutes(session, address),
        }
    )


def _status(session: "MeetingSession") -> str:
    """One that took place on another day than was said first is a rescheduled one for good."""
    status = session.meeting.status
    was_moved = session.meeting.is_over and _moved_from(session)
    return "EventRescheduled" if was_moved else STATUS.get(status, "EventScheduled")


def _moved_from(session: "MeetingSession") -> list[str]:
    """When it was to begin before it was moved, each time once, the earliest announcement first."""
    moved = [move.change for move in reversed(session.moves)]
    moved = [change for change in moved if change.verb == Verb.RESCHEDULE]
    return list(dict.fromkeys(machine_readable(one.starts_at) for one in moved if one.starts_at))


def _places(session: "MeetingSession", address: str) -> list[dict[str, Any]]:
    """Where members join is for them alone: readers have the live stream, or the page."""
    meeting, page = session.meeting, session.page
    found = []
    if meeting.mode != Mode.ONLINE and (page.venue or page.venue_address):
        place = {"@type": "Place", "name": page.venue, "address": page.venue_address}
        found.append(_filled(place))
    if meeting.mode != Mode.IN_PERSON:
        found.append({"@type": "VirtualLocation", "url": meeting.livestream_url or address})
    return found


def _organisation(host: "Host", request: HttpRequest) -> dict[str, Any]:
    url = request.build_absolute_uri(host.url) if host.url else ""
    return _filled({"@type": "GovernmentOrganization", "@id": url, "name": host.title, "url": url})


def _minutes(session: "MeetingSession", address: str) -> dict[str, Any] | None:
    at = session.record.published_at
    if not session.record.is_published:
        return None
    told = _work("Report", f"{address}minutes/", session.page.title) or {}
    language = session.record_language.code
    return _filled(told | {"inLanguage": language, "datePublished": at and machine_readable(at)})


def _work(kind: str, url: str, name: str) -> dict[str, Any] | None:
    return {"@type": kind, "name": name, "url": url} if url else None


def _filled(described: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in described.items() if value}
