"""What is so no more by the time at which its mail would go: letters that still wait in the outbox
are taken out again. What has gone out has gone out."""

from collections.abc import Iterable

from wagtail_prcouncil.meetings.models import Assignment, Meeting, MemberReport
from wagtail_prcouncil.outbox.actions import withdraw_about, withdraw_beginning

REMINDERS = ("due_soon", "overdue", "escalated")
OF_REPORTS = ("report_requested", "report_returned", "report_due_soon", "report_overdue")


def untell_meeting(meeting: Meeting) -> None:
    """It is cancelled: nobody is invited to it any more, or asked for a report."""
    withdraw_about([f"meeting:{meeting.pk}"])


def untell_assignment(row: Assignment, *, is_dropped: bool) -> None:
    """It is done, so nobody is reminded; or dropped, so nobody hears of it who has not yet."""
    _untell((*REMINDERS, "assigned") if is_dropped else REMINDERS, row.pk)


def untell_request(row: MemberReport) -> None:
    """Nobody is asked for this report any more."""
    _untell(OF_REPORTS, row.pk)


def untell_circulation(meeting: Meeting) -> None:
    """The minutes are recalled, to be written otherwise."""
    _untell(["minutes_circulated"], meeting.pk)


def _untell(names: Iterable[str], mark: int) -> None:
    withdraw_beginning([f"meetings.{name}:{mark}:" for name in names])
