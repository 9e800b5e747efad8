"""Screens that follow an assignment up: a note, a step, what holds it up."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from wagtail_prcouncil.councils.admin.once import MakesOnce
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions.assigning import follow_up
from wagtail_prcouncil.meetings.admin.assignment_forms import BlockForm, FollowUpForm, ReasonedForm
from wagtail_prcouncil.meetings.admin.assignments import (
    AssignmentScreen,
    is_due,
    label_of,
    state_as_read,
)
from wagtail_prcouncil.meetings.models import Assignment
from wagtail_prcouncil.meetings.transitions import AssignmentVerb


class NoteView(MakesOnce, AssignmentScreen):
    """How far it is; with a verb, a step."""

    form_class: ClassVar[type[FollowUpForm]] = FollowUpForm
    verb: ClassVar[AssignmentVerb | None] = None
    label: Any = _("Write a note")

    @property
    def submit_button_label(self) -> str:  # type: ignore[override]
        return self.get_page_title()

    def get_page_title(self) -> str:
        return label_of(self.verb) if self.verb else str(self.label)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whoever comes when it is not due is told so where it is."""
        if not is_due(self.assignment, self.verb):
            told = {"state": state_as_read(self.assignment)}
            messages.warning(request, gettext("This is not due: %(state)s.") % told)
            return redirect(self.get_success_url())
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def is_settled(self, row: Assignment) -> bool:
        return not is_due(row, self.verb)

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"on": today()}

    def beside(self, field: str, form: Any) -> str:
        return "text" if field == "reason" else field

    def said(self, form: Any) -> dict[str, Any]:
        """What goes to the action."""
        return dict(form.cleaned_data)

    def act(self, form: Any) -> str:
        follow_up(self.assignment, verb=self.verb, **self.said(form), by=self.by)
        return gettext("It is noted.")


class StartView(NoteView):
    """The agency has begun."""

    verb = AssignmentVerb.START


class FulfilView(NoteView):
    """The agency has done it."""

    verb = AssignmentVerb.FULFIL


class DropView(NoteView):
    """Nobody has to do it any more."""

    verb, form_class, is_serious = AssignmentVerb.DROP, ReasonedForm, True


class ReopenView(NoteView):
    """It was not done after all, or is to be done again."""

    verb, form_class = AssignmentVerb.REOPEN, ReasonedForm


class BlockView(NoteView):
    """Something holds it up."""

    form_class = BlockForm
    label = _("Note what holds it up")


class UnblockView(NoteView):
    """Nothing does any more."""

    label = _("Nothing holds it up any more")

    def said(self, form: Any) -> dict[str, Any]:
        return super().said(form) | {"blocked_by": ""}
