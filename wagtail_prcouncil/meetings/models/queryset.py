import datetime as dt
from typing import ClassVar, Self

from django.apps import apps
from django.db.models import Q
from django.utils import timezone

from wagtail_prcouncil.councils.models.below import FactsQuerySet, WordsQuerySet
from wagtail_prcouncil.meetings.states import DUE, OVER, TOLD, Status


class MeetingPageQuerySet(WordsQuerySet):
    """Words of meetings."""


class MeetingQuerySet(FactsQuerySet):
    """Meetings by council and time."""

    beside: ClassVar[tuple[str, str]] = ("prcouncil_meetings.Organiser", "meeting")

    def between(self, start: dt.datetime, end: dt.datetime) -> Self:
        """Those that begin in that time, `end` not included; of what was held, when it did."""
        began = Q(started_at__gte=start, started_at__lt=end)
        return self.filter(began | Q(started_at=None, starts_at__gte=start, starts_at__lt=end))

    def due(self) -> Self:
        """Those that will be held, as things stand: announced, or moved to another day."""
        return self.filter(status__in=DUE)

    def upcoming(self) -> Self:
        """Those still to come that readers may expect, the next first."""
        coming = self.due().filter(starts_at__gte=timezone.now())
        return coming.order_by("starts_at", "pk")

    def over(self) -> Self:
        """Those that were held, the latest first."""
        return self.filter(status__in=OVER).order_by("-starts_at", "-pk")

    def to_come(self) -> Self:
        """Those whose time is not past yet, called off or not, and postponed ones, whose time
        nobody knows."""
        return self.exclude(status__in=OVER).filter(
            Q(status=Status.POSTPONED) | Q(starts_at__gte=timezone.now())
        )

    def gone_by(self) -> Self:
        """The others that have a time."""
        past = Q(starts_at__lt=timezone.now()) & ~Q(status=Status.POSTPONED)
        return self.filter(past | Q(status__in=OVER), starts_at__isnull=False)

    def told(self) -> Self:
        """Those that readers know of, cancelled ones too."""
        return self.filter(status__in=TOLD)

    def planned(self) -> Self:
        return self.filter(status=Status.PLANNED)

    def readable(self) -> Self:
        """Those that an anonymous reader may see: told, their page live and not private."""
        return super().readable().told()


def meeting_pages() -> MeetingPageQuerySet:
    """All of them, for modules that the page's own module needs."""
    pages: MeetingPageQuerySet = apps.get_model("prcouncil_meetings.MeetingPage").objects.all()
    return pages
