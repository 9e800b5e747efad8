"""Meetings as occasions, of which other features tell: a charter was adopted there."""

import datetime as dt
from collections.abc import Iterator
from typing import cast
from uuid import UUID

from wagtail.models import Page

from wagtail_prcouncil.councils.occasions import Occasions
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage
from wagtail_prcouncil.meetings.states import DUE, OVER


def occasions() -> Occasions:
    return Occasions(MeetingPage, day_of, councils_of)


def day_of(page: Page) -> dt.date | None:
    """In Tehran. That of a meeting that was announced, too: what is adopted there is often written
    down before the meeting is. None for one that was called off."""
    found = _meeting(page)
    return found.day if found and found.status in DUE | OVER else None


def councils_of(page: Page) -> Iterator[UUID]:
    """The one that led it, and those that organised it with that one."""
    found = _meeting(page)
    if found is not None:
        yield found.council.translation_key
        yield from found.organisers.values_list("council__translation_key", flat=True)


def _meeting(page: Page) -> Meeting | None:
    return Meeting.objects.of_page(cast(MeetingPage, page)).select_related("council").first()
