"""What Wagtail asks before it shows something of meetings: the scopes of councils answer."""

from django.contrib.auth import get_permission_codename

from wagtail_prcouncil.councils.admin.policies import CouncilPolicy
from wagtail_prcouncil.meetings.models import (
    Assignment,
    Forwarding,
    Meeting,
    MemberReport,
    Recipient,
    Resolution,
)
from wagtail_prcouncil.meetings.rights import Right


class MeetingPolicy(CouncilPolicy):
    """Rights on rows of meetings that lead to a council by `link`, each within its scope."""

    rights = Right


class ForwardingPolicy(CouncilPolicy):
    """What is sent to a council is its own to answer, by the rights on resolutions."""

    def _codename(self, action: str) -> str:
        return get_permission_codename(action, Resolution._meta)


MEETINGS = MeetingPolicy(Meeting, "council")
REPORTS = MeetingPolicy(MemberReport, "meeting__council")
ASSIGNMENTS = MeetingPolicy(Assignment, "meeting__council")
RESOLUTIONS = MeetingPolicy(Resolution, "council")
RECIPIENTS = MeetingPolicy(Recipient, "council")
FORWARDINGS = ForwardingPolicy(Forwarding, "council")
SEEING = ("view", "add", "change", "delete", "settle")
"""Who has one of these on the meetings of a council, comes to its secretary's desk."""
