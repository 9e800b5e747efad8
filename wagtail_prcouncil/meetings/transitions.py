"""What can be done to a meeting and to what comes of it: a table for each axis."""

from collections.abc import Mapping
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import (
    DUE,
    PRINTED,
    UNDONE,
    AgendaStatus,
    AssignmentState,
    Axis,
    MinutesStatus,
    ReportState,
    ResolutionState,
    Status,
)


class Verb(models.TextChoices):
    """What is done to a meeting, to its agenda and to its minutes."""

    ANNOUNCE = "announce", _("announce")
    POSTPONE = "postpone", _("postpone")
    RESCHEDULE = "reschedule", _("reschedule")
    CANCEL = "cancel", _("cancel")
    HOLD = "hold", _("record that it was held")
    CLOSE = "close", _("close")
    REOPEN = "reopen", _("reopen")
    DRAFT_AGENDA = "draft_agenda", _("begin the agenda")
    FINALISE_AGENDA = "finalise_agenda", _("publish the agenda")
    AMEND_AGENDA = "amend_agenda", _("amend the agenda")
    DRAW_UP = "draw_up", _("draw up the minutes")
    CIRCULATE = "circulate", _("circulate the minutes")
    RECALL = "recall", _("recall the minutes")
    APPROVE = "approve", _("approve the minutes")
    PUBLISH = "publish", _("publish the minutes")
    WITHDRAW = "withdraw", _("withdraw the minutes from readers")


class ReportVerb(models.TextChoices):
    """What is done to a member's report."""

    SUBMIT = "submit", _("submit")
    RETURN = "return", _("return")
    ACCEPT = "accept", _("accept")


class ResolutionVerb(models.TextChoices):
    """What is done to a resolution. Approving the minutes adopts those of its meeting."""

    ADOPT = "adopt", _("adopt")
    ANNUL = "annul", _("annul")


class AssignmentVerb(models.TextChoices):
    """What is done to an assignment."""

    START = "start", _("start")
    FULFIL = "fulfil", _("report as done")
    DROP = "drop", _("drop")
    REOPEN = "reopen", _("reopen")


class Transition(NamedTuple):
    """From where a verb leads to where, the right that it asks for, and whether it has to be said
    why."""

    before: frozenset[str]
    after: str
    right: Right
    needs_reason: bool = False


STATUS: Mapping[Verb, Transition] = {
    Verb.ANNOUNCE: Transition(frozenset({Status.PLANNED}), Status.ANNOUNCED, Right.CHANGE),
    Verb.POSTPONE: Transition(DUE, Status.POSTPONED, Right.CHANGE, needs_reason=True),
    Verb.RESCHEDULE: Transition(
        DUE | {Status.POSTPONED}, Status.RESCHEDULED, Right.CHANGE, needs_reason=True
    ),
    Verb.CANCEL: Transition(
        DUE | {Status.PLANNED, Status.POSTPONED}, Status.CANCELLED, Right.CHANGE, needs_reason=True
    ),
    Verb.HOLD: Transition(DUE, Status.HELD, Right.CHANGE),
    Verb.CLOSE: Transition(frozenset({Status.HELD}), Status.CLOSED, Right.SETTLE),
    Verb.REOPEN: Transition(
        frozenset({Status.CLOSED}), Status.HELD, Right.SETTLE, needs_reason=True
    ),
}

AGENDA: Mapping[Verb, Transition] = {
    Verb.DRAFT_AGENDA: Transition(frozenset({AgendaStatus.NONE}), AgendaStatus.DRAFT, Right.CHANGE),
    Verb.FINALISE_AGENDA: Transition(
        frozenset({AgendaStatus.DRAFT}), AgendaStatus.FINAL, Right.CHANGE
    ),
    Verb.AMEND_AGENDA: Transition(PRINTED, AgendaStatus.AMENDED, Right.CHANGE, needs_reason=True),
}

MINUTES: Mapping[Verb, Transition] = {
    Verb.DRAW_UP: Transition(frozenset({MinutesStatus.NONE}), MinutesStatus.DRAFT, Right.CHANGE),
    Verb.CIRCULATE: Transition(
        frozenset({MinutesStatus.DRAFT}), MinutesStatus.CIRCULATED, Right.CHANGE
    ),
    Verb.RECALL: Transition(
        frozenset({MinutesStatus.CIRCULATED}), MinutesStatus.DRAFT, Right.CHANGE, needs_reason=True
    ),
    Verb.APPROVE: Transition(
        frozenset({MinutesStatus.CIRCULATED}), MinutesStatus.APPROVED, Right.SETTLE
    ),
    Verb.PUBLISH: Transition(
        frozenset({MinutesStatus.APPROVED}), MinutesStatus.PUBLISHED, Right.SETTLE
    ),
    Verb.WITHDRAW: Transition(
        frozenset({MinutesStatus.PUBLISHED}),
        MinutesStatus.APPROVED,
        Right.SETTLE,
        needs_reason=True,
    ),
}

AXES: Mapping[Axis, Mapping[Verb, Transition]] = {
    Axis.STATUS: STATUS,
    Axis.AGENDA: AGENDA,
    Axis.MINUTES: MINUTES,
}

REPORTS: Mapping[ReportVerb, Transition] = {
    ReportVerb.SUBMIT: Transition(
        frozenset({ReportState.REQUESTED, ReportState.RETURNED}),
        ReportState.SUBMITTED,
        Right.SUBMIT_REPORTS,
    ),
    ReportVerb.RETURN: Transition(
        frozenset({ReportState.SUBMITTED}),
        ReportState.RETURNED,
        Right.CHANGE_REPORTS,
        needs_reason=True,
    ),
    ReportVerb.ACCEPT: Transition(
        frozenset({ReportState.SUBMITTED}), ReportState.ACCEPTED, Right.CHANGE_REPORTS
    ),
}

RESOLUTIONS: Mapping[ResolutionVerb, Transition] = {
    ResolutionVerb.ADOPT: Transition(
        frozenset({ResolutionState.DRAFT}), ResolutionState.ADOPTED, Right.SETTLE
    ),
    ResolutionVerb.ANNUL: Transition(
        frozenset({ResolutionState.ADOPTED}),
        ResolutionState.ANNULLED,
        Right.SETTLE,
        needs_reason=True,
    ),
}

ASSIGNMENTS: Mapping[AssignmentVerb, Transition] = {
    AssignmentVerb.START: Transition(
        frozenset({AssignmentState.OPEN}), AssignmentState.IN_PROGRESS, Right.CHANGE_ASSIGNMENTS
    ),
    AssignmentVerb.FULFIL: Transition(UNDONE, AssignmentState.DONE, Right.CHANGE_ASSIGNMENTS),
    AssignmentVerb.DROP: Transition(
        UNDONE, AssignmentState.DROPPED, Right.CHANGE_ASSIGNMENTS, needs_reason=True
    ),
    AssignmentVerb.REOPEN: Transition(
        frozenset({AssignmentState.DONE, AssignmentState.DROPPED}),
        AssignmentState.OPEN,
        Right.CHANGE_ASSIGNMENTS,
        needs_reason=True,
    ),
}
