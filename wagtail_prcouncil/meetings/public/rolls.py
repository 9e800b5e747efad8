"""Who came, seat by seat, once a meeting was held."""

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from wagtail_prcouncil.meetings.models.attendance import Attendance
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.public.hosts import Host, Hosts
from wagtail_prcouncil.meetings.states import THERE, Presence

TONES = {Presence.PRESENT: "good", Presence.REPRESENTED: "wait"}


class Line(NamedTuple):
    """A seat, and whether somebody filled it; `tone` is that of components/status.html. A title
    that says no more than the agency is none (`has_title`)."""

    attendance: Attendance
    is_vacant: bool
    tone: str
    has_title: bool


class Bench(NamedTuple):
    """Seats of one council; `host` is None where one council alone met."""

    host: Host | None
    lines: list[Line]


class Roll:
    """Of one meeting. One query."""

    def __init__(self, meeting: Meeting, hosts: Hosts) -> None:
        self.meeting, self._hosts = meeting, hosts

    @cached_property
    def _rows(self) -> list[Attendance]:
        if not self.meeting.is_over:
            return []
        return list(self.meeting.attendances.with_people().order_by("pk"))

    @cached_property
    def lines(self) -> list[Line]:
        return list(_lines(row for row in self._rows if row.presence != Presence.GUEST))

    @property
    def guests(self) -> list[Attendance]:
        return [row for row in self._rows if row.presence == Presence.GUEST]

    @property
    def there(self) -> int:
        """Seats for which somebody came."""
        return sum(line.attendance.presence in THERE for line in self.lines)

    @cached_property
    def benches(self) -> list[Bench]:
        """The council that leads first."""
        lead = self.meeting.council_id
        whose = sorted(self.lines, key=lambda line: (_council(line) != lead, _council(line)))
        found = [(key, list(lines)) for key, lines in groupby(whose, key=_council)]
        is_joint = len(found) > 1
        return [Bench(self._hosts.get(key) if is_joint else None, rows) for key, rows in found]


def _lines(rows: Iterator[Attendance]) -> Iterator[Line]:
    for row in rows:
        presence = Presence(row.presence)
        has_title = bool(row.title) and row.title != (row.agency.name if row.agency else "")
        yield Line(row, row.person_id is None, TONES.get(presence, "off"), has_title)


def _council(line: Line) -> int:
    seat = line.attendance.seat
    return seat.council_id if seat else 0
