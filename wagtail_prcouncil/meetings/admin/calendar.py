"""Meetings of the user's councils on a sheet for each month: Jalali for Persian editors."""

import datetime as dt
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from wagtail_prcouncil.councils.admin.answers import CouncilField, councils_within
from wagtail_prcouncil.councils.days import FIRST_DAY, LAST_DAY
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.scopes import Scope, within
from wagtail_prcouncil.meetings.admin.policies import MEETINGS, SEEING
from wagtail_prcouncil.meetings.admin.tabs import DESK, LISTING, tab_url
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.public.sheets import ONE_DAY, midnight
from wagtail_prcouncil.meetings.states import DUE, OVER, Status
from wagtail_prcouncil.ui.languages import page_language
from wagtail_prcouncil.ui.months import Month, Occasion, ends_of_month


class Way(NamedTuple):
    """To another month."""

    title: str
    url: str


class NarrowingForm(forms.Form):
    """Meetings of one council. `day` is the one whose month is shown."""

    council = CouncilField(
        label=_("Council"),
        queryset=CouncilPage.objects.none(),
        empty_label=_("All"),
        required=False,
    )

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = councils_within(scope)


class CalendarView(WagtailAdminTemplateMixin, TemplateView):
    """The month in which `day` (ISO) lies; this month where the address names none. Three queries
    beside those of every screen."""

    template_name = "prcouncil_meetings/admin/calendar.html"
    page_title = _("Calendar of meetings")
    header_icon = "calendar-alt"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.scope = MEETINGS.scope_of_any(request.user, SEEING)
        if not self.scope:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def ends(self) -> tuple[dt.date, dt.date]:
        """The first and the last day of the month that is shown."""
        return ends_of_month(_day(self.request.GET.get("day", "")), page_language(None))

    @cached_property
    def form(self) -> NarrowingForm:
        return NarrowingForm(self.request.GET, scope=self.scope)

    @property
    def council(self) -> CouncilPage | None:
        return self.form.cleaned_data["council"] if self.form.is_valid() else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        first, last = self.ends
        return super().get_context_data(**kwargs) | {
            "month": Month.of(first, self._occasions(), page_language(None), today()),
            "previous": self._way(first - ONE_DAY),
            "this": self._way(today()),
            "next": self._way(last + ONE_DAY),
            "form": self.form,
            "day": first.isoformat(),
            "new_url": self._new_url(),
            "media": Media() + DESK,
        }

    def _occasions(self) -> list[Occasion]:
        first, last = self.ends
        rows = within(Meeting.objects.all(), self.scope, "council")
        if self.council:
            rows = rows.filter(council=self.council)
        span = rows.between(midnight(first), midnight(last + ONE_DAY))
        return [occasion(row) for row in span.select_related("page", "council")]

    def _way(self, day: dt.date) -> Way | None:
        """None where no list could show the month."""
        if not FIRST_DAY <= day < LAST_DAY:
            return None
        language = page_language(None)
        asked = {"day": ends_of_month(day, language)[0].isoformat()}
        if self.council:
            asked["council"] = str(self.council.pk)
        return Way(Month.of(day, (), language).title, f"{self.request.path}?{urlencode(asked)}")

    def _new_url(self) -> str:
        """Where a meeting is planned, up to its day; empty for those who plan none."""
        if not MEETINGS.user_has_permission(self.request.user, "add"):
            return ""
        asked = {"council": str(self.council.pk)} if self.council else {}
        return f"{reverse('prcouncil_meetings:add')}?{urlencode(asked | {'day': ''})}"

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        url = LISTING.place()
        buttons = [HeaderButton(str(LISTING.label), url=url, icon_name="list-ul")]
        if MEETINGS.user_has_permission(self.request.user, "add"):
            url = reverse("prcouncil_meetings:add")
            buttons.append(HeaderButton(gettext("New meeting"), url=url, icon_name="plus"))
        return buttons

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": "", "label": gettext("Calendar")}
        return [*self.breadcrumbs_items, LISTING.crumb(), here]


def occasion(meeting: Meeting) -> Occasion:
    """A meeting that has a time, with the way to its desk."""
    return Occasion(
        meeting.page.title,
        # Those of a span have a time.
        meeting.started_at or meeting.starts_at or meeting.changed_at,
        url=tab_url(meeting, "notice"),
        place=meeting.council.title,
        status=meeting.get_status_display(),
        tone=_tone(meeting.status),
        is_off=meeting.status in {Status.CANCELLED, Status.POSTPONED},
    )


def _tone(status: str) -> str:
    if status in OVER:
        return "done"
    if status in DUE:
        return "due"
    return "off" if status in {Status.CANCELLED, Status.POSTPONED} else "planned"


def _day(asked: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(asked)
    except ValueError:
        return today()
    return day if FIRST_DAY <= day < LAST_DAY else today()
