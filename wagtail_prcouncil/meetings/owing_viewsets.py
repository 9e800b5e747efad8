"""Assignments in the admin's menu, what an agency owes, and who reports for which agency."""

from typing import Any, ClassVar

from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.model import ModelViewSet

from wagtail_prcouncil.councils.viewsets import RowViewSet
from wagtail_prcouncil.exchange.listings import PlainListMixin
from wagtail_prcouncil.meetings.admin import assignments, following, giving, owed
from wagtail_prcouncil.meetings.admin.board import BoardView
from wagtail_prcouncil.meetings.admin.policies import ASSIGNMENTS, REPORTS
from wagtail_prcouncil.meetings.models import Assignment, Reporter
from wagtail_prcouncil.meetings.owed import agencies_of
from wagtail_prcouncil.ui.forms import PRCouncilModelForm


class AssignmentViewSet(RowViewSet):
    """The board, and below it each assignment."""

    model, policy = Assignment, ASSIGNMENTS
    name, icon = "prcouncil_assignments", "tasks"
    url_prefix = "meetings/assignments"
    menu_label, menu_name = _("Assignments"), "prcouncil-assignments"
    of_one: ClassVar[dict[str, Any]] = {
        "edit": assignments.ReadAssignmentView,
        "change": giving.ChangeAssignmentView,
        "note": following.NoteView,
        "start": following.StartView,
        "fulfil": following.FulfilView,
        "drop": following.DropView,
        "reopen": following.ReopenView,
        "block": following.BlockView,
        "unblock": following.UnblockView,
    }

    @property
    def index_view(self) -> Any:
        return self.construct_view(BoardView)

    @property
    def index_results_view(self) -> Any:
        return self.index_view


class OwedItem(MenuItem):
    """For whoever reports for an agency. Superusers, who have every right, find it on the dashboard
    where something waits: their screens ask for no agency each time."""

    def is_shown(self, request: HttpRequest) -> bool:
        return not request.user.is_superuser and agencies_of(request.user).exists()


class OwedViewSet(ViewSet):
    """What an agency finds under “Meetings”, and nothing else."""

    name, icon = "prcouncil_owed", "tasks"
    url_prefix = "meetings/owed"
    menu_label, menu_name = _("What my agency owes"), "prcouncil-owed"
    menu_item_class = OwedItem
    of_one: ClassVar[dict[str, Any]] = {
        "report": owed.OwedReportView,
        "remove_file": owed.OwedFileView,
        "assignment": owed.OwedAssignmentView,
        "note": owed.OwedNoteView,
        "start": owed.OwedStartView,
        "fulfil": owed.OwedFulfilView,
    }

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", owed.OwedView.as_view(), name="index"),
            *(
                path(f"{name}/<council_key:pk>/", view.as_view(), name=name)
                for name, view in self.of_one.items()
            ),
        ]


class ReporterForm(PRCouncilModelForm):
    """Which login reports for which agency."""

    class Meta(PRCouncilModelForm.Meta):
        model = Reporter
        fields = ("user", "agency")


class ReporterListing(PlainListMixin, generic.IndexView):
    """Agency by agency."""

    list_display = (
        TitleColumn("user", label=_("User"), url_name="prcouncil_reporters:edit"),
        Column("agency", label=_("Agency"), accessor="agency.name_as_read"),
        Column(
            "right",
            label=_("May submit reports"),
            accessor=lambda row: _("yes") if row.may_submit else _("no: his groups lack the right"),
        ),
    )
    default_ordering = ("agency__sort_key", "user__pk")

    def get_base_queryset(self) -> Any:
        able = REPORTS.users_with_any_permission(["submit"]).filter(pk=OuterRef("user"))
        rows = Reporter.objects.annotate(may_submit=Exists(able))
        return rows.select_related("user", "agency")


class ReporterViewSet(ModelViewSet):
    """For administrators: no group of ours has the right."""

    model, name, icon = Reporter, "prcouncil_reporters", "group"
    url_prefix = "meetings/reporters"
    menu_label, menu_name = _("Agency reporters"), "prcouncil-reporters"
    index_view_class = ReporterListing
    copy_view_enabled = False
    form_fields = ("user", "agency")
    list_per_page = 50

    def get_form_class(self, for_update: bool = False) -> type[ReporterForm]:
        return ReporterForm
