"""A report as the secretary reads it, and what can be done to it now."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from wagtail_prcouncil.councils.admin.asking import Fact, found_within
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.meetings.admin.policies import REPORTS
from wagtail_prcouncil.meetings.admin.reports import OWED_LOOK
from wagtail_prcouncil.meetings.admin.tabs import OnTheDesk
from wagtail_prcouncil.meetings.models import MemberReport, ReportFile
from wagtail_prcouncil.meetings.paper_addresses import address_of
from wagtail_prcouncil.meetings.states import ReportState, Visibility
from wagtail_prcouncil.meetings.transitions import REPORTS as TRANSITIONS
from wagtail_prcouncil.meetings.transitions import ReportVerb
from wagtail_prcouncil.pages.draft_targets import draft_targets
from wagtail_prcouncil.persian.jalali import in_tehran

NEEDED = ("agency", "item", "submitted_by", "meeting__page__locale", "meeting__council")


def report_facts(report: MemberReport) -> Iterable[Fact]:
    """Who was asked for what, until when, and where it stands."""
    yield Fact(_("Agency"), report.agency.name_as_read())
    yield Fact(_("On what"), report.get_kind_display())
    yield Fact(_("Last day"), day_as_read(report.due_on))
    if report.item:
        yield Fact(_("Item of the agenda"), str(report.item))
    yield Fact(_("State"), report.get_state_display())
    if report.state == ReportState.RETURNED:
        yield Fact(_("What is missing"), report.return_note)
    if report.submitted_at:
        by = report.submitted_by
        who = (by.get_full_name() or by.get_username()) if by else ""
        yield Fact(_("Submitted"), day_as_read(in_tehran(report.submitted_at).date()), who)


def files_of(report: MemberReport) -> list[tuple[ReportFile, str]]:
    """With their addresses."""
    return [(row, address_of(row)) for row in report.files.all()]


class ReadReportView(OnTheDesk, TemplateView):
    """A report with its files, and what can be done to it now."""

    slug = "reports"
    template_name = "prcouncil_meetings/admin/report.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        scope = REPORTS.scope_of_any(request.user, ("view", "add", "change"))
        if not scope:
            raise PermissionDenied
        rows = MemberReport.objects.select_related(*NEEDED)
        self.report = found_within(rows, scope, "meeting__council", kwargs["pk"])
        self.meeting = self.report.meeting
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(self.report)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "media": context["media"] + OWED_LOOK,
            "report": self.report,
            "facts": report_facts(self.report),
            "files": files_of(self.report),
            "ways": self.ways() if self.may("change", REPORTS) else [],
        }

    def ways(self) -> list[tuple[str, str]]:
        """Labels and addresses of what is due; the first is what comes next."""
        report = self.report
        due = {verb for verb, step in TRANSITIONS.items() if report.state in step.before}
        blank = report.state == ReportState.REQUESTED and not report.text
        reusable = may_be_reused(report, self.request.user)
        known = [
            (ReportVerb.ACCEPT in due, "accept_report", gettext("Accept")),
            (ReportVerb.RETURN in due, "return_report", gettext("Return")),
            (ReportVerb.SUBMIT in due, "write_report", gettext("Write for the agency")),
            (reusable, "draft_of_report", gettext("Make a draft of it")),
            (True, "change_request", gettext("Last day and item")),
            (blank, "take_back_request", gettext("Take the request back")),
        ]
        return [
            (label, reverse(f"prcouncil_meetings:{name}", args=[report.pk]))
            for is_due, name, label in known
            if is_due
        ]


def may_be_reused(report: MemberReport, user: Any) -> bool:
    """Whether there is a place for a draft of it; the action decides once more."""
    if report.state != ReportState.ACCEPTED or report.visibility != Visibility.PUBLIC:
        return False
    return any(target.parents(user).exists() for target in draft_targets().values())
