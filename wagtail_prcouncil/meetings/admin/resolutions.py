"""Resolutions on the desk: written while they are drafts, annulled once they have numbers."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import AnswersForm, Layout, VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact, Found, found_within
from wagtail_prcouncil.councils.admin.once import MakesOnce
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.meetings.actions import resolving
from wagtail_prcouncil.meetings.admin.asked import NothingAskedForm, words
from wagtail_prcouncil.meetings.admin.items import ItemField
from wagtail_prcouncil.meetings.admin.minutes import MINUTES_LOOK
from wagtail_prcouncil.meetings.admin.policies import RESOLUTIONS
from wagtail_prcouncil.meetings.admin.tabs import MeetingAskingView, MeetingTab
from wagtail_prcouncil.meetings.models import AgendaItem, Forwarding, Meeting, Resolution
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.seen import seen_by
from wagtail_prcouncil.meetings.states import SETTLED, ForwardingState, ResolutionState, Visibility
from wagtail_prcouncil.meetings.told import votes_sentence
from wagtail_prcouncil.pages.numerals import in_numerals

NEEDED = ("meeting__page__locale", "meeting__council", "item", "origin__council")


class ResolutionShown(NamedTuple):
    """A resolution in words; `forwarded` is to whom and what became of it."""

    resolution: Resolution
    votes: str
    item: str
    origin: str
    forwarded: list[str]
    is_draft: bool
    is_adopted: bool
    annulled: str


def badge(meeting: Meeting) -> str:
    count = meeting.resolutions.count()
    return in_numerals(count) if count else ""


class ResolutionsTab(MeetingTab):
    """In the order in which they get their numbers, with what can be done to each."""

    slug = "resolutions"
    template_name = "prcouncil_meetings/admin/resolutions.html"
    page_title = _("Resolutions")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        is_settled = self.meeting.minutes_status in SETTLED
        rows = self.meeting.resolutions.select_related("item", "origin__council")
        waiting = Forwarding.objects.filter(council=self.meeting.council)
        rows = rows.prefetch_related("forwardings__council").order_by("sort_order", "pk")
        return context | {
            "resolutions": [shown(row) for row in rows],
            "is_settled": is_settled,
            "may_add": self.may("add", RESOLUTIONS) and not is_settled,
            "may_change": self.may("change", RESOLUTIONS),
            "may_settle": self.may("settle"),
            "waiting": waiting.filter(state=ForwardingState.SENT).select_related(
                "resolution__council"
            ),
            "media": context["media"] + MINUTES_LOOK,
        }


def shown(row: Resolution) -> ResolutionShown:
    origin = ""
    if row.origin:
        told = {"resolution": row.origin.name_as_read(), "council": row.origin.council.title}
        origin = gettext("taken up: %(resolution)s, %(council)s") % told
    return ResolutionShown(
        row,
        votes_sentence(row),
        str(row.item or row.item_title or ""),
        origin,
        [f"{one.council.title}: {one.get_state_display()}" for one in row.forwardings.all()],
        row.state == ResolutionState.DRAFT,
        row.state == ResolutionState.ADOPTED,
        day_as_read(row.annulled_on),
    )


AS_ITEM = ""


class ResolutionForm(AnswersForm):
    """What was decided and how. Who reads of it is, unless said, who reads of the item."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    item = ItemField(
        label=_("Agenda item"), queryset=AgendaItem.objects.none(), required=False, empty_label="–"
    )
    visibility = forms.ChoiceField(
        label=_("Who reads of it"),
        choices=[(AS_ITEM, _("who reads of the item")), *Visibility.choices],
        required=False,
    )
    layout: ClassVar[Sequence[Layout]] = (
        Layout("what", "", [["text"], ["item", "visibility"]]),
        Layout(
            "votes",
            _("How it was carried"),
            [["by_consensus"], ["votes_for", "votes_against", "abstentions"]],
        ),
        Layout("english", _("In English"), [["text_en"]], is_folded=True),
    )

    class Meta(AnswersForm.Meta):
        model = Resolution
        fields = (
            *("text", "item", "by_consensus", "votes_for", "votes_against", "abstentions"),
            "text_en",
        )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.fields["item"].queryset = meeting.items.in_order()
        self.fields["text_en"].widget.attrs["dir"] = "ltr"

    def written(self) -> Resolution:
        row: Resolution = self.instance
        said = self.cleaned_data["visibility"]
        if not said:
            seen = seen_by(self.meeting.items.all())
            said = seen.get(row.item_id or 0, str(Visibility.PUBLIC))
        row.meeting, row.visibility = self.meeting, said
        return row


class AddResolutionView(MakesOnce, MeetingAskingView):
    """A new one, behind the others."""

    right = Right.ADD_RESOLUTIONS
    slug = "resolutions"
    form_class = ResolutionForm
    page_title = _("Write a resolution")
    submit_button_label = _("Write it")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"meeting": self.meeting}

    def get_initial(self) -> dict[str, Any]:
        return {"version": 1, "item": self.request.GET.get("item")}

    def act(self, form: ResolutionForm) -> str:
        resolving.save_resolution(form.written(), version=1, by=self.by)
        return gettext("The resolution is written. It gets its number with the minutes.")


class ResolutionScreen(MeetingAskingView):
    """Mixed into what asks about one resolution; its address has the resolution's key."""

    right = Right.CHANGE_RESOLUTIONS
    slug = "resolutions"
    form_class: type[forms.BaseForm] = NothingAskedForm

    def find(self) -> None:
        rows = Resolution.objects.select_related(*NEEDED)
        self.resolution = found_within(rows, self.scope, "meeting__council", self.kwargs["pk"])
        self.meeting = self.resolution.meeting

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.resolution.version}

    def now(self) -> Found:
        row = Resolution.objects.select_related(*NEEDED).filter(pk=self.resolution.pk).first()
        return Found(row, resolution_facts(row)) if row else Found()

    def get_page_subtitle(self) -> str:
        return self.resolution.name_as_read()


class EditResolutionView(ResolutionScreen):
    """What was written of a draft is put right."""

    form_class = ResolutionForm
    page_title = _("Resolution")
    submit_button_label = _("Save the resolution")

    def get_form_kwargs(self) -> dict[str, Any]:
        # Of its own: the form writes into it.
        row = Resolution.objects.get(pk=self.resolution.pk)
        return super().get_form_kwargs() | {"meeting": self.meeting, "instance": row}

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"visibility": self.resolution.visibility}

    def act(self, form: ResolutionForm) -> str:
        version = form.cleaned_data["version"]
        resolving.save_resolution(form.written(), version=version, by=self.by)
        return gettext("The resolution is saved.")


class RemoveResolutionView(ResolutionScreen):
    """A draft that was a slip."""

    page_title = _("Take the resolution out")
    header_icon = "bin"
    submit_button_label = _("Yes, take it out")
    is_serious = True

    def facts(self) -> Iterable[Fact]:
        return resolution_facts(self.resolution)

    def act(self, form: VersionedForm) -> str:
        resolving.remove_resolution(self.resolution, **form.cleaned_data, by=self.by)
        return gettext("The resolution is taken out.")


class AnnulForm(VersionedForm):
    """Why it no longer holds."""

    note = words(_("Why it is annulled"), help_text=_("Readers see it. The number stays its own."))


class AnnulResolutionView(ResolutionScreen):
    """It no longer holds."""

    right = Right.SETTLE
    form_class = AnnulForm
    page_title = _("Annul the resolution")
    submit_button_label = _("Annul")
    is_serious = True

    def facts(self) -> Iterable[Fact]:
        return resolution_facts(self.resolution)

    def act(self, form: AnnulForm) -> str:
        resolving.annul(self.resolution, **form.cleaned_data, by=self.by)
        return gettext("The resolution is annulled. That stays in the record.")

    def beside(self, field: str, form: Any) -> str:
        return "note" if field == "reason" else field


def resolution_facts(row: Resolution) -> Iterable[Fact]:
    """A resolution as it stands."""
    yield Fact(_("Resolution"), row.name_as_read(), str(row.get_state_display()))
    yield Fact(_("Text"), row.text)
    if row.item or row.item_title:
        yield Fact(_("Agenda item"), str(row.item or row.item_title))
    yield Fact(_("How it was carried"), votes_sentence(row))
    if row.annulled_on:
        yield Fact(_("Annulled"), day_as_read(row.annulled_on), row.annulling_note)
