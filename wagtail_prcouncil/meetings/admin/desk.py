"""The desk: which tabs it has, in their order, and which screens belong to it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.desk import Tab
from wagtail_prcouncil.meetings.admin import (
    agenda,
    approving,
    attendance,
    carrying,
    documents,
    forwarding,
    given,
    giving,
    items,
    minutes,
    minuting,
    notice,
    objecting,
    printing,
    report_reading,
    report_screens,
    reports,
    resolutions,
    steps,
    writing,
)
from wagtail_prcouncil.meetings.transitions import Verb

TABS: Sequence[Tab] = (
    Tab("notice", _("Notice"), notice.NoticeTab),
    Tab("agenda", _("Agenda"), agenda.AgendaTab, agenda.badge),
    Tab("attendance", _("Attendance"), attendance.AttendanceTab, attendance.badge),
    Tab("reports", _("Reports"), reports.ReportsTab, reports.badge),
    Tab("minutes", _("Minutes"), minutes.MinutesTab, minutes.badge),
    Tab("resolutions", _("Resolutions"), resolutions.ResolutionsTab, resolutions.badge),
    Tab("assignments", _("Assignments"), given.AssignmentsTab, given.badge),
    Tab("print", _("Print"), printing.PrintTab),
)
"""Each at `<key of the meeting>/<slug>/`, named after its slug."""

STEPS: Mapping[Verb, Any] = {
    Verb.ANNOUNCE: steps.AnnounceView,
    Verb.POSTPONE: steps.PostponeView,
    Verb.RESCHEDULE: steps.RescheduleView,
    Verb.CANCEL: steps.CancelView,
    Verb.HOLD: steps.HoldView,
    Verb.CLOSE: steps.CloseView,
    Verb.REOPEN: steps.ReopenView,
    Verb.FINALISE_AGENDA: carrying.FinaliseView,
    Verb.AMEND_AGENDA: carrying.AmendView,
    Verb.DRAW_UP: minuting.DrawUpView,
    Verb.CIRCULATE: minuting.CirculateView,
    Verb.RECALL: minuting.RecallView,
    Verb.APPROVE: approving.ApproveView,
    Verb.PUBLISH: minuting.PublishView,
    Verb.WITHDRAW: minuting.WithdrawView,
}
"""Screens of verbs, each at `<key of the meeting>/<verb>/`, named after its verb."""

OF_A_MEETING: Mapping[str, Any] = {
    "add_item": items.AddItemView,
    "order_items": carrying.OrderItemsView,
    "copy_agenda": carrying.CopyAgendaView,
    "carry_over": carrying.CarryOverView,
    "fill_matters_arising": carrying.FillMattersView,
    "prefill": attendance.PrefillView,
    "quorum": attendance.QuorumView,
    "add_guest": attendance.AddGuestView,
    "request_reports": reports.RequestReportsView,
    "draw_up_again": minuting.DrawUpAgainView,
    "write_minutes": writing.WriteView,
    "preview_minutes": minuting.PreviewView,
    "attach_scan": minuting.ScanView,
    "remove_scan": minuting.RemoveScanView,
    "object_to": objecting.ObjectView,
    "assign": giving.AssignView,
    "print_page": printing.PrintPageView,
    "print_pdf": printing.PrintPdfView,
    "make_pdf": printing.MakePdfView,
    "add_resolution": resolutions.AddResolutionView,
}
"""Other screens of a meeting, each at `<key of the meeting>/<name>/`."""

OF_A_ROW: Mapping[str, Any] = {
    "item": items.ItemView,
    "settle": items.SettleView,
    "remove_item": items.RemoveItemView,
    "documents": documents.DocumentsView,
    "remove_document": documents.RemoveDocumentView,
    "remove_guest": attendance.RemoveGuestView,
    "report": report_reading.ReadReportView,
    "accept_report": report_screens.AcceptReportView,
    "return_report": report_screens.ReturnReportView,
    "write_report": report_screens.WriteReportView,
    "change_request": report_screens.ChangeRequestView,
    "take_back_request": report_screens.TakeBackView,
    "draft_of_report": report_screens.MakeDraftView,
    "remove_report_file": report_screens.RemoveFileView,
    "answer_objection": objecting.AnswerView,
    "resolution": resolutions.EditResolutionView,
    "remove_resolution": resolutions.RemoveResolutionView,
    "forward_resolution": forwarding.ForwardView,
    "annul_resolution": resolutions.AnnulResolutionView,
}
"""Screens of what hangs on a meeting, each at `<name>/<key of the row>/`."""
