"""The clock reminds agencies of reports that are missing, as it does of assignments, until the
meeting was held or called off."""

from django.db import transaction

from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.mailing.addressees import Desks
from wagtail_prcouncil.meetings.mailing.asking import late, near
from wagtail_prcouncil.meetings.mailing.letters import Event, Tell, post_all
from wagtail_prcouncil.meetings.mailing.reminders import AT_ONCE, horizon, is_new, reminder_now
from wagtail_prcouncil.meetings.mailing.wording import Known
from wagtail_prcouncil.meetings.models import MemberReport

NEEDED = ("meeting__page__locale", "meeting__council", "agency", "item")


def remind_of_reports() -> None:
    """Put what is to be told now into the outbox."""
    soon = MemberReport.objects.awaited().filter(due_on__lte=horizon())
    told = soon.values_list("pk", "due_on", "requested_at", "last_reminder")
    keys = [row[0] for row in told if is_new(*row[1:])]
    for start in range(0, len(keys), AT_ONCE):
        with transaction.atomic():
            _remind(keys[start : start + AT_ONCE])


def _remind(keys: list[int]) -> None:
    """Locked in the order of their keys: a second process waits, and finds nothing to do."""
    rows = MemberReport.objects.select_for_update(of=("self",)).awaited().filter(pk__in=keys)
    due = [
        row
        for row in rows.select_related(*NEEDED).order_by("pk")
        if is_new(row.due_on, row.requested_at, row.last_reminder)
    ]
    meetings = {row.meeting_id: row.meeting for row in due}.values()
    desks, known = Desks(meetings), Known(meetings)
    for row in due:
        row.last_reminder = reminder_now(row.due_on, row.requested_at)
    MemberReport.objects.bulk_update(due, ["last_reminder"])
    post_all((_event(row), desks.of(row.meeting, row.agency), _tell(row, known)) for row in due)


def _event(row: MemberReport) -> Event:
    name = "report_overdue" if row.due_on < today() else "report_due_soon"
    return Event(name, f"{row.pk}:{row.last_reminder}", row.meeting_id)


def _tell(row: MemberReport, known: Known) -> Tell:
    return late(row, known) if row.due_on < today() else near(row, known)
