"""What a login's agencies owe: the only screens of meetings that an agency sees."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.forms import Media
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from wagtail_prcouncil.councils.admin.asking import AskingView, Fact, Found
from wagtail_prcouncil.councils.admin.places import Listing
from wagtail_prcouncil.councils.scopes import Scope
from wagtail_prcouncil.meetings.actions import reporting
from wagtail_prcouncil.meetings.admin import following
from wagtail_prcouncil.meetings.admin.asked import NothingAskedForm
from wagtail_prcouncil.meetings.admin.assignments import (
    AssignmentScreen,
    ReadAssignmentView,
    is_due,
    label_of,
)
from wagtail_prcouncil.meetings.admin.board import card
from wagtail_prcouncil.meetings.admin.report_forms import ReportForm
from wagtail_prcouncil.meetings.admin.report_reading import files_of, report_facts
from wagtail_prcouncil.meetings.admin.report_screens import WritesReport
from wagtail_prcouncil.meetings.admin.reports import OWED_LOOK, shown
from wagtail_prcouncil.meetings.models import Assignment, MemberReport, ReportFile
from wagtail_prcouncil.meetings.owed import agencies_of, assignments_of, reports_of
from wagtail_prcouncil.meetings.states import UNDONE, ReportState
from wagtail_prcouncil.meetings.transitions import REPORTS, AssignmentVerb, ReportVerb

OWED = Listing("prcouncil_owed", _("What my agency owes"))
WRITABLE = REPORTS[ReportVerb.SUBMIT].before
MOST_DONE = 30
"""Of what is settled the latest are shown."""


def found(rows: Any, pk: Any) -> Any:
    """Raises Http404: of other agencies there is nothing here."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404(gettext("Nothing here, or nothing of yours."))
    return row


class OwedView(WagtailAdminTemplateMixin, TemplateView):
    """Reports that are asked for, assignments that are given; and below, what is settled."""

    template_name = "prcouncil_meetings/admin/owed.html"
    page_title = _("What my agency owes")
    header_icon = "tasks"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.agencies = list(agencies_of(request.user).by_name())
        if not self.agencies:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return "، ".join(agency.name_as_read() for agency in self.agencies)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        user = self.request.user
        reports = reports_of(user).annotate(papers=Count("files")).order_by("due_on", "pk")
        tasks = assignments_of(user)
        sent = reports.exclude(state__in=WRITABLE).order_by("-due_on", "-pk")[:MOST_DONE]
        done = tasks.exclude(state__in=UNDONE).order_by("-due_on", "-pk")[:MOST_DONE]
        name = "prcouncil_owed:assignment"
        return context | {
            "reports": [shown(row, "prcouncil_owed:report") for row in reports.outstanding()],
            "tasks": [card(row, name) for row in tasks.undone()],
            "sent": [shown(row, "prcouncil_owed:report") for row in sent],
            "done": [card(row, name) for row in done],
            "media": context.get("media", Media()) + OWED_LOOK,
        }

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, here]


class OfAgency(AskingView):
    """Mixed into a screen of whoever reports for an agency."""

    listing = OWED

    def reach(self) -> Scope:
        """Not of councils: `find` looks among what the agencies owe."""
        return Scope(everything=agencies_of(self.request.user).exists())


class OwedReportScreen(OfAgency):
    """Mixed into what asks about one report."""

    report: MemberReport

    def find(self) -> None:
        self.report = found(reports_of(self.request.user), self.kwargs["pk"])

    def facts(self) -> Iterable[Fact]:
        yield Fact(_("Meeting"), self.report.meeting.page.title, self.report.meeting.council.title)
        yield from report_facts(self.report)

    def now(self) -> Found:
        row = reports_of(self.request.user).filter(pk=self.report.pk).first()
        return Found(row, report_facts(row), row.state not in WRITABLE) if row else Found()

    def get_page_subtitle(self) -> str:
        return str(self.report)


class OwedReportView(WritesReport, OwedReportScreen):
    """Written, kept for later, submitted; read once it is."""

    form_class = ReportForm
    page_title = _("Report")
    header_icon = "doc-full"
    submit_button_label = _("Submit")

    @property
    def is_writable(self) -> bool:
        return self.report.state in WRITABLE

    def get_template_names(self) -> list[str]:
        name = "write_report" if self.is_writable else "owed_report"
        return [f"prcouncil_meetings/admin/{name}.html"]

    def get_initial(self) -> dict[str, Any]:
        return self.initial_of_report()

    def act(self, form: Any) -> str:
        return self.write_or_submit(form, self.by)

    def get_success_url(self) -> str:
        """Whoever keeps it for later goes on with it."""
        if "later" in self.request.POST:
            return self.request.path
        return super().get_success_url()

    @property
    def back_url(self) -> str:
        return OWED.place()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "report": self.report,
            "files": files_of(self.report),
            "remove_name": "prcouncil_owed:remove_file" if self.is_writable else "",
            "is_returned": self.report.state == ReportState.RETURNED,
            "media": context["media"] + OWED_LOOK,
        }


class OwedFileView(OwedReportScreen):
    """A file was sent by mistake."""

    form_class = NothingAskedForm
    page_title = _("Take the file away")
    submit_button_label = _("Yes, take it away")
    header_icon = "bin"
    is_serious = True

    def find(self) -> None:
        mine = reports_of(self.request.user).order_by().values("pk")
        rows = ReportFile.objects.filter(report__in=mine).select_related("report__agency")
        self.file = found(rows, self.kwargs["pk"])
        self.report = found(reports_of(self.request.user), self.file.report_id)

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.report.version}

    def facts(self) -> Iterable[Fact]:
        yield Fact(_("File"), self.file.title)

    def act(self, form: Any) -> str:
        reporting.remove_file(self.file, **form.cleaned_data, by=self.by)
        return gettext("“%(title)s” is taken away.") % {"title": self.file.title}

    def get_success_url(self) -> str:
        return reverse("prcouncil_owed:report", args=[self.report.pk])


class OwedAssignmentView(ReadAssignmentView):
    """What the agency has to do, and how far it is."""

    listing = OWED
    header_more_buttons: ClassVar[list[Button]] = []

    def find(self) -> Assignment:
        if not agencies_of(self.request.user).exists():
            raise PermissionDenied
        row: Assignment = found(assignments_of(self.request.user), self.kwargs["pk"])
        return row

    def ways(self) -> list[tuple[str, str]]:
        verbs = (AssignmentVerb.START, AssignmentVerb.FULFIL)
        due = [(label_of(verb), verb.value) for verb in verbs if is_due(self.assignment, verb)]
        offered = [*due, (gettext("Write a note"), "note")]
        key = [self.assignment.pk]
        return [(label, reverse(f"prcouncil_owed:{name}", args=key)) for label, name in offered]


class OwedAssignmentScreen(OfAgency, AssignmentScreen):
    """Mixed into what asks about one assignment."""

    listing = OWED
    back = "prcouncil_owed:assignment"

    def find(self) -> None:
        self.assignment = found(assignments_of(self.request.user), self.kwargs["pk"])


class OwedNoteView(OwedAssignmentScreen, following.NoteView):
    """How far the agency is."""


class OwedStartView(OwedAssignmentScreen, following.StartView):
    """The agency has begun."""


class OwedFulfilView(OwedAssignmentScreen, following.FulfilView):
    """The agency has done it."""
