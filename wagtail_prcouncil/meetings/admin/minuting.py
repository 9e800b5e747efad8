"""Screens of the verbs of minutes, one each, and of the signed paper."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import minuting, scanning
from wagtail_prcouncil.meetings.admin.asked import NothingAskedForm, ReasonForm
from wagtail_prcouncil.meetings.admin.minutes import minutes_facts
from wagtail_prcouncil.meetings.admin.steps import StepView
from wagtail_prcouncil.meetings.admin.tabs import MeetingAskingView, MeetingTab, meeting_facts
from wagtail_prcouncil.meetings.transitions import Verb
from wagtail_prcouncil.meetings.views import minutes
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField
from wagtail_prcouncil.uploads.private import CheckedFileField

A_WEEK = dt.timedelta(days=7)


class MinutesStep(StepView):
    """A step on the axis of the minutes."""

    slug = "minutes"

    def facts(self) -> Iterable[Fact]:
        return [*meeting_facts(self.meeting), *minutes_facts(self.meeting)]


class DrawUpView(MinutesStep):
    """From the agenda, the attendance, the reports and the resolutions."""

    verb, step = Verb.DRAW_UP, minuting.draw_up


class DrawUpAgainView(MeetingAskingView):
    """What was added since comes in."""

    slug = "minutes"
    form_class = NothingAskedForm
    page_title = _("Draw up again")
    submit_button_label = _("Draw up again")

    def facts(self) -> Iterable[Fact]:
        yield Fact(_("Renewed"), gettext("What nobody has written in; what is new is put in."))
        yield Fact(_("Stays"), gettext("What you wrote, moved, added or took out."))

    def act(self, form: NothingAskedForm) -> str:
        minuting.draw_up(self.meeting, version=form.cleaned_data["version"], by=self.by)
        return gettext("The minutes are drawn up again; what you wrote stayed.")


class CirculateForm(VersionedForm):
    """Until when members object."""

    objections_until = AdminJalaliDateField(
        label=_("Objections until"),
        help_text=_("The last day. Members get the minutes by mail, with this day."),
    )


class CirculateView(MinutesStep):
    """Members get them."""

    verb, step, form_class = Verb.CIRCULATE, minuting.circulate, CirculateForm

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"objections_until": today() + A_WEEK}


class RecallView(MinutesStep):
    """Something has to be written otherwise."""

    verb, step, form_class = Verb.RECALL, minuting.recall, ReasonForm


class PublishView(MinutesStep):
    """Readers see what of them is public."""

    verb, step = Verb.PUBLISH, minuting.publish


class WithdrawView(MinutesStep):
    """Readers see them no longer."""

    verb, step, form_class = Verb.WITHDRAW, minuting.withdraw, ReasonForm


class ScanForm(VersionedForm):
    """The paper that was signed."""

    file = CheckedFileField(label=_("Signed minutes"), help_text=_("A scan, as a PDF as a rule."))


class ScanView(MeetingAskingView):
    """The paper, in place of the one that was there."""

    slug = "minutes"
    form_class = ScanForm
    page_title = _("Attach the signed minutes")
    submit_button_label = _("Attach")

    def act(self, form: ScanForm) -> str:
        scanning.attach_scan(self.meeting, **form.cleaned_data, by=self.by)
        return gettext("The signed minutes are attached.")


class RemoveScanView(MeetingAskingView):
    """It was the wrong one."""

    slug = "minutes"
    form_class = NothingAskedForm
    page_title = _("Take the signed minutes away")
    header_icon = "bin"
    submit_button_label = _("Yes, take them away")
    is_serious = True

    def act(self, form: NothingAskedForm) -> str:
        scanning.remove_scan(self.meeting, **form.cleaned_data, by=self.by)
        return gettext("The signed minutes are taken away.")


class PreviewView(MeetingTab):
    """The page of the minutes as readers see it once they are published."""

    slug = "minutes"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.is_preview = True
        page = self.meeting.page
        with override(page.locale.language_code):
            response: Any = minutes(request, page)
            return response.render()
