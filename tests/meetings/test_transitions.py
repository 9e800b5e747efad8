"""Every verb from every state, by everybody, through the actions: what a table allows moves, and
nothing else does."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.utils import timezone

from tests.making import SmallSite
from tests.meetings.acting import attempts, expected, people
from tests.meetings.making import A_DAY, AN_HOUR, announced, fresh, item, staffed_council
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import attending, convening, itemising, minuting
from wagtail_prcouncil.meetings.models import AgendaItem, Meeting, Minutes
from wagtail_prcouncil.meetings.states import (
    AgendaStatus,
    ApprovedHow,
    Axis,
    MinutesStatus,
    Outcome,
    ReportState,
    ResolutionState,
    Status,
)
from wagtail_prcouncil.meetings.transitions import (
    AGENDA,
    ASSIGNMENTS,
    AXES,
    MINUTES,
    REPORTS,
    RESOLUTIONS,
    STATUS,
    AssignmentVerb,
    ReportVerb,
    ResolutionVerb,
    Verb,
)

WORDS: Mapping[Axis, Any] = {
    Axis.STATUS: Status,
    Axis.AGENDA: AgendaStatus,
    Axis.MINUTES: MinutesStatus,
}
COLUMNS = {axis: f"{axis}_status" for axis in (Axis.AGENDA, Axis.MINUTES)} | {Axis.STATUS: "status"}

Act = Callable[[Meeting, Any], object]


def _times(one: Meeting, since: str, until: str) -> dict[str, Any]:
    return {since: one.starts_at, until: one.ends_at}


ACTS: Mapping[Verb, Act] = {
    Verb.ANNOUNCE: lambda one, by: convening.announce(one, version=one.version, by=by),
    Verb.POSTPONE: lambda one, by: convening.postpone(
        one, reason="تعمیر سالن", version=one.version, by=by
    ),
    Verb.RESCHEDULE: lambda one, by: convening.reschedule(
        one,
        starts_at=timezone.now() + A_DAY,
        ends_at=timezone.now() + A_DAY + AN_HOUR,
        reason="تعمیر سالن",
        version=one.version,
        by=by,
    ),
    Verb.CANCEL: lambda one, by: convening.cancel(
        one, reason="تعمیر سالن", version=one.version, by=by
    ),
    Verb.HOLD: lambda one, by: convening.hold(
        one, **_times(one, "started_at", "ended_at"), version=one.version, by=by
    ),
    Verb.CLOSE: lambda one, by: convening.close(one, version=one.version, by=by),
    Verb.REOPEN: lambda one, by: convening.reopen(
        one, reason="بندی مانده بود", version=one.version, by=by
    ),
    Verb.FINALISE_AGENDA: lambda one, by: itemising.finalise(one, version=one.version, by=by),
    Verb.AMEND_AGENDA: lambda one, by: itemising.amend(
        one, note="بندی افزوده شد", version=one.version, by=by
    ),
    Verb.CIRCULATE: lambda one, by: minuting.circulate(
        one, objections_until=today(), version=one.version, by=by
    ),
    Verb.RECALL: lambda one, by: minuting.recall(
        one, reason="نامی جا ماند", version=one.version, by=by
    ),
    Verb.APPROVE: lambda one, by: minuting.approve(
        one, how=ApprovedHow.WRITTEN, on=today(), all_answered=True, version=one.version, by=by
    ),
    Verb.PUBLISH: lambda one, by: minuting.publish(one, version=one.version, by=by),
    Verb.WITHDRAW: lambda one, by: minuting.withdraw(
        one, reason="نامی جا ماند", version=one.version, by=by
    ),
}
"""Those that are taken by themselves, with all that they ask for. Two come with something else: an
agenda begins with its first item, and minutes can be drawn up anew while they are a draft."""


@pytest.fixture
def made(site: SmallSite) -> Meeting:
    """Past, with attendance, a settled item and something in the minutes: nothing but the axis and
    the right decides what can be done to it."""
    one = announced(staffed_council(site), days=-3)
    one = attending.prefill(one, version=one.version)
    row = item(one)
    itemising.settle_item(row, outcome=Outcome.NOTED, version=row.version)
    Minutes.objects.create(meeting=one, body=[("section", {"text": "<p>متن</p>"})])
    return fresh(one)


def acting_in(one: Meeting, site: SmallSite) -> Mapping[str, Any]:
    seat = one.council.seats.first()
    assert seat is not None
    return people(one.council, seat.agency, site)


def trace(one: Meeting) -> tuple[object, ...]:
    """What an action leaves behind: the row, its history, what was decided."""
    row = Meeting.objects.values().get(pk=one.pk)
    return (row, one.changes.count(), one.editions.count(), one.items.count())


def enter(one: Meeting, axis: Axis, state: str) -> None:
    Meeting.objects.filter(pk=one.pk).update(**{COLUMNS[axis]: state})


LINES = [(axis, verb) for axis, table in AXES.items() for verb in table if verb in ACTS]


@pytest.mark.parametrize(("axis", "verb"), LINES, ids=str)
def test_a_step_of_a_meeting(site: SmallSite, made: Meeting, axis: Axis, verb: Verb) -> None:
    acting, states = acting_in(made, site), list(WORDS[axis])
    done = attempts(
        acting,
        states,
        lambda state: enter(made, axis, state),
        lambda by: ACTS[verb](fresh(made), by),
        lambda: getattr(fresh(made), COLUMNS[axis]),
        lambda: trace(made),
    )
    line = AXES[axis][verb]
    assert done == expected(acting, states, line.before, line.after)


def test_the_first_item_begins_the_agenda_and_others_leave_it(
    site: SmallSite, made: Meeting
) -> None:
    acting = acting_in(made, site)

    def write(by: Any) -> None:
        row = AgendaItem(meeting=made, title="بند تازه")
        itemising.save_item(row, version=fresh(made).version, by=by)

    done = attempts(
        acting,
        list(AgendaStatus),
        lambda state: enter(made, Axis.AGENDA, state),
        write,
        lambda: fresh(made).agenda_status,
        lambda: trace(made),
    )
    line = AGENDA[Verb.DRAFT_AGENDA]
    for state in AgendaStatus:
        after = line.after if state in line.before else state
        told = expected(acting, [state], [state], after)
        assert {key: done[key] for key in told} == told


def test_minutes_are_drawn_up_and_again_while_they_are_a_draft(
    site: SmallSite, made: Meeting
) -> None:
    acting = acting_in(made, site)
    Meeting.objects.filter(pk=made.pk).update(status=Status.HELD)
    done = attempts(
        acting,
        list(MinutesStatus),
        lambda state: enter(made, Axis.MINUTES, state),
        lambda by: minuting.draw_up(fresh(made), version=fresh(made).version, by=by),
        lambda: fresh(made).minutes_status,
        lambda: (trace(made), Minutes.objects.values().get()),
    )
    before = {MinutesStatus.NONE, MinutesStatus.DRAFT}
    assert done == expected(acting, list(MinutesStatus), before, MinutesStatus.DRAFT)


def test_every_verb_stands_in_a_table_and_every_step_that_takes_back_says_why() -> None:
    named = [verb for table in AXES.values() for verb in table]
    assert sorted(named) == sorted(Verb)
    assert set(REPORTS) == set(ReportVerb)
    assert set(RESOLUTIONS) == set(ResolutionVerb)
    assert set(ASSIGNMENTS) == set(AssignmentVerb)
    tables: list[Mapping[Any, Any]] = [STATUS, AGENDA, MINUTES, REPORTS, RESOLUTIONS, ASSIGNMENTS]
    explained = {str(verb) for table in tables for verb, line in table.items() if line.needs_reason}
    assert explained == {
        *("postpone", "reschedule", "cancel", "reopen", "amend_agenda"),
        *("recall", "withdraw", "return", "annul", "drop"),
    }


def test_what_is_over_is_left_by_nothing_but_a_way_back() -> None:
    def leaving(table: Mapping[Any, Any], state: str) -> set[str]:
        return {str(verb) for verb, line in table.items() if state in line.before}

    assert leaving(STATUS, Status.CANCELLED) == set()
    assert leaving(STATUS, Status.CLOSED) == {"reopen"}
    assert leaving(MINUTES, MinutesStatus.PUBLISHED) == {"withdraw"}
    assert leaving(REPORTS, ReportState.ACCEPTED) == set()
    assert leaving(RESOLUTIONS, ResolutionState.ANNULLED) == set()
