"""Screens of one item of an agenda: written, dealt with, taken off."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import AnswersForm, Layout, VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact, Found, found_within
from wagtail_prcouncil.councils.admin.once import MakesOnce
from wagtail_prcouncil.councils.models import Election
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.actions import itemising
from wagtail_prcouncil.meetings.admin.asked import NothingAskedForm, words
from wagtail_prcouncil.meetings.admin.tabs import MeetingAskingView
from wagtail_prcouncil.meetings.models import AgendaItem, Meeting
from wagtail_prcouncil.meetings.nesting import parts_of, proposed_label
from wagtail_prcouncil.meetings.states import Outcome
from wagtail_prcouncil.ui.forms import LARGEST_KEY, TakesAnyKey

ENGLISH = ("title_en", "background_en")
MOST_MINUTES = 24 * 60
"""For one item; who needs more has typed a nought too many."""


class ItemField(TakesAnyKey):
    """An item of the same agenda."""

    def label_from_instance(self, row: AgendaItem) -> str:
        return str(row)


class ItemForm(AnswersForm):
    """What an item is. It can be part of any other that is not part of it."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    parent = ItemField(
        label=_("Part of"), queryset=AgendaItem.objects.none(), required=False, empty_label="–"
    )
    layout: ClassVar[Sequence[Layout]] = (
        Layout("what", "", [["label", "kind"], ["title"], ["parent"]]),
        Layout("who", _("Who presents it, for how long"), [["presenter", "agency"]]),
        Layout("how", "", [["minutes_allotted", "visibility"]]),
        Layout("background", "", [["background"]]),
        Layout("english", _("In English"), [["title_en"], ["background_en"]], is_folded=True),
        Layout("election", _("Election"), [["election"]], is_folded=True),
    )

    class Meta(AnswersForm.Meta):
        model = AgendaItem
        fields = (
            *("label", "kind", "title", "parent", "presenter", "agency", "minutes_allotted"),
            *("visibility", "background", "title_en", "background_en", "election"),
        )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ENGLISH:
            self.fields[name].widget.attrs["dir"] = "ltr"
        self.fields["minutes_allotted"].validators.append(MaxValueValidator(MOST_MINUTES))
        others = meeting.items.exclude(pk=self.instance.pk).in_order()
        self.fields["parent"].queryset = others
        self.fields["election"].queryset = Election.objects.filter(seat__council=meeting.council)

    def clean_agency(self) -> Agency | None:
        agency: Agency | None = self.cleaned_data["agency"]
        if agency is not None:
            agency.refuse_new_use(already=self.initial.get("agency"))
        return agency


class AddItemView(MakesOnce, MeetingAskingView):
    """A new item, behind its equals."""

    slug = "agenda"
    form_class = ItemForm
    page_title = _("Add an item")
    submit_button_label = _("Add the item")

    def parent(self) -> AgendaItem | None:
        """The one that the address asks to add to."""
        asked = self.request.GET.get("parent", "")
        known = asked.isascii() and asked.isdigit() and int(asked) <= LARGEST_KEY
        return self.meeting.items.filter(pk=asked).first() if known else None

    def get_form_kwargs(self) -> dict[str, Any]:
        blank = AgendaItem(meeting=self.meeting)
        return super().get_form_kwargs() | {"meeting": self.meeting, "instance": blank}

    def get_initial(self) -> dict[str, Any]:
        parent = self.parent()
        label = proposed_label(self.meeting, parent)
        return super().get_initial() | {"label": label, "parent": parent}

    def act(self, form: ItemForm) -> str:
        version = form.cleaned_data["version"]
        made = itemising.save_item(form.instance, version=version, by=self.by)
        return gettext("“%(item)s” is on the agenda.") % {"item": made}


class ItemScreen(MeetingAskingView):
    """Mixed into what asks about one item; its address has the item's key."""

    slug = "agenda"

    def find(self) -> None:
        rows = AgendaItem.objects.select_related("meeting__page__locale", "meeting__council")
        self.item = found_within(rows, self.scope, "meeting__council", self.kwargs["pk"])
        self.meeting = self.item.meeting
        self.name = str(self.item)

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.item.version}

    def now(self) -> Found:
        row = AgendaItem.objects.filter(pk=self.item.pk).first()
        return Found(row, item_facts(row) if row else ())

    def get_page_subtitle(self) -> str:
        return self.name


class ItemView(ItemScreen):
    """What an item is."""

    form_class = ItemForm
    page_title = _("Item of the agenda")
    submit_button_label = _("Save the item")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"meeting": self.meeting, "instance": self.item}

    def act(self, form: ItemForm) -> str:
        version = form.cleaned_data["version"]
        saved = itemising.save_item(form.instance, version=version, by=self.by)
        return gettext("“%(item)s” is saved.") % {"item": saved}


class SettleForm(VersionedForm):
    """What became of an item, and what was said."""

    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    discussion = words(
        _("Discussion"), required=False, help_text=_("The minutes are drawn up from it.")
    )


class SettleView(ItemScreen):
    """What became of an item; that it was withdrawn is one of the answers."""

    form_class = SettleForm
    page_title = _("What became of the item")

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET.get("outcome", "")
        outcome = asked if asked in Outcome.values else self.item.outcome
        stored = {"outcome": outcome, "discussion": self.item.discussion}
        return super().get_initial() | stored

    def act(self, form: SettleForm) -> str:
        row = itemising.settle_item(self.item, **form.cleaned_data, by=self.by)
        told = {"item": row, "outcome": row.get_outcome_display()}
        return gettext("“%(item)s”: %(outcome)s.") % told


class RemoveItemView(ItemScreen):
    """Off the agenda, with what is part of it."""

    form_class = NothingAskedForm
    page_title = _("Take the item off the agenda")
    header_icon = "bin"
    submit_button_label = _("Yes, take it off")
    is_serious = True

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.meeting.version}

    def now(self) -> Found:
        row = AgendaItem.objects.filter(pk=self.item.pk).select_related("meeting").first()
        return Found(row.meeting if row else None, item_facts(row) if row else ())

    def facts(self) -> Iterable[Fact]:
        yield from item_facts(self.item)
        for part in parts_of(self.item):
            yield Fact(_("Goes with it"), str(part))

    def act(self, form: NothingAskedForm) -> str:
        itemising.remove_item(self.item, version=form.cleaned_data["version"], by=self.by)
        return gettext("“%(item)s” is off the agenda.") % {"item": self.name}


def item_facts(item: AgendaItem) -> Iterable[Fact]:
    """An item as it stands."""
    yield Fact(_("Item"), str(item))
    yield Fact(_("Kind"), item.get_kind_display())
    yield Fact(_("Outcome"), item.get_outcome_display())
