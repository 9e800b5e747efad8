"""An assignment on a screen of its own: what it is, what was done, what can be done."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from wagtail_prcouncil.councils.admin.asking import AskingView, Fact, Found, found_within
from wagtail_prcouncil.councils.admin.places import Listing
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.meetings.admin.policies import ASSIGNMENTS
from wagtail_prcouncil.meetings.admin.reports import OWED_LOOK
from wagtail_prcouncil.meetings.admin.tabs import tab_url
from wagtail_prcouncil.meetings.models import Assignment, Evidence, FollowUp
from wagtail_prcouncil.meetings.paper_addresses import address_of
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import UNDONE, AssignmentState
from wagtail_prcouncil.meetings.transitions import ASSIGNMENTS as TRANSITIONS
from wagtail_prcouncil.meetings.transitions import AssignmentVerb

LISTING = Listing("prcouncil_assignments", _("Assignments"))
SEEING = ("view", "add", "change")
NEEDED = ("agency", "seat__agency", "resolution", "meeting__page__locale", "meeting__council")


class Note(NamedTuple):
    """A follow-up in words, with its files and their addresses."""

    day: str
    who: str
    state: str
    is_blocked: bool
    text: str
    files: list[tuple[Evidence, str]]


def state_as_read(row: Assignment) -> str:
    """Where it stands; a blocked one is named so."""
    told = row.get_state_display()
    return gettext("%(state)s, blocked") % {"state": told} if row.is_blocked else str(told)


def assignment_facts(row: Assignment) -> Iterable[Fact]:
    """Who has to do what until when, and where it stands."""
    yield Fact(_("Responsible agency"), row.agency.name_as_read())
    if row.seat:
        yield Fact(_("Responsible seat"), row.seat.name_as_read())
    late = gettext("overdue") if row.is_overdue else ""
    yield Fact(_("Due on"), day_as_read(row.due_on), late)
    yield Fact(_("State"), state_as_read(row))
    if row.is_blocked:
        yield Fact(_("What holds it up"), row.blocked_by)
    if row.done_on:
        yield Fact(_("Done on"), day_as_read(row.done_on))
    yield Fact(_("Meeting"), row.meeting.page.title, row.meeting.council.title)
    if row.resolution:
        yield Fact(row.resolution.name_as_read(), row.resolution.text)
    yield Fact(_("Who reads of it"), row.get_visibility_display())


def notes_of(row: Assignment) -> list[Note]:
    """The latest first."""
    rows = row.follow_ups.select_related("by").prefetch_related("evidence")
    return [_note(one) for one in rows.order_by("-on", "-pk")]


def _note(one: FollowUp) -> Note:
    who = (one.by.get_full_name() or one.by.get_username()) if one.by else ""
    files = [(file, address_of(file)) for file in one.evidence.all()]
    state = str(AssignmentState(one.state).label)
    return Note(day_as_read(one.on), who, state, one.is_blocked, one.text, files)


def is_due(row: Assignment, verb: AssignmentVerb | None) -> bool:
    """Whether the verb leads on from where it stands; a note is always welcome."""
    return verb is None or row.state in TRANSITIONS[verb].before


def label_of(verb: AssignmentVerb) -> str:
    return capfirst(str(verb.label))


class ReadAssignmentView(WagtailAdminTemplateMixin, TemplateView):
    """For the secretary. `OwedAssignmentView` is the agency's."""

    template_name = "prcouncil_meetings/admin/assignment.html"
    header_icon = "tasks"
    page_title = _("Assignment")
    place = "prcouncil_assignments"
    listing = LISTING

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.assignment = self.find()
        return super().dispatch(request, *args, **kwargs)

    def find(self) -> Assignment:
        scope = ASSIGNMENTS.scope_of_any(self.request.user, SEEING)
        if not scope:
            raise PermissionDenied
        rows = Assignment.objects.select_related(*NEEDED)
        found: Assignment = found_within(rows, scope, "meeting__council", self.kwargs["pk"])
        return found

    def ways(self) -> list[tuple[str, str]]:
        """Labels and addresses of what can be done, what comes next first."""
        scope = ASSIGNMENTS.scope(self.request.user, "change")
        return ways(self.assignment) if scope.covers(self.assignment.meeting.council) else []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": self.get_page_title(), "sublabel": str(self.assignment)}
        return [*self.breadcrumbs_items, self.listing.crumb(), here]

    @property
    def header_more_buttons(self) -> list[Button]:
        history = reverse("prcouncil_assignments:history", args=[self.assignment.pk])
        desk = tab_url(self.assignment.meeting, "assignments")
        return [
            Button(_("History"), url=history, icon_name="history", priority=50),
            Button(_("Meeting"), url=desk, icon_name="calendar-alt", priority=60),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "assignment": self.assignment,
            "facts": assignment_facts(self.assignment),
            "notes": notes_of(self.assignment),
            "ways": self.ways(),
            "media": context.get("media", Media()) + OWED_LOOK,
        }


def ways(row: Assignment) -> list[tuple[str, str]]:
    """What is due now, for the secretary."""
    undone = row.state in UNDONE
    known = [
        *((is_due(row, verb), verb.value, label_of(verb)) for verb in OFFERED),
        (True, "note", gettext("Write a note")),
        (undone and not row.is_blocked, "block", gettext("Note what holds it up")),
        (row.is_blocked, "unblock", gettext("Nothing holds it up any more")),
        (undone, "change", gettext("Change the assignment")),
        (is_due(row, AssignmentVerb.DROP), "drop", label_of(AssignmentVerb.DROP)),
    ]
    return [
        (label, reverse(f"prcouncil_assignments:{name}", args=[row.pk]))
        for is_offered, name, label in known
        if is_offered
    ]


OFFERED = (AssignmentVerb.START, AssignmentVerb.FULFIL, AssignmentVerb.REOPEN)


class AssignmentScreen(AskingView):
    """Mixed into what asks about one assignment; its address has the assignment's key."""

    right = Right.CHANGE_ASSIGNMENTS
    listing = LISTING
    header_icon = "tasks"
    back = "prcouncil_assignments:edit"

    def find(self) -> None:
        rows = Assignment.objects.select_related(*NEEDED)
        self.assignment = found_within(rows, self.scope, "meeting__council", self.kwargs["pk"])

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.assignment.version}

    def facts(self) -> Iterable[Fact]:
        return assignment_facts(self.assignment)

    def now(self) -> Found:
        row = Assignment.objects.select_related(*NEEDED).filter(pk=self.assignment.pk).first()
        return Found(row, assignment_facts(row), self.is_settled(row)) if row else Found()

    def is_settled(self, row: Assignment) -> bool:
        """Whether what is asked here can never succeed any more."""
        return row.state not in UNDONE

    def get_page_subtitle(self) -> str:
        return str(self.assignment)

    def get_success_url(self) -> str:
        return reverse(self.back, args=[self.assignment.pk])
