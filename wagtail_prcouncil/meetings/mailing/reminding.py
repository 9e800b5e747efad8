"""The clock reminds agencies of what they have to do, and tells their heads of what stays undone.

When, says `reminders.py`. What was told last stands with the assignment, written in the transaction
that puts the mail, under a lock: however often the job runs and in however many processes, each
reminder goes once. One that a standstill of the clock has made late goes as long as it is still
true.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from wagtail_prcouncil.clock.jobs import Job
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.mailing.addressees import Desks
from wagtail_prcouncil.meetings.mailing.assignments import late, near, neglected
from wagtail_prcouncil.meetings.mailing.letters import Event, post_all
from wagtail_prcouncil.meetings.mailing.reminders import AT_ONCE, horizon, is_new, reminder_now
from wagtail_prcouncil.meetings.mailing.reminding_of_reports import remind_of_reports
from wagtail_prcouncil.meetings.mailing.wording import Known
from wagtail_prcouncil.meetings.models import Assignment

NEEDED = ("meeting__page__locale", "meeting__council", "agency", "resolution")


def remind_job() -> Job:
    return Job("meetings.remind", timedelta(hours=1), remind)


def remind() -> None:
    """Put what is to be told now into the outbox."""
    soon = Assignment.objects.undone().filter(due_on__lte=horizon())
    told = soon.values_list("pk", "due_on", "given_at", "last_reminder")
    _by_portions([row[0] for row in told if is_new(*row[1:])], _remind)
    _by_portions(list(Assignment.objects.to_escalate().values_list("pk", flat=True)), _escalate)
    remind_of_reports()


def _by_portions(keys: Sequence[int], run: Callable[[QuerySet[Assignment]], None]) -> None:
    """Locked in the order of their keys: a second process waits, and finds nothing to do."""
    for start in range(0, len(keys), AT_ONCE):
        with transaction.atomic():
            rows = Assignment.objects.select_for_update(of=("self",)).undone()
            portion = rows.filter(pk__in=keys[start : start + AT_ONCE]).order_by("pk")
            run(portion.select_related(*NEEDED))


def _remind(rows: QuerySet[Assignment]) -> None:
    due = [row for row in rows if is_new(row.due_on, row.given_at, row.last_reminder)]
    meetings = {row.meeting_id: row.meeting for row in due}.values()
    desks, known = Desks(meetings), Known(meetings)
    for row in due:
        row.last_reminder = reminder_now(row.due_on, row.given_at)
    Assignment.objects.bulk_update(due, ["last_reminder"])
    post_all(
        (
            Event("overdue" if row.is_overdue else "due_soon", _mark(row), row.meeting_id),
            desks.of_assignment(row),
            late(row, known) if row.is_overdue else near(row, known),
        )
        for row in due
    )


def _mark(row: Assignment) -> str:
    return f"{row.pk}:{row.last_reminder}"


def _escalate(rows: QuerySet[Assignment]) -> None:
    """Asked again under the lock: another process may have been first."""
    due = list(rows.filter(pk__in=Assignment.objects.to_escalate().values("pk")))
    meetings = {row.meeting_id: row.meeting for row in due}.values()
    desks, known = Desks(meetings, heads=True), Known(meetings)
    for row in due:
        row.escalated_at = timezone.now()
    Assignment.objects.bulk_update(due, ["escalated_at"])
    post_all(
        (
            Event("escalated", f"{row.pk}:{today()}", row.meeting_id),
            desks.of_assignment(row),
            neglected(row, known),
        )
        for row in due
    )
    for row in due:
        log(row, "prcouncil_meetings.escalate")
