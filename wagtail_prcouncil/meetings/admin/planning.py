"""“New meeting” in the admin."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, ClassVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import BaseLogEntry

from wagtail_prcouncil.councils.admin.answers import (
    CouncilField,
    Layout,
    councils_within,
    told_beside_the_council,
)
from wagtail_prcouncil.councils.admin.asking import AskingView
from wagtail_prcouncil.councils.admin.once import MakesOnce, pages_of
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.fields import CanonicalCharField
from wagtail_prcouncil.meetings.actions.planning import plan
from wagtail_prcouncil.meetings.admin.notice import NoticeAnswers
from wagtail_prcouncil.meetings.admin.tabs import LISTING, tab_url
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.persian.dates import TEHRAN
from wagtail_prcouncil.ui.forms import form_field

MORNING = dt.time(9)
"""When a meeting begins that is planned from a day of the calendar, until somebody says it."""


class PlanForm(NoticeAnswers):
    """Whose meeting it is, what it is called, and its notice as far as it is known."""

    recording_url = None
    council = CouncilField(
        label=_("Council"), queryset=CouncilPage.objects.none(), empty_label=_("Choose one")
    )
    title = form_field(CanonicalCharField(_("Title"), max_length=255))
    layout: ClassVar[Sequence[Layout]] = (
        Layout("what", "", [["council"], ["title"]]),
        *NoticeAnswers.layout[:3],
        Layout(
            "afar",
            _("From afar: provinces, addresses"),
            [["provinces"], ["join_url"], ["livestream_url"]],
            is_folded=True,
        ),
    )

    def __init__(self, *args: Any, councils: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = councils
        self.fields["title"].widget.attrs["maxlength"] = 255


class PlanView(MakesOnce, AskingView):
    """A new meeting: a page as a draft, and what is so of it."""

    right = Right.ADD
    form_class = PlanForm
    listing = LISTING
    page_title = _("New meeting")
    header_icon = "calendar-alt"
    submit_button_label = _("Plan the meeting")
    made: Meeting | None = None

    def get_form_kwargs(self) -> dict[str, Any]:
        open_councils = CouncilPage.objects.originals().filter(closed_on=None)
        own = councils_within(self.scope).filter(closed_on=None)
        return super().get_form_kwargs() | {
            "councils": own,
            "others": open_councils.order_by("path"),
        }

    def get_initial(self) -> dict[str, Any]:
        """The council and the day from which somebody came; what is no day is let be."""
        council, day = (self.request.GET.get(name) for name in ("council", "day"))
        try:
            starts_at = dt.datetime.combine(dt.date.fromisoformat(day or ""), MORNING, TEHRAN)
        except ValueError:
            return {"council": council}
        return {"council": council, "starts_at": starts_at}

    def act(self, form: PlanForm) -> str:
        said = form.cleaned_data
        with told_beside_the_council():
            self.made = plan(said["council"], said["title"], form.notice(), by=self.by)
        return gettext("“%(title)s” is planned. Its page is a draft.") % {"title": said["title"]}

    def lead_to(self, entries: Sequence[BaseLogEntry]) -> None:
        self.made = Meeting.objects.filter(page__in=pages_of(entries)).first()

    def get_success_url(self) -> str:
        return tab_url(self.made, "notice") if self.made else LISTING.place()
