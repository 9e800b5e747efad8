"""The first tab of the desk: when and how the council meets, what can be done, and what was."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import Field, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import (
    Answers,
    CouncilsField,
    Layout,
    VersionedForm,
)
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.actions import convening
from wagtail_prcouncil.meetings.actions.convening import FACTS, Notice
from wagtail_prcouncil.meetings.admin.asked import MomentField
from wagtail_prcouncil.meetings.admin.reading import changes_as_read, notice_facts
from wagtail_prcouncil.meetings.admin.tabs import AskingTab
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.states import DUE, Kind, Mode, Status
from wagtail_prcouncil.meetings.transitions import STATUS
from wagtail_prcouncil.ui.forms import form_field

TIMES = ("starts_at", "ends_at")


def of_the_meeting(name: str) -> forms.Field | None:
    field = Meeting._meta.get_field(name)
    return form_field(field) if isinstance(field, Field) else None


class NoticeAnswers(Answers, forms.Form):
    """When and how a council meets. `others` are those with which it can meet."""

    starts_at = MomentField(label=_("Begins"), required=False)
    ends_at = MomentField(label=_("Ends"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    mode = forms.ChoiceField(label=_("Held"), choices=Mode.choices)
    organisers = CouncilsField(
        label=_("Organised with"),
        queryset=CouncilPage.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Of a joint meeting; the council that leads it is not named here."),
    )
    provinces = of_the_meeting("provinces")
    join_url = of_the_meeting("join_url")
    livestream_url = of_the_meeting("livestream_url")
    recording_url = of_the_meeting("recording_url")

    layout: ClassVar[Sequence[Layout]] = (
        Layout("time", _("Time"), [TIMES]),
        Layout("how", _("Kind of meeting"), [["kind", "mode"]]),
        Layout("joint", _("Other councils that organise it"), [["organisers"]], is_folded=True),
        Layout(
            "afar",
            _("From afar: provinces, addresses"),
            [["provinces"], ["join_url"], ["livestream_url", "recording_url"]],
            is_folded=True,
        ),
    )

    def __init__(self, *args: Any, others: QuerySet[CouncilPage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisers"].queryset = others
        self.fields["provinces"].widget = forms.CheckboxSelectMultiple(
            choices=self.fields["provinces"].choices
        )

    def notice(self) -> Notice:
        said = {name: self.cleaned_data[name] for name in Notice._fields if name in self.fields}
        return Notice(**said)


class NoticeForm(NoticeAnswers, VersionedForm):
    """Of a meeting that there is."""


class KnownTimeForm(NoticeForm):
    """Of a meeting that was announced: its times are changed by a verb, which asks why."""

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.times = (meeting.starts_at, meeting.ends_at)
        if meeting.status in DUE:
            self.fields["organisers"].help_text = _(
                "Of a joint meeting. A council that is added now is invited when you save."
            )
        for name in TIMES:
            del self.fields[name]

    def notice(self) -> Notice:
        starts_at, ends_at = self.times
        return super().notice()._replace(starts_at=starts_at, ends_at=ends_at)


def other_councils(council: CouncilPage) -> QuerySet[CouncilPage]:
    """Those that can organise a meeting with this one."""
    rows = CouncilPage.objects.originals().filter(closed_on=None)
    return rows.exclude(translation_key=council.translation_key).order_by("path")


class NoticeTab(AskingTab):
    """Notice, verbs, history of what was done."""

    slug = "notice"
    verbs = tuple(STATUS)
    template_name = "prcouncil_meetings/admin/notice.html"
    page_title = _("Notice")
    submit_button_label = _("Save the notice")

    def get_form_class(self) -> type[NoticeForm]:
        return NoticeForm if self.meeting.status == Status.PLANNED else KnownTimeForm

    def get_form_kwargs(self) -> dict[str, Any]:
        own: dict[str, Any] = {"others": other_councils(self.meeting.council)}
        if self.meeting.status != Status.PLANNED:
            own["meeting"] = self.meeting
        return super().get_form_kwargs() | own

    def get_initial(self) -> dict[str, Any]:
        stored = {name: getattr(self.meeting, name) for name in FACTS}
        councils = self.meeting.organisers.values_list("council_id", flat=True)
        provinces = self.meeting.provinces.values_list("pk", flat=True)
        many = {"organisers": list(councils), "provinces": list(provinces)}
        return super().get_initial() | stored | many

    def act(self, form: NoticeForm) -> str:
        version = form.cleaned_data["version"]
        convening.set_notice(self.meeting, form.notice(), version=version, by=self.by)
        return gettext("The notice is saved.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = [] if self.may("change") else list(notice_facts(self.meeting))
        changes = changes_as_read(self.meeting)
        return super().get_context_data(**kwargs) | {"told": told, "changes": changes}
