"""Seats in the admin: the list with who sits there now, and the screens that change one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.models import BaseLogEntry

from wagtail_prcouncil.councils.actions.seating import save_seat
from wagtail_prcouncil.councils.admin import exports
from wagtail_prcouncil.councils.admin.answers import Layout, OfACouncilForm
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.admin.filters import SeatFilterSet
from wagtail_prcouncil.councils.admin.keeping import AddView, EditView
from wagtail_prcouncil.councils.admin.listings import ExportedListing
from wagtail_prcouncil.councils.admin.once import rows_of
from wagtail_prcouncil.councils.admin.places import APPOINTMENT_LIST, SEAT_LIST
from wagtail_prcouncil.councils.admin.policies import APPOINTMENTS, SEATS
from wagtail_prcouncil.councils.admin.reading import holder_as_read, stay_as_read, time_as_read
from wagtail_prcouncil.councils.models import Appointment, CouncilPage, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.states import Right


class HolderColumn(Column):
    """Who sits there today; a vacant seat is marked as one."""

    cell_template_name = "prcouncil_councils/admin/holder_cell.html"

    def get_cell_context_data(self, instance: Seat, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        sitting = instance.sitting_now
        return context | {
            "holders": [holder_as_read(row) for row in sitting],
            "is_there": instance.span.covers(today()),
        }


class SeatListing(ExportedListing):
    """Council by council, each in its order."""

    policy = SEATS
    needed = ("council", "agency")
    filterset_class = SeatFilterSet
    export_table = exports.SEATS
    search_fields = ("label", "label_en", "agency__name", "agency__name_en", "council__title")
    list_display = (
        "name_as_read",
        Column("council", label=_("Council"), accessor="council.title"),
        Column("role", label=_("Role"), accessor="get_role_display"),
        HolderColumn("holder", label=_("Sits there today")),
        Column("time", label=_("Time"), accessor=lambda row: time_as_read(row.since, row.until)),
    )

    def get_base_queryset(self) -> QuerySet[Seat]:
        holders = Appointment.objects.holding().current().select_related("person")
        sitting = Prefetch("appointments", queryset=holders, to_attr="sitting_now")
        return super().get_base_queryset().in_order().prefetch_related(sitting)

    def order_queryset(self, queryset: QuerySet[Seat]) -> QuerySet[Seat]:
        return queryset.order_by("council__path", "rank", "sort_order", "pk")

    def verbs(self, row: Seat) -> Iterator[Button]:
        if APPOINTMENTS.scope(self.request.user, "add").covers(row.council):
            for name, label, icon in (
                ("appoint", _("Appoint…"), "user"),
                ("appoint_acting", _("Appoint an acting head…"), "user"),
            ):
                url = SEAT_LIST.place(name, row.pk)
                yield Button(label, url=url, icon_name=icon, priority=5)
        if APPOINTMENTS.scope(self.request.user, "change").covers(row.council):
            for holder in row.sitting_now:
                url = APPOINTMENT_LIST.place("end", holder.pk)
                name = holder.person.name_as_read()
                ends = gettext("End: %(person)s…") % {"person": name}
                yield Button(ends, url=url, icon_name="calendar-check", priority=6)
        url = SEAT_LIST.place("timeline", row.council_id)
        yield Button(_("Timeline of the council"), url=url, icon_name="history", priority=40)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Of the council that the list is narrowed to."""
        buttons = list(super().header_more_buttons)
        form = self.filters.form if self.filters else None
        council = form.cleaned_data.get("council") if form and form.is_valid() else None
        return [*buttons, *council_buttons(council, self.request.user)] if council else buttons


def council_buttons(council: CouncilPage, user: Any) -> Iterator[Button]:
    """To what is kept of one council, as far as the user may."""
    timeline = SEAT_LIST.place("timeline", council.pk)
    yield Button(_("Timeline"), url=timeline, icon_name="history", priority=10)
    if SEATS.scope(user, "change").covers(council):
        order = SEAT_LIST.place("order", council.pk)
        yield Button(_("Order of the seats"), url=order, icon_name="order", priority=11)


class SeatForm(OfACouncilForm):
    """What a seat is."""

    layout = (
        Layout("place", _("Place"), [["council"], ["agency"], ["role", "filled_by"]]),
        Layout("vote", _("Vote"), [["is_voting"]]),
        Layout("name", _("What it is called"), [["label", "label_en"]]),
        Layout("time", _("Since when and until when there is such a seat"), [["since", "until"]]),
    )

    class Meta(OfACouncilForm.Meta):
        model = Seat
        fields = (
            *("council", "agency", "role", "filled_by", "is_voting", "label", "label_en"),
            *("since", "until"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["label_en"].widget.attrs["dir"] = "ltr"


class SeatAddView(AddView):
    """A new seat, at the end of its council's order."""

    right = Right.ADD_SEATS
    form_class = SeatForm
    listing = SEAT_LIST
    page_title = _("Add a seat")
    header_icon = "prcouncil-council"
    made: Seat | None = None

    def act(self, form: SeatForm) -> str:
        self.made = save_seat(form.instance, by=self.by)
        return gettext("“%(seat)s” is a seat now.") % {"seat": form.instance}

    def lead_to(self, entries: Sequence[BaseLogEntry]) -> None:
        self.made = rows_of(entries, Seat).first()

    def get_success_url(self) -> str:
        query = f"?council={self.made.council_id}" if self.made else ""
        return super().get_success_url() + query


class SeatEditView(EditView):
    """What a seat is, and who sits there."""

    model, policy, needed = Seat, SEATS, ("council", "agency")
    right = Right.CHANGE_SEATS
    form_class = SeatForm
    listing = SEAT_LIST
    page_title = _("Seat")
    header_icon = "prcouncil-council"

    def act(self, form: SeatForm) -> str:
        form.instance.version = form.cleaned_data["version"]
        save_seat(form.instance, by=self.by)
        return gettext("“%(seat)s” is saved.") % {"seat": form.instance}

    def facts(self) -> Iterable[Fact]:
        yield Fact(_("Council"), self.row.council.title)
        yield from sitting_facts(self.row)

    def told(self, row: Seat) -> Iterator[Fact]:
        yield Fact(_("Role"), row.get_role_display())
        yield Fact(_("Agency"), row.agency.name_as_read() if row.agency else "–")
        yield Fact(_("Vote"), gettext("yes") if row.is_voting else gettext("no"))
        yield Fact(_("Filled"), row.get_filled_by_display())
        yield Fact(_("What it is called"), row.name_as_read(), row.label_en)
        yield Fact(_("Time"), time_as_read(row.since, row.until) or "–")

    def get_page_subtitle(self) -> str:
        return self.row.name_as_read()

    def get_success_url(self) -> str:
        return f"{super().get_success_url()}?council={self.row.council_id}"

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        own = super().header_more_buttons
        return [*own, *council_buttons(self.row.council, self.request.user)]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not APPOINTMENTS.scope(self.request.user, "add").covers(self.row.council):
            return []
        url = SEAT_LIST.place("appoint", self.row.pk)
        return [HeaderButton(gettext("Appoint…"), url=url, icon_name="user")]


def sitting_facts(seat: Seat) -> Iterator[Fact]:
    """Who sits there today, or that nobody does."""
    current = seat.appointments.current().with_people().order_by("since", "pk")
    rows = list(current)
    for row in rows:
        yield Fact(_("Sits there today"), holder_as_read(row), stay_as_read(row))
    if not rows:
        yield Fact(_("Sits there today"), gettext("Nobody: the seat is vacant."))
