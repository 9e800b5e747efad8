"""The tab of assignments: what this meeting gave whom to do."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.meetings.admin.assignments import SEEING
from wagtail_prcouncil.meetings.admin.board import card
from wagtail_prcouncil.meetings.admin.policies import ASSIGNMENTS
from wagtail_prcouncil.meetings.admin.reports import OWED_LOOK
from wagtail_prcouncil.meetings.admin.tabs import MeetingTab
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.states import UNDONE
from wagtail_prcouncil.pages.numerals import in_numerals


def badge(meeting: Meeting) -> str:
    """How many are not done."""
    count = meeting.assignments.undone().count()
    return in_numerals(count) if count else ""


class AssignmentsTab(MeetingTab):
    """Those not done, the most urgent first; then the others. Whoever may not see them is told
    so."""

    slug = "assignments"
    template_name = "prcouncil_meetings/admin/given.html"
    page_title = _("Assignments")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_see = any(self.may(action, ASSIGNMENTS) for action in SEEING)
        rows = self.meeting.assignments.select_related("agency", "resolution")
        cards = [card(row) for row in rows.order_by("due_on", "pk")] if may_see else []
        context = super().get_context_data(**kwargs)
        return context | {
            "media": context["media"] + OWED_LOOK,
            "tasks": [one for one in cards if one.row.state in UNDONE],
            "done": [one for one in cards if one.row.state not in UNDONE],
            "may_see": may_see,
            "may_assign": self.may("add", ASSIGNMENTS),
        }
