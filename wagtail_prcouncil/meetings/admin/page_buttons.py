"""From the page of a meeting, or of a council, to the desk."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.admin.policies import MEETINGS, SEEING
from wagtail_prcouncil.meetings.admin.tabs import tab_url
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage


def page_buttons(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Of any translation those of its original. Only what the user may."""
    kind = page.specific_class or Page
    if issubclass(kind, MeetingPage):
        yield from _of_a_meeting(page.specific, user)
    elif issubclass(kind, CouncilPage):
        council: CouncilPage = page.specific.original()
        if MEETINGS.scope_of_any(user, SEEING).covers(council):
            url = f"{reverse('prcouncil_meetings:index')}?council={council.pk}"
            yield Button(_("Meetings"), url=url, icon_name="calendar-alt", priority=185)
        if MEETINGS.scope(user, "add").covers(council) and council.closed_on is None:
            url = f"{reverse('prcouncil_meetings:add')}?council={council.pk}"
            yield Button(_("New meeting"), url=url, icon_name="plus", priority=186)


def _of_a_meeting(page: MeetingPage, user: Any) -> Iterator[Button]:
    if page.pk is None:
        return
    meeting = Meeting.objects.of_page(page).select_related("council").first()
    if meeting and MEETINGS.scope_of_any(user, SEEING).covers(meeting.council):
        desk = tab_url(meeting, "notice")
        yield Button(_("Secretary’s desk"), url=desk, icon_name="calendar-alt", priority=1)
