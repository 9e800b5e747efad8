"""Appointments in the admin: the list, and the screens by which somebody takes a seat, leaves it,
or what was written of that is put right."""

from collections.abc import Iterable, Iterator
from copy import copy
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button

from wagtail_prcouncil.councils.actions.appointing import appoint, correct
from wagtail_prcouncil.councils.admin import exports
from wagtail_prcouncil.councils.admin.asking import AskingView, Fact, Found, found_within
from wagtail_prcouncil.councils.admin.filters import AppointmentFilterSet
from wagtail_prcouncil.councils.admin.letters import (
    CorrectionForm,
    EndForm,
    LetterForm,
    NewAppointmentForm,
)
from wagtail_prcouncil.councils.admin.listings import ExportedListing, row_buttons
from wagtail_prcouncil.councils.admin.once import MakesOnce
from wagtail_prcouncil.councils.admin.places import APPOINTMENT_LIST, SEAT_LIST
from wagtail_prcouncil.councils.admin.policies import APPOINTMENTS
from wagtail_prcouncil.councils.admin.reading import day_as_read, holder_as_read, stay_as_read
from wagtail_prcouncil.councils.admin.seats import sitting_facts
from wagtail_prcouncil.councils.models import Appointment, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.states import Basis, Capacity, FilledBy, Right
from wagtail_prcouncil.persian.text import fold

NEEDED = ("person", "agency", "seat__agency", "seat__council")


class AppointmentListing(ExportedListing):
    """The latest first; persons are found in any spelling."""

    policy = APPOINTMENTS
    needed = NEEDED
    filterset_class = AppointmentFilterSet
    export_table = exports.APPOINTMENTS
    search_fields = ("person__folded_name",)
    default_ordering = ("-since", "-pk")

    @cached_property
    def columns(self) -> list[Column]:
        title: type[TitleColumn] = self._get_title_column_class(TitleColumn)
        return [
            title("person", label=_("Person"), accessor=holder_as_read, get_url=self.get_edit_url),
            Column("seat", label=_("Seat"), accessor="seat.name_as_read"),
            Column("council", label=_("Council"), accessor="seat.council.title"),
            Column("time", label=_("Time in office"), accessor=stay_as_read, sort_key="since"),
        ]

    def search_queryset(self, queryset: QuerySet[Appointment]) -> QuerySet[Appointment]:
        if not self.is_searching:
            return queryset
        return queryset.filter(person__folded_name__contains=fold(self.search_query))

    def verbs(self, row: Appointment) -> Iterator[Button]:
        if self.may("change", row) and (row.until is None or row.until > today()):
            url = APPOINTMENT_LIST.place("end", row.pk)
            yield Button(_("End…"), url=url, icon_name="calendar-check", priority=15)
        url = APPOINTMENT_LIST.place("history", row.pk)
        yield Button(_("History"), url=url, icon_name="history", priority=40)


class AppointView(MakesOnce):
    """Somebody takes a seat: one that the address names, or that is chosen here."""

    right = Right.APPOINT
    form_class: type[LetterForm] = NewAppointmentForm
    listing = APPOINTMENT_LIST
    page_title = _("Appoint")
    header_icon = "user"
    submit_button_label = _("Appoint")
    capacity = Capacity.FULL

    def find(self) -> None:
        rows = Seat.objects.select_related("council", "agency")
        pk = self.kwargs.get("pk")
        self.seat: Seat | None = pk and found_within(rows, self.scope, "council", pk)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"scope": self.scope, "seat": self.seat}

    def get_initial(self) -> dict[str, Any]:
        filled = self.seat.filled_by if self.seat else ""
        basis = Basis.EX_OFFICIO if filled == FilledBy.EX_OFFICIO else Basis.LETTER
        return {"capacity": self.capacity, "basis": basis}

    def act(self, form: NewAppointmentForm) -> str:
        seat = self.seat or form.cleaned_data["seat"]
        made = appoint(seat, form.letter(), by=self.by)
        words = {"person": made.person.name_as_read(), "seat": seat.name_as_read()}
        words["since"] = day_as_read(made.since, made.since_precision)
        return gettext("%(person)s sits in “%(seat)s” since %(since)s.") % words

    def facts(self) -> Iterable[Fact]:
        if self.seat is None:
            return
        yield Fact(_("Council"), self.seat.council.title)
        yield from sitting_facts(self.seat)
        if self.seat.appointments.holding().current().exists():
            after = gettext("The stay of whoever holds the seat ends the day before.")
            yield Fact(_("With the new appointment"), after)

    def get_success_url(self) -> str:
        if self.seat is None:
            return super().get_success_url()
        return f"{SEAT_LIST.place()}?council={self.seat.council_id}"

    def get_page_subtitle(self) -> str:
        return self.seat.name_as_read() if self.seat else ""


class AppointActingView(AppointView):
    """The same with an acting head chosen."""

    page_title = _("Appoint an acting head")
    capacity = Capacity.ACTING


class _OfAnAppointment(AskingView):
    """A change to one that there is."""

    right = Right.CHANGE_APPOINTMENTS
    listing = APPOINTMENT_LIST
    header_icon = "user"

    def find(self) -> None:
        rows = Appointment.objects.select_related(*NEEDED)
        self.row: Appointment = found_within(rows, self.scope, "seat__council", self.kwargs["pk"])

    def now(self) -> Found:
        row = Appointment.objects.select_related(*NEEDED).filter(pk=self.row.pk).first()
        return Found(row, appointment_facts(row) if row else (), is_settled=row is None)

    def get_page_subtitle(self) -> str:
        return f"{self.row.person.name_as_read()} – {self.row.seat.name_as_read()}"

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return row_buttons(self.listing, APPOINTMENTS, self.row, self.request.user)


class CorrectView(_OfAnAppointment):
    """What was written was wrong."""

    form_class = CorrectionForm
    page_title = _("Appointment")

    def get_form_kwargs(self) -> dict[str, Any]:
        row = copy(self.row)  # the form writes into it
        return super().get_form_kwargs() | {"instance": row}

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.row.version}

    def act(self, form: CorrectionForm) -> str:
        correct(self.row, form.letter(), version=form.cleaned_data["version"], by=self.by)
        return gettext("The appointment is saved.")

    def facts(self) -> Iterable[Fact]:
        yield Fact(_("Council"), self.row.seat.council.title)
        yield Fact(_("Seat"), self.row.seat.name_as_read())


class EndView(_OfAnAppointment):
    """Somebody leaves."""

    form_class = EndForm
    page_title = _("End an appointment")
    submit_button_label = _("End it")

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.row.version}

    def act(self, form: EndForm) -> str:
        letter = form.letter(self.row)
        ended = correct(self.row, letter, version=form.cleaned_data["version"], by=self.by)
        words = {"person": ended.person.name_as_read()}
        words["until"] = day_as_read(ended.until, ended.until_precision)
        if ended.until is not None and ended.until < today():
            return gettext("%(person)s sat there until %(until)s.") % words
        return gettext("%(person)s sits there until %(until)s.") % words

    def beside(self, field: str, form: EndForm) -> str:
        """The last day alone is asked for."""
        return "until"

    def facts(self) -> Iterable[Fact]:
        return appointment_facts(self.row)


def appointment_facts(row: Appointment) -> Iterator[Fact]:
    """What is written of one."""
    yield Fact(_("Council"), row.seat.council.title)
    yield Fact(_("Seat"), row.seat.name_as_read())
    yield Fact(_("Person"), holder_as_read(row))
    yield Fact(_("Time in office"), stay_as_read(row))
    yield Fact(_("Basis"), row.get_basis_display())
