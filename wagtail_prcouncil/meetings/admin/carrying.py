"""Screens that fill an agenda from elsewhere, put it in order, publish and amend it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.admin.once import MakesOnce
from wagtail_prcouncil.councils.admin.ordering import MODULE, MOST, PlaceField
from wagtail_prcouncil.councils.scopes import within
from wagtail_prcouncil.meetings.actions import carrying, itemising
from wagtail_prcouncil.meetings.admin.asked import NothingAskedForm, words
from wagtail_prcouncil.meetings.admin.reading import time_as_read
from wagtail_prcouncil.meetings.admin.steps import StepView
from wagtail_prcouncil.meetings.admin.tabs import MeetingAskingView
from wagtail_prcouncil.meetings.models import AgendaItem, Assignment, Meeting
from wagtail_prcouncil.meetings.nesting import as_read, by_parent
from wagtail_prcouncil.meetings.transitions import Verb
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.ui.forms import TakesAnyKey


class SourceField(TakesAnyKey):
    """A meeting of the council, by name and day."""

    def label_from_instance(self, row: Meeting) -> str:
        return f"{row} – {time_as_read(row.starts_at, None)}" if row.starts_at else str(row)


class SourceForm(VersionedForm):
    """From which meeting."""

    source = SourceField(
        label=_("From the meeting"), queryset=Meeting.objects.none(), empty_label=_("Choose one")
    )

    def __init__(self, *args: Any, sources: QuerySet[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = sources


class TakeView(MakesOnce, MeetingAskingView):
    """Items of another meeting of the council come here, too."""

    slug = "agenda"
    form_class = SourceForm
    take: ClassVar[Callable[..., Meeting]]

    def sources(self) -> QuerySet[Meeting]:
        """Those of the council that have an agenda, the latest first."""
        rows = within(Meeting.objects.all(), self.scope, "council").exclude(pk=self.meeting.pk)
        own = rows.filter(council=self.meeting.council, items__isnull=False).distinct()
        return own.select_related("page").order_by("-starts_at", "-pk")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"sources": self.sources()}

    def get_initial(self) -> dict[str, Any]:
        before = self.sources()
        if self.meeting.starts_at:
            before = before.filter(starts_at__lt=self.meeting.starts_at)
        return super().get_initial() | {"source": before.first()}

    def act(self, form: SourceForm) -> str:
        before = self.meeting.items.count()
        type(self).take(self.meeting, **form.cleaned_data, by=self.by)
        return taken(self.meeting.items.count() - before)


class CopyAgendaView(TakeView):
    """What comes up each time."""

    take = carrying.copy_agenda
    page_title = _("Copy the agenda of a meeting")
    submit_button_label = _("Copy")


class CarryOverView(TakeView):
    """What was left undone."""

    take = carrying.carry_over
    page_title = _("Carry over unfinished items")
    submit_button_label = _("Carry over")


class FillMattersView(MakesOnce, MeetingAskingView):
    """What agencies still have to do."""

    slug = "agenda"
    form_class = NothingAskedForm
    page_title = _("Fill in matters arising")
    submit_button_label = _("Fill in")

    def facts(self) -> Iterable[Fact]:
        open_ones = Assignment.objects.undone().of_council(self.meeting.council)
        count = open_ones.exclude(meeting=self.meeting).count()
        yield Fact(_("Assignments of earlier meetings not done"), in_numerals(count))

    def act(self, form: NothingAskedForm) -> str:
        before = self.meeting.items.count()
        carrying.fill_matters_arising(self.meeting, **form.cleaned_data, by=self.by)
        return taken(self.meeting.items.count() - before)


def taken(count: int) -> str:
    """How many items are new, in words."""
    if not count:
        return gettext("There was nothing to take: the agenda is as it was.")
    return gettext("New on the agenda: %(count)s.") % {"count": in_numerals(count)}


class OrderForm(VersionedForm):
    """A place for each item among its equals, `place_<key>`."""

    def __init__(self, *args: Any, items: Sequence[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        self.groups = list(by_parent(items).values())
        for group in self.groups:
            for place, item in enumerate(group, 1):
                label = gettext("Place of “%(item)s”") % {"item": item}
                self.fields[f"place_{item.pk}"] = PlaceField(
                    label=label, initial=place, min_value=0, max_value=MOST, required=False
                )

    def keys(self) -> list[int]:
        """In the order asked for, parts behind what they are part of; equal places, and those that
        nobody gave, as they stood."""
        rows = sorted(self.items, key=self._place)
        return [placed.item.pk for placed in as_read(rows)]

    def _place(self, item: AgendaItem) -> int:
        place = self.cleaned_data.get(f"place_{item.pk}")
        return MOST if place is None else place


class OrderItemsView(MeetingAskingView):
    """Dragged, moved by buttons or, without scripts, by numbers; each among its equals."""

    slug = "agenda"
    form_class = OrderForm
    template_name = "prcouncil_meetings/admin/order.html"
    page_title = _("Order of the agenda")
    header_icon = "order"
    submit_button_label = _("Save the order")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {
            "items": list(self.meeting.items.in_order().select_related("parent"))
        }

    def act(self, form: OrderForm) -> str:
        version = form.cleaned_data["version"]
        itemising.order_items(self.meeting, form.keys(), version=version, by=self.by)
        return gettext("The agenda is in this order now.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        groups = [
            (group[0].parent, [(item, form[f"place_{item.pk}"]) for item in group])
            for group in form.groups
        ]
        moved = gettext("“%(seat)s” is at place %(place)s of %(all)s now.")  # the script fills it
        return context | {"groups": groups, "moved": moved, "media": context["media"] + MODULE}


class FinaliseView(StepView):
    """Members and readers see it."""

    verb, step, slug = Verb.FINALISE_AGENDA, itemising.finalise, "agenda"


class AmendForm(VersionedForm):
    """What changed."""

    note = words(_("What changed"), help_text=_("Readers see it with the new edition."))


class AmendView(StepView):
    """The next edition."""

    verb, step, slug, form_class = Verb.AMEND_AGENDA, itemising.amend, "agenda", AmendForm

    def beside(self, field: str, form: Any) -> str:
        return "note" if field == "reason" else field
