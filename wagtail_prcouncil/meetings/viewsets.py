"""Meetings in the admin's menu."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup

from wagtail_prcouncil.councils.viewsets import DeskViewSet, RowViewSet
from wagtail_prcouncil.meetings.admin import decided, desk, forwarding
from wagtail_prcouncil.meetings.admin.calendar import CalendarView
from wagtail_prcouncil.meetings.admin.listing import MeetingHistory, MeetingListing
from wagtail_prcouncil.meetings.admin.planning import PlanView
from wagtail_prcouncil.meetings.admin.policies import FORWARDINGS, MEETINGS, RESOLUTIONS, SEEING
from wagtail_prcouncil.meetings.mailing_viewsets import RecipientViewSet
from wagtail_prcouncil.meetings.models import Forwarding, Meeting, Resolution
from wagtail_prcouncil.meetings.owing_viewsets import (
    AssignmentViewSet,
    OwedViewSet,
    ReporterViewSet,
)

ICON = "calendar-alt"


class ShownToKeepers(MenuItem):
    """For those who see any meeting."""

    def is_shown(self, request: HttpRequest) -> bool:
        return MEETINGS.user_has_any_permission(request.user, SEEING)


class MeetingViewSet(DeskViewSet):
    """The list of meetings and, below the key of each, its desk."""

    model, policy, name, icon = Meeting, MEETINGS, "prcouncil_meetings", ICON
    url_prefix = "meetings"
    menu_label, menu_name = _("Meetings"), "prcouncil-meetings-list"
    index_view_class = MeetingListing
    history_view_class = MeetingHistory
    screens: ClassVar[dict[str, Any]] = {"add": PlanView}

    menu_item_class = ShownToKeepers
    tabs, steps, of_it, beside = desk.TABS, desk.STEPS, desk.OF_A_MEETING, desk.OF_A_ROW


class CalendarViewSet(ViewSet):
    """The same by months."""

    name, icon = "prcouncil_meetings_calendar", "date"
    url_prefix = "meetings/calendar"
    menu_label, menu_name = _("Calendar"), "prcouncil-meetings-calendar"
    menu_item_class = ShownToKeepers

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", CalendarView.as_view(), name="index")]


class ResolutionViewSet(RowViewSet):
    """All resolutions; each is written on the desk of its meeting."""

    model, policy, name, icon = Resolution, RESOLUTIONS, "prcouncil_resolutions", "clipboard-list"
    url_prefix = "meetings/resolutions"
    menu_label, menu_name = _("Resolutions"), "prcouncil-resolutions"
    index_view_class = decided.ResolutionListing
    of_one: ClassVar[dict[str, Any]] = {"edit": decided.ToTheDesk}


class ForwardingViewSet(RowViewSet):
    """What other councils sent, to be taken up or declined."""

    model, policy, name, icon = Forwarding, FORWARDINGS, "prcouncil_forwardings", "mail"
    url_prefix = "meetings/forwarded"
    menu_label, menu_name = _("Forwarded resolutions"), "prcouncil-forwardings"
    index_view_class = decided.ForwardingListing
    of_one: ClassVar[dict[str, Any]] = {
        "edit": decided.ToTheList,
        "take_up": forwarding.TakeUpView,
        "decline": forwarding.DeclineView,
    }


class MeetingsGroup(ViewSetGroup):
    """The menu of meetings and of what comes of them."""

    menu_label = _("Meetings")
    menu_name = "prcouncil-meetings"
    menu_icon = ICON
    menu_order = 122
    items = (
        MeetingViewSet,
        CalendarViewSet,
        OwedViewSet,
        ResolutionViewSet,
        ForwardingViewSet,
        AssignmentViewSet,
        ReporterViewSet,
        RecipientViewSet,
    )
