"""The tab of reports: who was asked, who has sent what, who has not."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet
from django.forms import Media
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.facets import agencies_in
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.actions.attending import councils_of
from wagtail_prcouncil.meetings.actions.reporting import request_reports
from wagtail_prcouncil.meetings.admin.policies import REPORTS
from wagtail_prcouncil.meetings.admin.report_forms import RequestForm
from wagtail_prcouncil.meetings.admin.tabs import DESK, MeetingAskingView, MeetingTab
from wagtail_prcouncil.meetings.models import Meeting, MemberReport
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import ReportState
from wagtail_prcouncil.pages.numerals import in_numerals

OWED_LOOK = DESK + Media(css={"all": ["prcouncil_meetings/admin-owed.css"]})
GROUPS: Sequence[tuple[str, str | Promise]] = (
    (ReportState.SUBMITTED, _("Submitted: to be read")),
    (ReportState.REQUESTED, _("Not submitted")),
    (ReportState.RETURNED, _("Returned: something is missing")),
    (ReportState.ACCEPTED, _("Accepted")),
)
"""In the order in which the secretary has something to do."""


class ReportShown(NamedTuple):
    """A report in words."""

    report: MemberReport
    agency: str
    due: str
    is_late: bool
    files: str
    url: str


class Group(NamedTuple):
    """Reports of one state."""

    state: str
    heading: str | Promise
    number: str
    reports: list[ReportShown]


def badge(meeting: Meeting) -> str:
    """How many wait to be read."""
    count = meeting.reports.filter(state=ReportState.SUBMITTED).count()
    return in_numerals(count) if count else ""


def shown(report: MemberReport, url_name: str = "prcouncil_meetings:report") -> ReportShown:
    """`report.papers` is the number of its files."""
    is_late = report.due_on < today() and report.state in {
        ReportState.REQUESTED,
        ReportState.RETURNED,
    }
    return ReportShown(
        report,
        report.agency.name_as_read(),
        day_as_read(report.due_on),
        is_late,
        in_numerals(report.papers) if report.papers else "",
        reverse(url_name, args=[report.pk]),
    )


class ReportsTab(MeetingTab):
    """Reports by state. Whoever may not see reports is told so."""

    slug = "reports"
    template_name = "prcouncil_meetings/admin/reports.html"
    page_title = _("Reports")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_see = any(self.may(action, REPORTS) for action in ("view", "add", "change"))
        context = super().get_context_data(**kwargs)
        return context | {
            "media": context["media"] + OWED_LOOK,
            "groups": self.groups() if may_see else [],
            "may_see": may_see,
            "may_request": self.may("add", REPORTS) and not self.meeting.is_over,
        }

    def groups(self) -> list[Group]:
        rows = self.meeting.reports.select_related("agency", "item")
        rows = rows.annotate(papers=Count("files")).order_by("due_on", "agency__sort_key", "pk")
        lines = [shown(row) for row in rows]
        return [
            Group(state, heading, in_numerals(len(found)), found)
            for state, heading in GROUPS
            if (found := [line for line in lines if line.report.state == state])
        ]


def member_agencies(meeting: Meeting) -> QuerySet[Agency]:
    """Those that sit today in one of the councils that meet."""
    sitting = agencies_in([council.pk for council in councils_of(meeting)])
    keys = {key for keys in sitting.values() for key in keys}
    return Agency.objects.active().filter(pk__in=keys).by_name()


class RequestReportsView(MeetingAskingView):
    """Agencies are asked for a report."""

    slug = "reports"
    right = Right.ADD_REPORTS
    form_class = RequestForm
    page_title = _("Ask for reports")
    submit_button_label = _("Ask for the reports")

    def get_form_kwargs(self) -> dict[str, Any]:
        self.agencies = member_agencies(self.meeting)
        own = {"agencies": self.agencies, "items": self.meeting.items.in_order()}
        return super().get_form_kwargs() | own

    def get_initial(self) -> dict[str, Any]:
        everybody = member_agencies(self.meeting).values_list("pk", flat=True)
        return super().get_initial() | {"agencies": list(everybody)}

    def act(self, form: RequestForm) -> str:
        made = request_reports(self.meeting, **form.cleaned_data, by=self.by)
        if not made:
            return gettext("All of them were asked before.")
        sentence = ngettext("%(n)s agency is asked.", "%(n)s agencies are asked.", len(made))
        return sentence % {"n": in_numerals(len(made))}
