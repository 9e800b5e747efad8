"""The minutes as readers may see them: where they stand, and once published what they say."""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from wagtail_prcouncil.meetings.models.meeting import Meeting, MeetingChange
from wagtail_prcouncil.meetings.models.minutes import Minutes
from wagtail_prcouncil.meetings.public.minutes import (
    Passage,
    is_whole,
    passages,
    published_passages,
)
from wagtail_prcouncil.meetings.states import SETTLED, Axis, MinutesStatus
from wagtail_prcouncil.meetings.transitions import Verb


class Step(NamedTuple):
    """A step on the way of minutes: see components/steps.html."""

    title: str
    is_done: bool
    is_current: bool


class Record:
    """Minutes of one meeting. `changes` are those of all its axes; a preview shows minutes before
    they are published, and no more of them than then."""

    def __init__(
        self, meeting: Meeting, changes: Iterable[MeetingChange], *, is_preview: bool = False
    ) -> None:
        self.meeting, self.is_preview = meeting, is_preview
        self._on = {row.verb: row.at for row in changes if row.axis == Axis.MINUTES}

    @property
    def is_published(self) -> bool:
        return self.meeting.minutes_status == MinutesStatus.PUBLISHED

    @property
    def steps(self) -> list[Step]:
        """Told once the meeting was held."""
        if not self.meeting.is_over:
            return []
        status = self.meeting.minutes_status
        done = [
            (_("Held"), True),
            (_("Sent to members"), status in SETTLED | {MinutesStatus.CIRCULATED}),
            (_("Approved"), status in SETTLED),
            (_("Minutes published"), status == MinutesStatus.PUBLISHED),
        ]
        current = next((n for n, (_title, is_done) in enumerate(done) if not is_done), None)
        return [Step(title, is_done, n == current) for n, (title, is_done) in enumerate(done)]

    @property
    def circulated_at(self) -> dt.datetime | None:
        """When members got them, as far as they still have them."""
        known = self.meeting.minutes_status in SETTLED | {MinutesStatus.CIRCULATED}
        return self._on.get(Verb.CIRCULATE) if known else None

    @property
    def published_at(self) -> dt.datetime | None:
        return self._on.get(Verb.PUBLISH) if self.is_published else None

    @property
    def has_public_scan(self) -> bool:
        """Whether readers may have the signed one."""
        return bool(self.meeting.scan) and self.is_published and is_whole(self.meeting)

    @cached_property
    def passages(self) -> list[Passage]:
        """What readers may see of them; none before they are published."""
        if self.is_preview:
            minutes = Minutes.objects.filter(meeting=self.meeting).first()
            return passages(minutes) if minutes else []
        return published_passages(self.meeting)
