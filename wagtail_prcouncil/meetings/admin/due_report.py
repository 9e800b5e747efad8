"""Reports → Assignments: what is open and overdue, and with a filter what was done or dropped."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.urls import URLPattern
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.admin.scoped_reports import ReportItem
from wagtail_prcouncil.exchange import tables
from wagtail_prcouncil.meetings.admin.assignments import SEEING, state_as_read
from wagtail_prcouncil.meetings.admin.keeping_reports import KeptReport
from wagtail_prcouncil.meetings.admin.offered import kept_offers
from wagtail_prcouncil.meetings.admin.policies import ASSIGNMENTS
from wagtail_prcouncil.meetings.models import Assignment
from wagtail_prcouncil.meetings.states import UNDONE, AssignmentState
from wagtail_prcouncil.pages.counted import CountedPaginator

NAME = "prcouncil_assignments_due"
BLOCKED = "blocked"
OVERDUE, SOON = "overdue", "soon"
SOON_DAYS = 7


class AssignmentFilterSet(WagtailFilterSet):
    """By council, agency, state, and how near the last day is. Where no state is asked for, what
    is not done."""

    council = django_filters.ChoiceFilter(
        field_name="meeting__council", label=_("Council"), empty_label=_("All")
    )
    agency = django_filters.ChoiceFilter(label=_("Agency"), empty_label=_("All"))
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[*AssignmentState.choices, (BLOCKED, _("blocked"))],
        widget=forms.RadioSelect,
        empty_label=_("Not done"),
        method="by_state",
    )
    due = django_filters.ChoiceFilter(
        label=_("Last day"),
        choices=[(OVERDUE, _("overdue")), (SOON, _("within a week"))],
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="by_day",
    )

    class Meta:
        model = Assignment
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = kept_offers(ASSIGNMENTS.scope_of_any(self.request.user, SEEING), self.data)
        self.filters["council"].extra["choices"] = choices.councils
        self.filters["agency"].extra["choices"] = choices.agencies

    def filter_queryset(self, queryset: Any) -> Any:
        rows = super().filter_queryset(queryset)
        return rows if self.form.cleaned_data.get("state") else rows.undone()

    def by_state(self, rows: Any, name: str, state: str) -> QuerySet[Assignment]:
        if state == BLOCKED:
            return rows.filter(state__in=UNDONE, is_blocked=True)
        return rows.filter(state=state)

    def by_day(self, rows: Any, name: str, due: str) -> QuerySet[Assignment]:
        return rows.overdue() if due == OVERDUE else rows.due_within(SOON_DAYS)


TABLE = tables.Table(
    _("assignments"),
    [
        tables.Column(_("council"), lambda row: row.meeting.council.title),
        tables.Column(_("meeting"), lambda row: row.meeting.page.title),
        tables.Column(
            _("resolution"), lambda row: row.resolution.name_as_read() if row.resolution else ""
        ),
        tables.Column(_("responsible agency"), lambda row: row.agency.name_as_read()),
        tables.Column(_("what is to be done"), lambda row: row.task),
        tables.DateColumn(_("due on"), lambda row: row.due_on),
        tables.Column(_("state"), state_as_read),
        tables.Column(_("what holds it up"), lambda row: row.blocked_by),
        tables.DateColumn(_("done on"), lambda row: row.done_on),
    ],
)


def due_as_read(row: Assignment) -> str:
    """The last day, and that it is past."""
    day = day_as_read(row.due_on)
    return f"{day} – {_('overdue')}" if row.is_overdue else day


class AssignmentReport(KeptReport):
    """Of the councils whose assignments the user sees, the most urgent first. As many queries for
    ten thousand as for ten."""

    model = Assignment
    policy, seeing, link = ASSIGNMENTS, SEEING, "meeting__council"
    page_title = _("Open and overdue assignments")
    header_icon = "tasks"
    filterset_class = AssignmentFilterSet
    export_table = TABLE
    index_url_name = NAME
    index_results_url_name = f"{NAME}_results"
    paginator_class = CountedPaginator

    def get_base_queryset(self) -> QuerySet[Assignment]:
        rows = self.kept(Assignment.objects.all())
        return rows.select_related("agency", "resolution", "meeting__page", "meeting__council")

    def order_queryset(self, queryset: QuerySet[Assignment]) -> QuerySet[Assignment]:
        return queryset.order_by("due_on", "pk")

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn(
                "task", label=_("Assignment"), accessor=str, url_name="prcouncil_assignments:edit"
            ),
            Column("agency", label=_("Agency"), accessor="agency.name_as_read"),
            Column("due", label=_("Due on"), accessor=due_as_read),
            Column("state", label=_("State"), accessor=state_as_read),
            Column("council", label=_("Council"), accessor="meeting.council.title"),
            Column("meeting", label=_("Meeting"), accessor="meeting.page.title"),
        ]


def addresses() -> list[URLPattern]:
    return AssignmentReport.addresses("reports/meetings/assignments/")


def report_item() -> ReportItem:
    return ReportItem(AssignmentReport, name="prcouncil-assignments-due", order=661)
