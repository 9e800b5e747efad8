"""Screens of the verbs that move a meeting, one each: they ask, and call the action."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.admin.desk import DeskStepView
from wagtail_prcouncil.meetings.actions import convening
from wagtail_prcouncil.meetings.admin.asked import (
    MomentField,
    NothingAskedForm,
    PublicReasonForm,
    ReasonForm,
)
from wagtail_prcouncil.meetings.admin.tabs import MeetingAskingView, meeting_facts
from wagtail_prcouncil.meetings.admin.verbs import SERIOUS, place_of, why_not
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.transitions import Verb


class StepView(MeetingAskingView, DeskStepView):
    """One verb. What its form holds goes to `step`, which is the action, by name."""

    step: ClassVar[Callable[..., Any]]
    slug = "notice"
    serious = SERIOUS
    form_class: type[forms.BaseForm] = NothingAskedForm

    @property
    def right(self) -> Right:  # type: ignore[override]
        return place_of(self.verb)[1].right

    def why_not(self) -> str:
        return why_not(self.meeting, self.verb, self.request.user)

    def act(self, form: Any) -> str:
        type(self).step(self.meeting, **form.cleaned_data, by=self.by)
        return gettext("Done: %(verb)s.") % {"verb": self.verb.label}

    def facts(self) -> Iterable[Fact]:
        return meeting_facts(self.meeting)


class AnnounceView(StepView):
    """Readers and members are told."""

    verb, step = Verb.ANNOUNCE, convening.announce


class PostponeView(StepView):
    """It will not take place then."""

    verb, step, form_class = Verb.POSTPONE, convening.postpone, PublicReasonForm


class CancelView(StepView):
    """It will not take place."""

    verb, step, form_class = Verb.CANCEL, convening.cancel, PublicReasonForm


class RescheduleForm(PublicReasonForm):
    """Another time, and why."""

    starts_at = MomentField(label=_("Begins"))
    ends_at = MomentField(label=_("Ends"))
    field_order = ("starts_at", "ends_at", "reason")


class RescheduleView(StepView):
    """It will take place at another time."""

    verb, step, form_class = Verb.RESCHEDULE, convening.reschedule, RescheduleForm

    def get_initial(self) -> dict[str, Any]:
        times = {"starts_at": self.meeting.starts_at, "ends_at": self.meeting.ends_at}
        return super().get_initial() | times


class HoldForm(VersionedForm):
    """When it took place indeed."""

    started_at = MomentField(label=_("Began"))
    ended_at = MomentField(label=_("Ended"))


class HoldView(StepView):
    """It took place; the quorum is counted of who came."""

    verb, step, form_class = Verb.HOLD, convening.hold, HoldForm
    slug = "attendance"

    def get_initial(self) -> dict[str, Any]:
        times = {"started_at": self.meeting.starts_at, "ended_at": self.meeting.ends_at}
        return super().get_initial() | times


class CloseView(StepView):
    """Nothing is left to be dealt with."""

    verb, step = Verb.CLOSE, convening.close


class ReopenView(StepView):
    """Something was forgotten."""

    verb, step, form_class = Verb.REOPEN, convening.reopen, ReasonForm
