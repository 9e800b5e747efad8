"""A meeting as JSON that other systems read: the meeting and its agenda as OParl 1.1 has them
(https://oparl.org), who organised it, who came and what was decided as Popolo
(popoloproject.com: Organization, Motion, VoteEvent).

What the page shows and no more: of a closed item the title, of a member's nothing, agencies and
seats instead of persons. What has no value is left out. Fields that neither of the two knows begin
with "prcouncil:", as OParl asks. Times are ISO 8601 with the offset of Tehran.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest

from wagtail_prcouncil.meetings.models.agenda import ItemDocument
from wagtail_prcouncil.meetings.models.attendance import Attendance
from wagtail_prcouncil.meetings.models.resolution import Resolution
from wagtail_prcouncil.meetings.paper_addresses import address_of
from wagtail_prcouncil.meetings.public.agendas import Item
from wagtail_prcouncil.meetings.public.hosts import Host
from wagtail_prcouncil.meetings.public.resolutions import anchor_of
from wagtail_prcouncil.meetings.public.rolls import Line
from wagtail_prcouncil.meetings.public.sessions import MeetingSession
from wagtail_prcouncil.meetings.states import Status
from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.ui.dates import machine_readable

SCHEMA = "https://schema.oparl.org/1.1"
FILE = "meeting.json"


def document(session: MeetingSession, request: HttpRequest) -> dict[str, Any]:
    """All of a meeting that readers may see, in the language of its page."""
    address = session.page.get_full_url(request) or ""
    hosts = [host for host in (session.host, *session.organisers) if host]
    return {
        "meeting": meeting(session, address),
        "organizations": [organization(host, address) for host in hosts],
        "attendance": [attendance(line, session.language) for line in session.roll.lines]
        + [guest(row) for row in session.roll.guests],
        "motions": [motion(row, session, address) for row in session.resolutions],
    }


def meeting(session: MeetingSession, address: str) -> dict[str, Any]:
    """OParl Meeting."""
    facts, page, times = session.meeting, session.page, session.times
    hosts = [host for host in (session.host, *session.organisers) if host]
    is_numbered = facts.number is not None
    return _filled(
        {
            "id": f"{address}{FILE}",
            "type": f"{SCHEMA}/Meeting",
            "name": page.title,
            "meetingState": str(facts.status_for_readers),
            "cancelled": facts.status == Status.CANCELLED,
            "start": machine_readable(times.starts_at) if times else None,
            "end": machine_readable(times.ends_at) if times and times.ends_at else None,
            "location": _location(session),
            "organization": [urljoin(address, host.url) for host in hosts],
            "resultsProtocol": _minutes(session, address),
            "agendaItem": list(_items(session.items, session, address)),
            "modified": machine_readable(facts.changed_at),
            "web": address,
            "prcouncil:key": str(facts.key),
            "prcouncil:status": facts.status,
            "prcouncil:kind": facts.kind,
            "prcouncil:mode": facts.mode,
            "prcouncil:number": f"{facts.number}/{facts.year}" if is_numbered else None,
            "prcouncil:quorate": facts.is_quorate if facts.is_over else None,
            "prcouncil:language": session.language,
        }
    )


def organization(host: Host, address: str) -> dict[str, Any]:
    """Popolo Organization, as short as it can be: the council's own file has all of it."""
    url = urljoin(address, host.url)
    return {
        "id": url,
        "name": host.title,
        "classification": "council",
        "links": [{"url": url}],
    }


def attendance(line: Line, language: str) -> dict[str, Any]:
    """A seat: whose it is, and whether somebody filled it. Popolo Post has its key."""
    row: Attendance = line.attendance
    agency = row.agency
    return _filled(
        {
            "post_id": str(row.seat_id),
            "label": row.seat.name_in(language) if row.seat else None,
            "organization_id": agency.code if agency else None,
            "organization": agency.name_in(language) if agency else None,
            "presence": row.presence,
            "vacant": line.is_vacant,
        }
    )


def guest(row: Attendance) -> dict[str, Any]:
    """From which body somebody came."""
    body = row.agency.name if row.agency else row.body
    return _filled({"organization": body, "presence": row.presence})


def motion(row: Resolution, session: MeetingSession, address: str) -> dict[str, Any]:
    """Popolo Motion, with its VoteEvent where there was a vote."""
    at = session.meeting.day
    key = f"{address}#{anchor_of(row)}"
    votes = {"yes": row.votes_for, "no": row.votes_against, "abstain": row.abstentions}
    event = {
        "identifier": f"{row.number}/{row.year}",
        "motion_id": key,
        "start_date": at.isoformat() if at else "",
        "result": "pass",
        "counts": [{"option": name, "value": value or 0} for name, value in votes.items()],
    }
    return _filled(
        {
            "id": key,
            "identifier": f"{row.number}/{row.year}",
            "text": row.text_in(session.language),
            "classification": "resolution",
            "date": at.isoformat() if at else None,
            "result": "pass",
            "requirement": "consensus" if row.by_consensus else None,
            "vote_events": [] if row.by_consensus else [event],
            "prcouncil:state": row.state,
            "prcouncil:annulled_on": row.annulled_on.isoformat() if row.annulled_on else None,
        }
    )


def _items(
    items: Iterable[Item],
    session: MeetingSession,
    address: str,
    above: str = "",
) -> Iterator[dict[str, Any]]:
    """OParl AgendaItem, in the order of the agenda; OParl knows no items below items, so that each
    names the one that it is part of."""
    decided: dict[int | None, list[Resolution]] = {}
    for row in session.resolutions:
        decided.setdefault(row.item_id, []).append(row)
    for place, item in enumerate(items, start=1):
        key = f"{address}{FILE}#item-{item.pk}"
        rows = [] if item.is_closed else decided.get(item.pk, [])
        yield _filled(
            {
                "id": key,
                "type": f"{SCHEMA}/AgendaItem",
                "meeting": f"{address}{FILE}",
                "number": to_ascii(item.label),
                "order": place,
                "name": _title(item, session.language),
                "public": not item.is_closed,
                "result": str(item.outcome.label) if item.outcome else None,
                "resolutionText": "\n\n".join(row.text_in(session.language) for row in rows),
                "auxiliaryFile": [
                    _file(paper, session.language, address) for paper in item.documents
                ],
                "prcouncil:kind": str(item.kind),
                "prcouncil:part_of": above,
            }
        )
        yield from _items(item.parts, session, address, above=key)


def _title(item: Item, language: str) -> str:
    return item.title if language.startswith("fa") else item.title_en or item.title


def _file(row: ItemDocument, language: str, address: str) -> dict[str, Any]:
    url = address_of(row)
    return _filled(
        {
            "type": f"{SCHEMA}/File",
            "name": row.title_in(language),
            "accessUrl": urljoin(address, url) if url else None,
        }
    )


def _location(session: MeetingSession) -> dict[str, Any] | None:
    page = session.page
    if not (page.venue or page.venue_address):
        return None
    return _filled(
        {
            "type": f"{SCHEMA}/Location",
            "description": page.venue,
            "streetAddress": page.venue_address,
        }
    )


def _minutes(session: MeetingSession, address: str) -> dict[str, Any] | None:
    if not session.record.is_published:
        return None
    return {"type": f"{SCHEMA}/File", "name": session.page.title, "accessUrl": f"{address}minutes/"}


def _filled(described: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known; that something is not so is known."""
    return {name: value for name, value in described.items() if value not in (None, "", [], {})}
