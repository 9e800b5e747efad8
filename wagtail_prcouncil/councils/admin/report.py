"""Reports → Seats to fill: what is vacant, expires within 60 days, or cannot last."""

from collections.abc import Callable
from typing import Any

import django_filters
from django import forms
from django.db.models import Prefetch, QuerySet
from django.urls import URLPattern, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from wagtail_prcouncil.councils.admin.exports import who_sits_there
from wagtail_prcouncil.councils.admin.filters import CouncilFilter
from wagtail_prcouncil.councils.admin.policies import SEATS
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.admin.scoped_reports import ReportItem, ScopedReport
from wagtail_prcouncil.councils.due import Matter, due_seats
from wagtail_prcouncil.councils.models import Appointment, Seat
from wagtail_prcouncil.councils.models.seat import SeatQuerySet, today
from wagtail_prcouncil.councils.scopes import Scope, within
from wagtail_prcouncil.exchange import tables

NAME = "prcouncil_councils_due"


def due_within(scope: Scope) -> SeatQuerySet:
    """Today's matters in these councils."""
    return due_seats(within(Seat.objects.all(), scope, "council"), today())


def matters_as_read(seat: Seat) -> str:
    """Of a seat read by `due_within`."""
    return "؛ ".join(str(matter.label) for matter in Matter if getattr(seat, matter.value))


def _leaves_on(seat: Seat) -> Any:
    """The first day on which one of the holders is not there any more, less one."""
    days = [row.until for row in seat.sitting_now if row.until]
    return min(days, default=None)


DUE = tables.Table(
    _("seats-to-fill"),
    [
        tables.Column(_("council"), lambda row: row.council.title),
        tables.Column(_("seat"), lambda row: row.name_as_read()),
        tables.Column(_("agency"), lambda row: row.agency.name if row.agency else ""),
        tables.Column(_("matter"), matters_as_read),
        tables.Column(_("who sits there today"), who_sits_there),
        tables.DateColumn(_("until"), _leaves_on),
    ],
)


class DueFilterSet(WagtailFilterSet):
    """By council and matter."""

    council = CouncilFilter(SEATS)
    matter = django_filters.ChoiceFilter(
        label=_("Matter"),
        choices=Matter.choices,
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="by_matter",
    )

    class Meta:
        model = Seat
        fields: tuple[str, ...] = ()

    def by_matter(self, rows: QuerySet[Seat], name: str, matter: str) -> QuerySet[Seat]:
        return rows.filter(**{matter: True})


class DueReport(ScopedReport):
    """Of the councils whose seats the user sees. A handful of queries, however many seats."""

    model = Seat
    policy, taking, seeing, link = SEATS, SEATS, ("view",), "council"
    page_title = _("Seats to fill")
    header_icon = "group"
    filterset_class = DueFilterSet
    export_table = DUE
    index_url_name = NAME
    index_results_url_name = f"{NAME}_results"

    def get_base_queryset(self) -> QuerySet[Seat]:
        rows = due_seats(self.kept(Seat.objects.all()), today())
        holders = Appointment.objects.holding().current().select_related("person")
        sitting = Prefetch("appointments", queryset=holders, to_attr="sitting_now")
        return rows.in_order().select_related("council", "agency").prefetch_related(sitting)

    def order_queryset(self, queryset: QuerySet[Seat]) -> QuerySet[Seat]:
        return queryset.order_by("council__path", "rank", "sort_order", "pk")

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("seat", label=_("Seat"), accessor="name_as_read", get_url=self._edit_url()),
            Column("council", label=_("Council"), accessor="council.title"),
            Column("matter", label=_("Matter"), accessor=matters_as_read),
            Column("holder", label=_("Sits there today"), accessor=who_sits_there),
            Column("until", label=_("Until"), accessor=lambda row: day_as_read(_leaves_on(row))),
        ]

    def _edit_url(self) -> Callable[[Seat], str | None]:
        changed = SEATS.scope(self.request.user, "change")

        def url(seat: Seat) -> str | None:
            may = changed.covers(seat.council)
            return reverse("prcouncil_seats:edit", args=[seat.pk]) if may else None

        return url


def addresses() -> list[URLPattern]:
    return DueReport.addresses("reports/councils/seats/")


def report_item() -> ReportItem:
    return ReportItem(DueReport, name="prcouncil-seats-to-fill", order=660)
