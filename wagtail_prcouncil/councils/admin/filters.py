"""What narrows the lists of councils in the admin."""

import datetime as dt
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_filters.fields import ModelChoiceField
from wagtail.admin.active_filters import BaseFilterAdapter, register_filter_adapter_class
from wagtail.admin.filters import WagtailFilterSet

from wagtail_prcouncil.councils.admin.answers import ByCouncil, councils_within, seats_within
from wagtail_prcouncil.councils.admin.policies import (
    APPOINTMENTS,
    ELECTIONS,
    SEATS,
    SEEING,
    TERMS,
    CouncilPolicy,
)
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.days import check_day
from wagtail_prcouncil.councils.models import Appointment, CouncilPage, Election, Seat, Term
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.states import Capacity, Phase, Role
from wagtail_prcouncil.ui.forms import TakesAnyKey
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField

HELD, VACANT, GONE = "held", "vacant", "gone"
CURRENT, FORMER, FUTURE = "current", "former", "future"


def seats(request: HttpRequest) -> QuerySet[Seat]:
    """Those of which the user sees who sits there."""
    return seats_within(APPOINTMENTS.scope_of_any(request.user, SEEING))


class CouncilChoice(TakesAnyKey, ModelChoiceField):
    """Councils by the name of their original."""

    def label_from_instance(self, row: CouncilPage) -> str:
        return row.title


class SeatChoice(TakesAnyKey, ModelChoiceField):
    """Seats below the names of their councils."""

    iterator = ByCouncil

    def label_from_instance(self, row: Seat) -> str:
        return str(row)


class CouncilFilter(django_filters.ModelChoiceFilter):
    """The councils whose rows the list shows."""

    field_class = CouncilChoice

    def __init__(self, policy: CouncilPolicy, **kwargs: Any) -> None:
        def councils(request: HttpRequest) -> QuerySet[CouncilPage]:
            return councils_within(policy.scope_of_any(request.user, SEEING))

        said = {"label": _("Council"), "queryset": councils, "empty_label": _("All")}
        super().__init__(field_name=policy.link, **(said | kwargs))


class SeatFilter(django_filters.ModelChoiceFilter):
    field_class = SeatChoice


class DayField(AdminJalaliDateField):
    """A day that the calendar of the lists has."""

    default_validators: ClassVar[list[Any]] = [check_day]


class DayFilter(django_filters.DateFilter):
    """Rows as they stood on a day."""

    field_class = DayField


class DayFilterAdapter(BaseFilterAdapter):
    """The day in force, above the list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day: dt.date = self.value
        self.value = day_as_read(day)


register_filter_adapter_class(DayFilter, DayFilterAdapter)


class SeatFilterSet(WagtailFilterSet):
    """By council, role, and whether somebody sits there."""

    council = CouncilFilter(SEATS)
    role = django_filters.MultipleChoiceFilter(
        label=_("Role"), choices=Role.choices, widget=forms.CheckboxSelectMultiple
    )
    status = django_filters.ChoiceFilter(
        label=_("Today"),
        choices=[(HELD, _("held")), (VACANT, _("vacant")), (GONE, _("no such seat today"))],
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="by_status",
    )

    class Meta:
        model = Seat
        fields: tuple[str, ...] = ()

    def by_status(self, rows: QuerySet[Seat], name: str, status: str) -> QuerySet[Seat]:
        there = Seat.objects.on(today())
        if status == GONE:
            return rows.exclude(pk__in=there.order_by().values("pk"))
        held = Exists(Appointment.objects.holding().current().filter(seat=OuterRef("pk")))
        return rows.filter(held if status == HELD else ~held, pk__in=there.order_by().values("pk"))


class AppointmentFilterSet(WagtailFilterSet):
    """By council and seat, capacity, day, and whether it is over. Persons are searched for."""

    council = CouncilFilter(APPOINTMENTS)
    seat = SeatFilter(label=_("Seat"), queryset=seats, empty_label=_("All"))
    capacity = django_filters.MultipleChoiceFilter(
        label=_("Capacity"), choices=Capacity.choices, widget=forms.CheckboxSelectMultiple
    )
    when = django_filters.ChoiceFilter(
        label=_("When"),
        choices=[(CURRENT, _("current")), (FORMER, _("former")), (FUTURE, _("still to begin"))],
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="by_time",
    )
    day = DayFilter(label=_("In office on"), method="on_day")

    class Meta:
        model = Appointment
        fields: tuple[str, ...] = ()

    def by_time(self, rows: Any, name: str, when: str) -> QuerySet[Appointment]:
        if when == FUTURE:
            return rows.filter(since__gt=today())
        return rows.current() if when == CURRENT else rows.former()

    def on_day(self, rows: Any, name: str, day: dt.date) -> QuerySet[Appointment]:
        return rows.on(day)


class TermFilterSet(WagtailFilterSet):
    council = CouncilFilter(TERMS)

    class Meta:
        model = Term
        fields: tuple[str, ...] = ()


class ElectionFilterSet(WagtailFilterSet):
    """By council and phase."""

    council = CouncilFilter(ELECTIONS)
    phase = django_filters.MultipleChoiceFilter(
        label=_("Phase"), choices=Phase.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Election
        fields: tuple[str, ...] = ()
