"""An assignment is given, from a resolution as a rule, and put right while it is not done."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.once import MakesOnce
from wagtail_prcouncil.meetings.actions.assigning import assign
from wagtail_prcouncil.meetings.admin.assignment_forms import AssignmentForm
from wagtail_prcouncil.meetings.admin.assignments import AssignmentScreen
from wagtail_prcouncil.meetings.admin.tabs import MeetingAskingView
from wagtail_prcouncil.meetings.models import Assignment, Resolution
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.ui.forms import LARGEST_KEY


class AssignView(MakesOnce, MeetingAskingView):
    """Something to do, of a meeting; `?resolution=` names the resolution that asks for it."""

    slug = "assignments"
    right = Right.ADD_ASSIGNMENTS
    form_class = AssignmentForm
    page_title = _("New assignment")
    submit_button_label = _("Give the assignment")

    def resolution(self) -> Resolution | None:
        """The one that the address names, of this meeting."""
        asked = self.request.GET.get("resolution", "")
        known = asked.isascii() and asked.isdigit() and int(asked) <= LARGEST_KEY
        return self.meeting.resolutions.filter(pk=asked).first() if known else None

    def get_form_kwargs(self) -> dict[str, Any]:
        blank = Assignment(meeting=self.meeting)
        return super().get_form_kwargs() | {"meeting": self.meeting, "instance": blank}

    def get_initial(self) -> dict[str, Any]:
        row = self.resolution()
        if row is None:
            return {"version": 1}
        told = {"task": row.text, "task_en": row.text_en, "visibility": row.visibility}
        return {"version": 1, "resolution": row} | told

    def act(self, form: AssignmentForm) -> str:
        made = assign(form.instance, by=self.by)
        told = {"agency": made.agency.name_as_read()}
        return gettext("The assignment is given to %(agency)s.") % told


class ChangeAssignmentView(AssignmentScreen):
    """What was given is put right."""

    form_class = AssignmentForm
    page_title = _("Change the assignment")

    def get_form_kwargs(self) -> dict[str, Any]:
        own = {"meeting": self.assignment.meeting, "instance": self.assignment}
        return super().get_form_kwargs() | own

    def act(self, form: AssignmentForm) -> str:
        assign(form.instance, version=form.cleaned_data["version"], by=self.by)
        return gettext("The assignment is saved.")
