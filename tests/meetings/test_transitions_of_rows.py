"""The tables of reports, resolutions and assignments: every verb from every state, by everybody."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.making import SmallSite
from tests.meetings.acting import ALLOWED, attempts, expected, people
from tests.meetings.making import (
    announced,
    circulated,
    fresh,
    held,
    published,
    resolution,
    staffed_council,
)
from tests.meetings.owing import assignment, requested
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.actions import assigning, minuting, reporting, resolving
from wagtail_prcouncil.meetings.actions.reporting import Answer
from wagtail_prcouncil.meetings.models import Assignment, Meeting, MemberReport, Resolution
from wagtail_prcouncil.meetings.states import (
    ApprovedHow,
    AssignmentState,
    MinutesStatus,
    ReportState,
    ResolutionState,
)
from wagtail_prcouncil.meetings.transitions import (
    ASSIGNMENTS,
    REPORTS,
    RESOLUTIONS,
    AssignmentVerb,
    ReportVerb,
    ResolutionVerb,
)

WITH_REPORTER = ALLOWED | {"reporter"}

SENT: Mapping[ReportVerb, Callable[[MemberReport, Any], object]] = {
    ReportVerb.SUBMIT: lambda row, by: reporting.submit(
        row, Answer("گزارش", "متن"), version=row.version, by=by
    ),
    ReportVerb.RETURN: lambda row, by: reporting.give_back(
        row, note="جدول ندارد", version=row.version, by=by
    ),
    ReportVerb.ACCEPT: lambda row, by: reporting.accept(row, version=row.version, by=by),
}


def agency_at(one: Meeting) -> Agency:
    seat = one.council.seats.first()
    assert seat is not None
    assert seat.agency is not None
    return seat.agency


@pytest.mark.parametrize("verb", ReportVerb)
def test_a_step_of_a_report(site: SmallSite, verb: ReportVerb) -> None:
    one = announced(staffed_council(site))
    (row,) = requested(one, agency_at(one))
    acting, line = people(one.council, agency_at(one), site), REPORTS[verb]
    rows = MemberReport.objects.filter(pk=row.pk)
    done = attempts(
        acting,
        list(ReportState),
        lambda state: rows.update(state=state),
        lambda by: SENT[verb](rows.get(), by),
        lambda: rows.get().state,
        lambda: rows.values().get(),
    )
    allowed = WITH_REPORTER if verb == ReportVerb.SUBMIT else ALLOWED
    assert done == expected(acting, list(ReportState), line.before, line.after, allowed)


@pytest.mark.parametrize("verb", AssignmentVerb)
def test_a_step_of_an_assignment(site: SmallSite, verb: AssignmentVerb) -> None:
    one = held(staffed_council(site))
    row = assignment(one, agency_at(one))
    acting, line = people(one.council, agency_at(one), site), ASSIGNMENTS[verb]
    rows = Assignment.objects.filter(pk=row.pk)

    def step(by: Any) -> None:
        found = rows.get()
        assigning.follow_up(found, text="چنین شد", verb=verb, version=found.version, by=by)

    done = attempts(
        acting,
        list(AssignmentState),
        lambda state: rows.update(state=state, done_on=_done_on(state)),
        step,
        lambda: rows.get().state,
        lambda: (rows.values().get(), row.follow_ups.count()),
    )
    starting = {AssignmentVerb.START, AssignmentVerb.FULFIL}
    allowed = WITH_REPORTER if verb in starting else ALLOWED
    assert done == expected(acting, list(AssignmentState), line.before, line.after, allowed)


def test_who_reports_for_another_agency_does_nothing(site: SmallSite) -> None:
    one = held(staffed_council(site))
    row = assignment(one, agency_at(one))
    other = one.council.seats.last()
    assert other is not None
    acting = people(one.council, other.agency, site)
    done = attempts(
        {"reporter": acting["reporter"]},
        [AssignmentState.OPEN],
        lambda state: None,
        lambda by: assigning.follow_up(row, text="شد", version=row.version, by=by),
        lambda: "moved",
        lambda: Assignment.objects.values().get(),
    )
    assert set(done.values()) == {"denied"}


def test_an_adopted_resolution_is_annulled(site: SmallSite) -> None:
    one = held(staffed_council(site))
    resolution(one)
    published(one)
    rows = Resolution.objects.filter(meeting=one)
    acting, line = people(one.council, agency_at(one), site), RESOLUTIONS[ResolutionVerb.ANNUL]

    def annul(by: Any) -> None:
        found = rows.get()
        resolving.annul(found, note="تکراری بود", version=found.version, by=by)

    done = attempts(
        acting,
        list(ResolutionState),
        lambda state: rows.update(state=state, **_number(state)),
        annul,
        lambda: rows.get().state,
        lambda: rows.values().get(),
    )
    assert done == expected(acting, list(ResolutionState), line.before, line.after)


def test_approval_adopts_drafts_and_leaves_what_has_a_number(site: SmallSite) -> None:
    one = held(staffed_council(site))
    resolution(one)
    circulated(one)
    rows = Resolution.objects.filter(meeting=one)
    acting, line = people(one.council, agency_at(one), site), RESOLUTIONS[ResolutionVerb.ADOPT]

    def approve(by: Any) -> None:
        sent = fresh(one)
        said = {"how": ApprovedHow.WRITTEN, "on": today(), "all_answered": True}
        minuting.approve(sent, **said, version=sent.version, by=by)

    done = attempts(
        acting,
        list(ResolutionState),
        lambda state: rows.update(state=state, **_number(state)),
        approve,
        lambda: rows.get().state,
        lambda: rows.values().get(),
    )
    for state in ResolutionState:
        after = line.after if state in line.before else state
        told = expected(acting, [state], [state], after)
        assert {key: done[key] for key in told} == told
    assert fresh(one).minutes_status == MinutesStatus.CIRCULATED


def _done_on(state: str) -> dt.date | None:
    return today() if state == AssignmentState.DONE else None


def _number(state: str) -> dict[str, int | None]:
    """What the constraints of a resolution ask for in that state."""
    return {"year": None, "number": None} if state == ResolutionState.DRAFT else NUMBERED


NUMBERED: dict[str, int | None] = {"year": 1404, "number": 7}
