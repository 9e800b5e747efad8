"""Resolutions that one council sends to another: sent, taken up, declined."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import Answers, CouncilField
from wagtail_prcouncil.councils.admin.asking import AskingView, Fact, Found, found_within
from wagtail_prcouncil.councils.admin.places import Listing
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.actions import resolving
from wagtail_prcouncil.meetings.admin.asked import words
from wagtail_prcouncil.meetings.admin.carrying import SourceField
from wagtail_prcouncil.meetings.admin.notice import other_councils
from wagtail_prcouncil.meetings.admin.resolutions import ResolutionScreen, resolution_facts
from wagtail_prcouncil.meetings.admin.tabs import tab_url
from wagtail_prcouncil.meetings.models import Forwarding, Meeting
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import SETTLED, ForwardingState, Status

INBOX = Listing("prcouncil_forwardings", _("Forwarded resolutions"))


class ForwardForm(Answers, forms.Form):
    """To which council, and what to say."""

    council = CouncilField(
        label=_("To the council"), queryset=CouncilPage.objects.none(), empty_label=_("Choose one")
    )
    note = words(_("Note"), required=False)

    def __init__(self, *args: Any, others: QuerySet[CouncilPage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = others


class ForwardView(ResolutionScreen):
    """To one that takes it up, or declines."""

    form_class = ForwardForm
    page_title = _("Forward the resolution")
    submit_button_label = _("Forward")

    def get_initial(self) -> dict[str, Any]:
        return {}

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"others": other_councils(self.meeting.council)}

    def facts(self) -> Iterable[Fact]:
        yield from resolution_facts(self.resolution)
        for row in self.resolution.forwardings.select_related("council"):
            yield Fact(_("Forwarded to"), row.council.title, str(row.get_state_display()))

    def act(self, form: ForwardForm) -> str:
        said = form.cleaned_data
        resolving.forward(self.resolution, said["council"], note=said["note"], by=self.by)
        told = {"council": said["council"].title}
        return gettext("The resolution is forwarded to %(council)s.") % told


class ReceivedView(AskingView):
    """Of one that was sent to a council of the user's."""

    listing = INBOX
    header_icon = "mail"
    form_class: type[forms.BaseForm]

    def find(self) -> None:
        rows = Forwarding.objects.select_related(
            "council", "resolution__council", "resolution__item", "resolution__meeting__page"
        )
        self.forwarding = found_within(rows, self.scope, "council", self.kwargs["pk"])

    def facts(self) -> Iterable[Fact]:
        return forwarding_facts(self.forwarding)

    def now(self) -> Found:
        rows = Forwarding.objects.select_related("council", "resolution__council")
        row = rows.filter(pk=self.forwarding.pk).first()
        if row is None:
            return Found()
        return Found(row, forwarding_facts(row), row.state != ForwardingState.SENT)

    def get_page_subtitle(self) -> str:
        return self.forwarding.resolution.name_as_read()


class TakeUpForm(Answers, forms.Form):
    """In which meeting."""

    meeting = SourceField(
        label=_("In the meeting"), queryset=Meeting.objects.none(), empty_label=_("Choose one")
    )

    def __init__(self, *args: Any, meetings: QuerySet[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings


class TakeUpView(ReceivedView):
    """It becomes a draft of the receiving council's own."""

    right = Right.ADD_RESOLUTIONS
    form_class = TakeUpForm
    page_title = _("Take the resolution up")
    submit_button_label = _("Take it up")

    def get_form_kwargs(self) -> dict[str, Any]:
        rows = Meeting.objects.filter(council=self.forwarding.council)
        rows = rows.exclude(minutes_status__in=SETTLED).exclude(status=Status.CANCELLED)
        meetings = rows.select_related("page").order_by("-starts_at", "-pk")
        return super().get_form_kwargs() | {"meetings": meetings}

    def get_initial(self) -> dict[str, Any]:
        return {"meeting": self.request.GET.get("meeting")}

    def act(self, form: TakeUpForm) -> str:
        self.meeting = form.cleaned_data["meeting"]
        # Nothing that was read of the meeting is written back: it is as it stands now.
        resolving.take_up(self.forwarding, self.meeting, version=self.meeting.version, by=self.by)
        told = {"meeting": self.meeting.page.title}
        return gettext("It is a draft resolution of “%(meeting)s” now.") % told

    def get_success_url(self) -> str:
        meeting = getattr(self, "meeting", None)
        return tab_url(meeting, "resolutions") if meeting else INBOX.place()


class DeclineForm(Answers, forms.Form):
    """Why not."""

    answer = words(_("Why it is declined"), help_text=_("The council that sent it is told."))


class DeclineView(ReceivedView):
    """It is not taken up."""

    right = Right.CHANGE_RESOLUTIONS
    form_class = DeclineForm
    page_title = _("Decline the resolution")
    submit_button_label = _("Decline")

    def act(self, form: DeclineForm) -> str:
        resolving.decline(self.forwarding, answer=form.cleaned_data["answer"], by=self.by)
        return gettext("It is declined.")

    def beside(self, field: str, form: Any) -> str:
        return "answer" if field == "reason" else field


def forwarding_facts(row: Forwarding) -> Iterable[Fact]:
    """What was sent to whom, and what became of it."""
    told = row.resolution
    yield Fact(_("Resolution"), told.name_as_read(), told.council.title)
    yield Fact(_("Text"), told.text)
    yield Fact(_("Sent to"), row.council.title, day_as_read(row.sent_on))
    if row.note:
        yield Fact(_("Note"), row.note)
    yield Fact(_("State"), str(row.get_state_display()), row.answer)
