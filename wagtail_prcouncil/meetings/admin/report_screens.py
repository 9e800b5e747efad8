"""Screens that ask about one report, for the secretary: accepted, returned, written for the agency,
put to an item, made a draft of."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.councils.admin.asking import Fact, Found, found_within
from wagtail_prcouncil.meetings.actions import reporting, requesting, reusing
from wagtail_prcouncil.meetings.admin.asked import NothingAskedForm
from wagtail_prcouncil.meetings.admin.report_forms import (
    ChangeRequestForm,
    DraftForm,
    ReportForm,
    ReturnForm,
)
from wagtail_prcouncil.meetings.admin.report_reading import NEEDED, files_of, report_facts
from wagtail_prcouncil.meetings.admin.reports import OWED_LOOK
from wagtail_prcouncil.meetings.admin.tabs import MeetingAskingView, tab_url
from wagtail_prcouncil.meetings.models import MemberReport, ReportFile
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.transitions import REPORTS, ReportVerb
from wagtail_prcouncil.pages.draft_targets import DraftTarget, draft_targets


class ReportScreen(MeetingAskingView):
    """Mixed into what asks about one report; its address has the report's key."""

    slug = "reports"
    right = Right.CHANGE_REPORTS
    form_class: type[BaseForm] = NothingAskedForm
    verb: ClassVar[ReportVerb | None] = None

    def find(self) -> None:
        rows = MemberReport.objects.select_related(*NEEDED)
        self.report = found_within(rows, self.scope, "meeting__council", self.kwargs["pk"])
        self.meeting = self.report.meeting

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.report.version}

    def facts(self) -> Iterable[Fact]:
        return report_facts(self.report)

    def now(self) -> Found:
        row = MemberReport.objects.select_related(*NEEDED).filter(pk=self.report.pk).first()
        if row is None:
            return Found()
        is_settled = self.verb is not None and row.state not in REPORTS[self.verb].before
        return Found(row, report_facts(row), is_settled)

    def get_page_subtitle(self) -> str:
        return str(self.report)

    def get_success_url(self) -> str:
        return reverse("prcouncil_meetings:report", args=[self.report.pk])


class AcceptReportView(ReportScreen):
    """It becomes part of the meeting's papers."""

    verb = ReportVerb.ACCEPT
    page_title = _("Accept the report")
    submit_button_label = _("Accept")

    def act(self, form: Any) -> str:
        reporting.accept(self.report, **form.cleaned_data, by=self.by)
        return gettext("The report is accepted.")


class ReturnReportView(ReportScreen):
    """The agency is told what is missing."""

    verb = ReportVerb.RETURN
    form_class = ReturnForm
    page_title = _("Return the report")
    submit_button_label = _("Return")

    def beside(self, field: str, form: Any) -> str:
        return "note" if field == "reason" else field

    def act(self, form: Any) -> str:
        reporting.give_back(self.report, **form.cleaned_data, by=self.by)
        return gettext("The report is returned.")


class ChangeRequestView(ReportScreen):
    """Until when, and to which item."""

    form_class = ChangeRequestForm
    page_title = _("Last day and item")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"items": self.meeting.items.in_order()}

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"due_on": self.report.due_on, "item": self.report.item}

    def act(self, form: Any) -> str:
        requesting.change_request(self.report, **form.cleaned_data, by=self.by)
        return gettext("Last day and item are saved.")


class TakeBackView(ReportScreen):
    """Nobody asks for it any more."""

    page_title = _("Take the request back")
    submit_button_label = _("Yes, take it back")
    header_icon = "bin"
    is_serious = True

    def act(self, form: Any) -> str:
        requesting.take_back(self.report, **form.cleaned_data, by=self.by)
        return gettext("Nobody asks for this report any more.")

    def get_success_url(self) -> str:
        return tab_url(self.meeting, self.slug)


class WritesReport:
    """Mixed into the screens on which a report is written: kept for later, or submitted."""

    report: MemberReport
    request: HttpRequest

    def initial_of_report(self) -> dict[str, Any]:
        names = ("version", "title", "text", "visibility")
        return {name: getattr(self.report, name) for name in names}

    def write_or_submit(self, form: Any, by: Any) -> str:
        said = {name: form.cleaned_data[name] for name in ("attached", "version")}
        if "later" in self.request.POST:
            reporting.write(self.report, form.answer(), **said, by=by)
            return gettext("It is kept, and not submitted yet.")
        reporting.submit(self.report, form.answer(), **said, by=by)
        return gettext("The report is submitted.")


class WriteReportView(WritesReport, ReportScreen):
    """By the secretary, for the agency."""

    verb = ReportVerb.SUBMIT
    form_class = ReportForm
    template_name = "prcouncil_meetings/admin/write_report.html"
    page_title = _("Write for the agency")
    submit_button_label = _("Submit")

    def get_initial(self) -> dict[str, Any]:
        return self.initial_of_report()

    def act(self, form: Any) -> str:
        return self.write_or_submit(form, self.by)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "media": context["media"] + OWED_LOOK,
            "files": files_of(self.report),
            "remove_name": "prcouncil_meetings:remove_report_file",
        }


class RemoveFileView(ReportScreen):
    """A file was sent by mistake."""

    verb = ReportVerb.SUBMIT
    page_title = _("Take the file away")
    submit_button_label = _("Yes, take it away")
    header_icon = "bin"
    is_serious = True

    def find(self) -> None:
        rows = ReportFile.objects.select_related(*(f"report__{name}" for name in NEEDED))
        self.file = found_within(rows, self.scope, "report__meeting__council", self.kwargs["pk"])
        self.report = self.file.report
        self.meeting = self.report.meeting

    def facts(self) -> Iterable[Fact]:
        yield Fact(_("File"), self.file.title)
        yield from report_facts(self.report)

    def act(self, form: Any) -> str:
        reporting.remove_file(self.file, **form.cleaned_data, by=self.by)
        return gettext("“%(title)s” is taken away.") % {"title": self.file.title}


class MakeDraftView(ReportScreen):
    """News, or whatever else is registered."""

    form_class = DraftForm
    page_title = _("Make a draft of it")
    submit_button_label = _("Make the draft")
    page: Page

    def places(self) -> list[tuple[DraftTarget, QuerySet[Page]]]:
        return [(target, target.parents(self.by)) for target in draft_targets().values()]

    def get_initial(self) -> dict[str, Any]:
        return {}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"places": self.places()}

    def act(self, form: Any) -> str:
        name, _colon, key = form.cleaned_data["place"].partition(":")
        target = draft_targets()[name]
        parent = target.parents(self.by).get(pk=key)
        self.page = reusing.make_draft(self.report, target, parent, by=self.by)
        return gettext("The draft is made. Nobody reads it before it is published.")

    def get_success_url(self) -> str:
        """The draft, once there is one."""
        page = getattr(self, "page", None)
        if page is None:
            return super().get_success_url()
        return reverse("wagtailadmin_pages:edit", args=[page.pk])
