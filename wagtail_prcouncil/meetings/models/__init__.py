"""What is kept of meetings: pages, and rows that hang on their originals."""

from wagtail_prcouncil.meetings.models.agenda import AgendaEdition, AgendaItem, ItemDocument
from wagtail_prcouncil.meetings.models.assignment import Assignment, Evidence, FollowUp
from wagtail_prcouncil.meetings.models.attendance import Attendance
from wagtail_prcouncil.meetings.models.index import (
    AbstractMeetingIndexPage,
    MeetingIndexMixin,
    MeetingIndexPage,
)
from wagtail_prcouncil.meetings.models.meeting import (
    Meeting,
    MeetingChange,
    Organiser,
)
from wagtail_prcouncil.meetings.models.minutes import Minutes, Objection
from wagtail_prcouncil.meetings.models.page import (
    AbstractMeetingPage,
    MeetingMixin,
    MeetingPage,
    MeetingPicture,
    RelatedPage,
)
from wagtail_prcouncil.meetings.models.recipient import Recipient
from wagtail_prcouncil.meetings.models.report import MemberReport, Reporter, ReportFile
from wagtail_prcouncil.meetings.models.resolution import Forwarding, Resolution

__all__ = [
    "AbstractMeetingIndexPage",
    "AbstractMeetingPage",
    "AgendaEdition",
    "AgendaItem",
    "Assignment",
    "Attendance",
    "Evidence",
    "FollowUp",
    "Forwarding",
    "ItemDocument",
    "Meeting",
    "MeetingChange",
    "MeetingIndexMixin",
    "MeetingIndexPage",
    "MeetingMixin",
    "MeetingPage",
    "MeetingPicture",
    "MemberReport",
    "Minutes",
    "Objection",
    "Organiser",
    "Recipient",
    "RelatedPage",
    "ReportFile",
    "Reporter",
    "Resolution",
]
