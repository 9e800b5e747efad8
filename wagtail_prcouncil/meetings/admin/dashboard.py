"""What waits, on Wagtail's dashboard: for a council's secretary, and for an agency."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet, TextChoices
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from wagtail_prcouncil.councils.admin.waiting import WaitingPanel
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.scopes import within
from wagtail_prcouncil.meetings.admin.policies import ASSIGNMENTS, MEETINGS, REPORTS
from wagtail_prcouncil.meetings.models import Assignment, Meeting, MemberReport, Objection
from wagtail_prcouncil.meetings.owed import assignments_of, reports_of
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import OVER, MinutesStatus, ReportState, Status

BEGUN = (MinutesStatus.NONE, MinutesStatus.DRAFT)


class Waiting(TextChoices):
    """A matter that waits for somebody."""

    TO_READ = "to_read", _("reports to be read")
    NOT_SENT = "not_sent", _("reports not submitted")
    TO_CIRCULATE = "to_circulate", _("minutes to be circulated")
    TO_APPROVE = "to_approve", _("minutes to be approved")
    OBJECTIONS = "objections", _("objections without an answer")
    OVERDUE = "overdue", _("assignments overdue")
    REPORTS = "reports", _("reports to be submitted")
    RETURNED = "returned", _("reports that were returned")
    ASSIGNMENTS = "assignments", _("assignments to be carried out")


def waiting_for_secretary(user: Any) -> Iterator[tuple[Waiting, QuerySet[Any]]]:
    """Each within the scope of the right that it takes."""
    if scope := REPORTS.scope(user, "change"):
        reports = within(MemberReport.objects.all(), scope, "meeting__council")
        live = reports.exclude(meeting__status=Status.CANCELLED)
        yield Waiting.TO_READ, reports.filter(state=ReportState.SUBMITTED)
        yield Waiting.NOT_SENT, live.outstanding().exclude(meeting__status__in=OVER)
    if scope := MEETINGS.scope(user, "change"):
        held = within(Meeting.objects.filter(status__in=OVER), scope, "council")
        sent = held.filter(minutes_status=MinutesStatus.CIRCULATED)
        past = Q(objections_until=None) | Q(objections_until__lt=today())
        yield Waiting.TO_CIRCULATE, held.filter(minutes_status__in=BEGUN)
        yield Waiting.TO_APPROVE, sent.filter(past)
        objections = within(Objection.objects.all(), scope, "meeting__council")
        yield Waiting.OBJECTIONS, objections.open()
    if scope := ASSIGNMENTS.scope(user, "view"):
        given = within(Assignment.objects.all(), scope, "meeting__council")
        yield Waiting.OVERDUE, given.overdue()


def waiting_for_agency(user: Any) -> Iterator[tuple[Waiting, QuerySet[Any]]]:
    reports, tasks = reports_of(user), assignments_of(user)
    yield Waiting.REPORTS, reports.filter(state=ReportState.REQUESTED)
    yield Waiting.RETURNED, reports.filter(state=ReportState.RETURNED)
    yield Waiting.ASSIGNMENTS, tasks.undone()
    yield Waiting.OVERDUE, tasks.overdue()


URGENT = frozenset({Waiting.OVERDUE, Waiting.RETURNED})


class SecretaryPanel(WaitingPanel):
    """Of the meetings of one's councils."""

    name = "prcouncil_meetings"
    order = 157
    heading = _("Meetings of the councils")
    urgent = URGENT

    def rows(self) -> Mapping[Waiting, QuerySet[Any]]:
        return dict(waiting_for_secretary(self.user))

    def url(self, matter: Waiting) -> str:
        if matter == Waiting.OVERDUE:
            return f"{reverse('prcouncil_assignments_due')}?due=overdue"
        asked: dict[Waiting, list[tuple[str, str]]] = {
            Waiting.TO_CIRCULATE: [("status", state) for state in sorted(OVER)]
            + [("minutes_status", state) for state in BEGUN],
            Waiting.TO_APPROVE: [("minutes_status", MinutesStatus.CIRCULATED)],
            Waiting.OBJECTIONS: [("minutes_status", MinutesStatus.CIRCULATED)],
        }
        return f"{reverse('prcouncil_meetings:index')}?{urlencode(asked.get(matter, []))}"


class AgencyPanel(WaitingPanel):
    """Of the agencies for which one reports."""

    name = "prcouncil_owed"
    order = 158
    heading = _("What my agency owes")
    urgent = URGENT

    def rows(self) -> Mapping[Waiting, QuerySet[Any]]:
        return dict(waiting_for_agency(self.user))

    def url(self, matter: Waiting) -> str:
        return reverse("prcouncil_owed:index")


def add_panels(request: HttpRequest, panels: list[Component]) -> None:
    seen = ((MEETINGS, "change"), (REPORTS, "change"), (ASSIGNMENTS, "view"))
    if any(policy.user_has_permission(request.user, action) for policy, action in seen):
        panels.append(SecretaryPanel(request))
    if request.user.has_perm(Right.SUBMIT_REPORTS.value):
        panels.append(AgencyPanel(request))
