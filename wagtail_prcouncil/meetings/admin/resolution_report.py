"""Reports → Resolutions: of all councils that the user keeps, drafts too."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.urls import URLPattern
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from wagtail_prcouncil.councils.admin.filters import CouncilFilter
from wagtail_prcouncil.councils.admin.scoped_reports import ReportItem
from wagtail_prcouncil.meetings.admin.keeping_reports import DayOfMeeting, KeptReport
from wagtail_prcouncil.meetings.admin.policies import RESOLUTIONS
from wagtail_prcouncil.meetings.admin.tabs import tab_url
from wagtail_prcouncil.meetings.models import Resolution
from wagtail_prcouncil.meetings.states import ResolutionState
from wagtail_prcouncil.meetings.tables import RESOLUTIONS as TABLE

NAME = "prcouncil_resolutions_report"
SEEING = ("view", "add", "change")


class ResolutionFilterSet(WagtailFilterSet):
    """By council, state and day of the meeting."""

    council = CouncilFilter(RESOLUTIONS)
    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=ResolutionState.choices, widget=forms.CheckboxSelectMultiple
    )
    since = DayOfMeeting(label=_("Since"))
    until = DayOfMeeting(label=_("Until"), is_last=True)

    class Meta:
        model = Resolution
        fields: tuple[str, ...] = ()


class ResolutionReport(KeptReport):
    """The latest number first."""

    model = Resolution
    policy, seeing, link = RESOLUTIONS, SEEING, "council"
    page_title = _("Resolutions")
    header_icon = "list-ol"
    filterset_class = ResolutionFilterSet
    export_table = TABLE
    index_url_name = NAME
    index_results_url_name = f"{NAME}_results"

    def get_base_queryset(self) -> QuerySet[Any]:
        return self.kept(Resolution.objects.select_related("council", "meeting__page"))

    def order_queryset(self, queryset: Any) -> QuerySet[Any]:
        return queryset.latest_first()

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn(
                "name",
                label=_("Resolution"),
                accessor="name_as_read",
                get_url=lambda row: tab_url(row.meeting, "resolutions"),
            ),
            Column("text", label=_("Text"), accessor="text"),
            Column("state", label=_("State"), accessor="get_state_display"),
            Column("council", label=_("Council"), accessor="council.title"),
            Column("meeting", label=_("Meeting"), accessor="meeting.page.title"),
        ]


def addresses() -> list[URLPattern]:
    return ResolutionReport.addresses("reports/meetings/resolutions/")


def report_item() -> ReportItem:
    return ReportItem(ResolutionReport, name="prcouncil-resolutions", order=662)
