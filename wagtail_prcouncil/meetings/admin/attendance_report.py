"""Reports → Attendance: how often each agency came over a period; as files, the rates or every line
of who came."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Count, Q, QuerySet
from django.urls import URLPattern
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from wagtail_prcouncil.councils.admin.filters import CouncilFilter
from wagtail_prcouncil.councils.admin.scoped_reports import ReportItem
from wagtail_prcouncil.exchange import tables
from wagtail_prcouncil.meetings.admin.keeping_reports import DayOfMeeting, KeptReport
from wagtail_prcouncil.meetings.admin.policies import SEEING as SEEING_MEETINGS
from wagtail_prcouncil.meetings.admin.policies import MeetingPolicy
from wagtail_prcouncil.meetings.models import Attendance, Meeting
from wagtail_prcouncil.meetings.states import OVER, THERE, Presence
from wagtail_prcouncil.meetings.tables import ATTENDANCES
from wagtail_prcouncil.pages.numerals import in_numerals

NAME = "prcouncil_attendance_report"
OF_ATTENDANCE = MeetingPolicy(Meeting, "meeting__council")


def rate(row: dict[str, Any]) -> int:
    """Of a hundred meetings, to how many the agency sent somebody."""
    return round(100 * row["there"] / row["seats"]) if row["seats"] else 0


RATES = tables.Table(
    _("attendance-rates"),
    [
        tables.Column(_("agency code"), lambda row: row["agency__code"]),
        tables.Column(_("agency"), lambda row: row["agency__name"]),
        tables.Column(_("seats in meetings"), lambda row: row["seats"]),
        tables.Column(_("came"), lambda row: row["there"]),
        tables.Column(_("of them substitutes"), lambda row: row["represented"]),
        tables.Column(_("excused"), lambda row: row["excused"]),
        tables.Column(_("absent"), lambda row: row["absent"]),
        tables.Column(_("rate in percent"), rate),
    ],
)


class AttendanceFilterSet(WagtailFilterSet):
    """By council and period, in Tehran; `as_lines` asks for a file of every line."""

    council = CouncilFilter(OF_ATTENDANCE)
    since = DayOfMeeting(label=_("Since"))
    until = DayOfMeeting(label=_("Until"), is_last=True)
    lines = django_filters.ChoiceFilter(
        label=_("Files hold"),
        choices=[("all", _("everybody who came, line by line"))],
        widget=forms.RadioSelect,
        empty_label=_("The rates of agencies"),
        method="as_lines",
    )

    class Meta:
        model = Attendance
        fields: tuple[str, ...] = ()

    def as_lines(self, rows: QuerySet[Attendance], name: str, value: str) -> QuerySet[Attendance]:
        return rows


class AttendanceReport(KeptReport):
    """Meetings that were held. One query, however many meetings."""

    model = Attendance
    policy, seeing, link = OF_ATTENDANCE, SEEING_MEETINGS, "meeting__council"
    page_title = _("Attendance")
    header_icon = "group"
    verbose_name_plural = _("agencies")  # a row is one of them
    filterset_class = AttendanceFilterSet
    index_url_name = NAME
    index_results_url_name = f"{NAME}_results"

    @property
    def is_by_line(self) -> bool:
        return self.is_export and self.request.GET.get("lines") == "all"

    @property
    def export_table(self) -> tables.Table:  # type: ignore[override]
        return ATTENDANCES if self.is_by_line else RATES

    def get_base_queryset(self) -> QuerySet[Any]:
        return self.kept(Attendance.objects.filter(meeting__status__in=OVER))

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        rows = super().filter_queryset(queryset)
        return rows if self.is_by_line else by_agency(rows)

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.order_by("meeting__starts_at", "meeting", "pk")

    @cached_property
    def columns(self) -> list[Column]:
        return [
            Column("agency", label=_("Agency"), accessor=lambda row: row["agency__name"]),
            Column("seats", label=_("Seats, meeting by meeting"), accessor=_number("seats")),
            Column("there", label=_("Came"), accessor=_number("there")),
            Column("represented", label=_("Substitutes"), accessor=_number("represented")),
            Column("excused", label=_("Excused"), accessor=_number("excused")),
            Column("absent", label=_("Absent"), accessor=_number("absent")),
            Column(
                "rate", label=_("Present, in percent"), accessor=lambda row: in_numerals(rate(row))
            ),
        ]


def by_agency(rows: QuerySet[Attendance]) -> QuerySet[Any]:
    """Seats of agencies, how often somebody came and how often nobody."""
    counted = {
        name: Count("pk", filter=Q(presence=value))
        for name, value in (
            ("represented", Presence.REPRESENTED),
            ("excused", Presence.EXCUSED),
            ("absent", Presence.ABSENT),
        )
    }
    seats: Any = rows.exclude(presence=Presence.GUEST).exclude(agency=None)
    grouped = seats.order_by().values("agency__code", "agency__name", "agency__sort_key")
    told = grouped.annotate(
        seats=Count("pk"), there=Count("pk", filter=Q(presence__in=THERE)), **counted
    )
    return told.order_by("agency__sort_key", "agency__code")


def _number(name: str) -> Any:
    return lambda row: in_numerals(row[name])


def addresses() -> list[URLPattern]:
    return AttendanceReport.addresses("reports/meetings/attendance/")


def report_item() -> ReportItem:
    return ReportItem(AttendanceReport, name="prcouncil-attendance", order=664)
