"""Who works at the desk, and its addresses."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.councils.admin.desk import chief, errors, logged_in
from tests.councils.staff import group_for, member_of
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.rights import Right

__all__ = ["chief", "errors", "logged_in", "place", "secretary"]

KEEPING = [right for right in Right if ".delete_" not in right and ".submit_" not in right]
"""What a secretary of meetings is given."""


def secretary(*councils: Page, rights: Any = KEEPING) -> Client:
    """Somebody who keeps the meetings of these councils and no others, logged in."""
    return logged_in(member_of(group_for(*councils, rights=rights)))


def place(name: str, row: Any = None) -> str:
    """The address of a screen of the desk: "index", "notice", "announce"…"""
    key = row.pk if row is not None and not isinstance(row, int) else row
    return reverse(f"prcouncil_meetings:{name}", args=[] if key is None else [key])


def as_now(meeting: Meeting, **said: Any) -> dict[str, Any]:
    """What the screen of a verb sends, of the meeting as it stands."""
    return {"version": str(Meeting.objects.get(pk=meeting.pk).version)} | said
