"""The third tab of the desk: who came, seat by seat, the quorum, and guests."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.forms import Media
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import Layout, VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact, found_within
from wagtail_prcouncil.councils.admin.once import MakesOnce
from wagtail_prcouncil.councils.public.composition import Composition
from wagtail_prcouncil.fields import CanonicalCharField
from wagtail_prcouncil.meetings.actions import attending
from wagtail_prcouncil.meetings.admin.asked import NothingAskedForm
from wagtail_prcouncil.meetings.admin.reading import time_as_read
from wagtail_prcouncil.meetings.admin.rolls import (
    RollForm,
    quorum_shown,
    rows_of,
    substitute,
)
from wagtail_prcouncil.meetings.admin.tabs import AskingTab, MeetingAskingView, MeetingTab
from wagtail_prcouncil.meetings.models import Attendance, Meeting
from wagtail_prcouncil.meetings.states import SETTLED, THERE
from wagtail_prcouncil.meetings.transitions import Verb
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.ui.forms import form_field

# Told to the type checker as what it takes the place of: a path.
SCRIPT = Media(js=[cast("str", Script("prcouncil_meetings/attendance.js", type="module"))])


def badge(meeting: Meeting) -> str:
    """How many of the seats were filled: «۹ از ۱۳»."""
    presences = list(meeting.attendances.of_seats().values_list("presence", flat=True))
    if not presences:
        return ""
    there = sum(presence in THERE for presence in presences)
    words = {"there": in_numerals(there), "all": in_numerals(len(presences))}
    return gettext("%(there)s of %(all)s") % words


class AttendanceTab(AskingTab):
    """All seats on one form, saved at once."""

    slug = "attendance"
    verbs = (Verb.HOLD,)
    form_class = RollForm
    template_name = "prcouncil_meetings/admin/attendance.html"
    page_title = _("Attendance")
    submit_button_label = _("Save the attendance")

    @cached_property
    def rows(self) -> list[Attendance]:
        return rows_of(self.meeting)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"rows": self.rows}

    def act(self, form: RollForm) -> str:
        version = form.cleaned_data["version"]
        attending.record(self.meeting, form.marks(), version=version, by=self.by)
        return gettext("The attendance is saved.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        guests = self.meeting.attendances.guests().with_people().order_by("pk")
        is_open = self.meeting.minutes_status not in SETTLED
        return context | {
            "councils": list(form.councils()),
            "quorum": quorum_shown(self.meeting, self.rows, form.presences()),
            "guests": list(guests),
            "may_write": self.may("change") and is_open,
            "may_remove_guests": self.may("change") and not self.meeting.is_over,
            "media": context["media"] + SCRIPT,
        }


class QuorumView(MeetingTab):
    """How the quorum stands by what is said in the form of the attendance, before it is saved: a
    piece of HTML for the script of that form."""

    slug = "attendance"
    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rows = rows_of(self.meeting)
        presences = {row.pk: request.POST.get(f"presence-{row.pk}", "") for row in rows}
        shown = {"quorum": quorum_shown(self.meeting, rows, presences)}
        return TemplateResponse(request, "prcouncil_meetings/admin/quorum.html", shown)


class PrefillView(MeetingAskingView):
    """A line for each seat that there is on the day."""

    slug = "attendance"
    form_class = NothingAskedForm
    page_title = _("Fill in the attendance")
    submit_button_label = _("Fill in")

    def facts(self) -> Iterable[Fact]:
        day = self.meeting.day
        yield Fact(_("Time"), time_as_read(self.meeting.starts_at, self.meeting.ends_at) or "–")
        for council in attending.councils_of(self.meeting):
            sittings = Composition(council, day).sittings if day else ()
            held = sum(bool(sitting.holders) for sitting in sittings)
            words = {"seats": in_numerals(len(sittings)), "held": in_numerals(held)}
            sentence = gettext("%(seats)s seats, %(held)s of them held")
            yield Fact(council.title, sentence % words)

    def act(self, form: NothingAskedForm) -> str:
        attending.prefill(self.meeting, **form.cleaned_data, by=self.by)
        return gettext("Every seat has a line now. Say who did not come.")


class GuestForm(VersionedForm):
    """Somebody of the register, or a name."""

    person = substitute(label=_("Person"), required=False)
    name = form_field(
        CanonicalCharField(
            _("Name"), max_length=200, blank=True, help_text=_("Of a guest not in the register.")
        )
    )
    title = form_field(CanonicalCharField(_("Title that day"), max_length=200, blank=True))
    title_en = form_field(CanonicalCharField(_("Title in English"), max_length=200, blank=True))
    body = form_field(CanonicalCharField(_("Body of the guest"), max_length=200, blank=True))
    layout = (
        Layout("who", "", [["person"], ["name"]]),
        Layout("as", _("As whom"), [["title", "title_en"], ["body"]]),
    )


class AddGuestView(MakesOnce, MeetingAskingView):
    """Who came without a seat."""

    slug = "attendance"
    form_class = GuestForm
    page_title = _("Add a guest")
    submit_button_label = _("Add the guest")

    def act(self, form: GuestForm) -> str:
        said = dict(form.cleaned_data)
        version = said.pop("version")
        attending.add_guest(self.meeting, attending.Guest(**said), version=version, by=self.by)
        return gettext("The guest is on the list.")


class RemoveGuestView(MeetingAskingView):
    """It was a slip."""

    slug = "attendance"
    form_class: type[forms.BaseForm] = NothingAskedForm
    page_title = _("Take the guest off the list")
    header_icon = "bin"
    submit_button_label = _("Yes, take off")
    is_serious = True

    def find(self) -> None:
        rows = Attendance.objects.guests().select_related(
            "meeting__page__locale", "meeting__council", "person"
        )
        self.guest = found_within(rows, self.scope, "meeting__council", self.kwargs["pk"])
        self.meeting = self.guest.meeting

    def facts(self) -> Iterable[Fact]:
        yield Fact(_("Guest"), str(self.guest.person or self.guest.name))

    def act(self, form: Any) -> str:
        attending.remove_guest(self.guest, **form.cleaned_data, by=self.by)
        return gettext("The guest is off the list.")
