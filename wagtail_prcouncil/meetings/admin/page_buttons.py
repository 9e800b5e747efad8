"""From the page of a meeting, or of a council, to the desk."""

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.page_buttons import WayToDesk
from wagtail_prcouncil.meetings.admin.policies import MEETINGS, SEEING
from wagtail_prcouncil.meetings.admin.tabs import LISTING
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage

page_buttons = WayToDesk(
    MeetingPage,
    Meeting.objects,
    MEETINGS,
    SEEING,
    LISTING,
    first_tab="notice",
    icon="calendar-alt",
    new=_("New meeting"),
    priority=185,
).buttons
