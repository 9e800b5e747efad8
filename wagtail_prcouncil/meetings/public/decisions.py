"""What was decided, and who has to do what, once the minutes are published."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.models.assignment import Assignment
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.resolution import Forwarding, Resolution
from wagtail_prcouncil.meetings.public.hosts import Host, Hosts
from wagtail_prcouncil.meetings.seen import seen_of
from wagtail_prcouncil.meetings.states import (
    AssignmentState,
    ForwardingState,
    MinutesStatus,
    Visibility,
)

Row = TypeVar("Row")

ASSIGNMENT_TONES = {
    AssignmentState.OPEN: "wait",
    AssignmentState.IN_PROGRESS: "wait",
    AssignmentState.DONE: "good",
    AssignmentState.DROPPED: "off",
}
FORWARDING_TONES = {
    ForwardingState.SENT: "wait",
    ForwardingState.TAKEN_UP: "good",
    ForwardingState.DECLINED: "bad",
}
ORIGIN_ITEM = "origin__item__parent__parent"
"""As deep as items are nested."""


class Task(NamedTuple):
    """Something to do; `tone` is that of components/status.html."""

    assignment: Assignment
    tone: str


class Sent(NamedTuple):
    """That a resolution went to another council, which readers may see."""

    forwarding: Forwarding
    host: Host
    tone: str


class Origin(NamedTuple):
    """The resolution of another council that one takes up."""

    resolution: Resolution
    host: Host


class Decision(NamedTuple):
    """A resolution with what came of it."""

    resolution: Resolution
    tasks: list[Task]
    forwardings: list[Sent]
    origin: Origin | None

    @property
    def is_overdue(self) -> bool:
        return any(task.assignment.is_overdue for task in self.tasks)


class Decisions:
    """Of one meeting, as readers may know them. Three queries."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.is_public = meeting.minutes_status == MinutesStatus.PUBLISHED

    @cached_property
    def resolutions(self) -> list[Resolution]:
        if not self.is_public:
            return []
        rows = Resolution.objects.public().filter(meeting=self.meeting, number__isnull=False)
        rows = rows.select_related("origin__council", "origin__meeting", ORIGIN_ITEM)
        return list(rows.order_by("number", "pk"))

    @cached_property
    def forwardings(self) -> dict[int, list[Forwarding]]:
        """By resolution."""
        rows = Forwarding.objects.filter(resolution__in=[row.pk for row in self.resolutions])
        return _by(rows.select_related("council"), "resolution_id") if self.resolutions else {}

    @cached_property
    def assignments(self) -> dict[int | None, list[Assignment]]:
        """By resolution; those of no resolution under None."""
        if not self.is_public:
            return {}
        rows = self.meeting.assignments.filter(visibility=Visibility.PUBLIC)
        told = rows.select_related("agency", "seat__agency").order_by("due_on", "pk")
        return _by(told, "resolution_id")

    @property
    def councils(self) -> Iterable[CouncilPage]:
        """Those that are named."""
        for row in self.resolutions:
            if row.origin is not None:
                yield row.origin.council
        for sent in self.forwardings.values():
            yield from (row.council for row in sent)

    @property
    def others(self) -> list[Task]:
        """What is to be done by no resolution."""
        return [_task(row) for row in self.assignments.get(None, [])]

    def told(self, hosts: Hosts) -> list[Decision]:
        """By number."""
        return [self._decision(row, hosts) for row in self.resolutions]

    def _decision(self, row: Resolution, hosts: Hosts) -> Decision:
        sent = [
            Sent(one, host, FORWARDING_TONES[ForwardingState(one.state)])
            for one in self.forwardings.get(row.pk, [])
            if (host := hosts.get(one.council_id)) is not None
        ]
        tasks = [_task(one) for one in self.assignments.get(row.pk, [])]
        return Decision(row, tasks, sent, _origin(row, hosts))


def _origin(row: Resolution, hosts: Hosts) -> Origin | None:
    """Told of where its own council has published it."""
    origin = row.origin
    if origin is None or origin.visibility != Visibility.PUBLIC:
        return None
    if origin.item is not None and seen_of(origin.item) != Visibility.PUBLIC:
        return None
    if origin.meeting.minutes_status != MinutesStatus.PUBLISHED:
        return None
    host = hosts.get(origin.council_id)
    return Origin(origin, host) if host else None


def _task(row: Assignment) -> Task:
    return Task(row, "bad" if row.is_overdue else ASSIGNMENT_TONES[AssignmentState(row.state)])


def _by(rows: Iterable[Row], name: str) -> dict[Any, list[Row]]:
    found: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return dict(found)
