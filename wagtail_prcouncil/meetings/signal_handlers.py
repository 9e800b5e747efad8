"""Wagtail → us."""

from typing import Any

from wagtail.models import Page

from wagtail_prcouncil.meetings.actions.relocating import follow_page
from wagtail_prcouncil.meetings.caches import forget_after_commit
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage


def follow_publication(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A page is published with words that those who were invited do not know."""
    if isinstance(instance, MeetingPage) and instance.alias_of_id is None:
        follow_page(instance)


def forget_lists(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A page comes, goes or has another address: lists, calendars and councils' pages name it."""
    if isinstance(instance, MeetingPage):
        meeting = Meeting.objects.of_page(instance).select_related("council").first()
        if meeting is not None:
            forget_after_commit(meeting)
