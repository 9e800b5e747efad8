"""Words of meetings, and the sets of them that have a name."""

from wagtail_prcouncil.meetings.states import (
    DUE,
    OFF,
    OVER,
    PRINTED,
    SETTLED,
    THERE,
    TOLD,
    UNDONE,
    AgendaStatus,
    AssignmentState,
    MinutesStatus,
    Presence,
    Status,
)
from wagtail_prcouncil.meetings.transitions import MINUTES, Verb


def test_a_meeting_is_planned_or_due_or_off_or_over() -> None:
    parts = [{Status.PLANNED}, DUE, OFF, OVER]
    assert sum(map(len, parts)) == len(Status)
    assert set().union(*parts) == set(Status)
    assert set(Status) - TOLD == {Status.PLANNED}


def test_named_sets() -> None:
    assert {AgendaStatus.FINAL, AgendaStatus.AMENDED} == PRINTED
    assert MINUTES[Verb.APPROVE].after in SETTLED
    assert MINUTES[Verb.PUBLISH].after in SETTLED
    assert not SETTLED & {MinutesStatus.NONE, MinutesStatus.DRAFT, MinutesStatus.CIRCULATED}
    assert set(Presence) - {Presence.GUEST} > THERE
    assert set(AssignmentState) - UNDONE == {AssignmentState.DONE, AssignmentState.DROPPED}
