"""Pages that a meeting's page leads to: meetings beside it, and what tells of it."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Case, CharField, Q, Value, When
from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.queryset import meeting_pages
from wagtail_prcouncil.pages.models import ReadableQuerySet
from wagtail_prcouncil.ui.teasers import Teaser

if TYPE_CHECKING:
    from wagtail_prcouncil.meetings.models.page import MeetingPage

PREVIOUS, NEXT, APPROVED = "previous", "next", "approved"  # which page of those around a meeting


class Around:
    """Of one meeting, in the language of its page: readable ones alone. A query for the meetings,
    one for what tells of it."""

    def __init__(self, page: "MeetingPage", meeting: Meeting, request: HttpRequest | None) -> None:
        self.page, self.meeting, self._request = page, meeting, request

    @property
    def previous(self) -> Page | None:
        """The one before it in its council."""
        return self._meetings.get(PREVIOUS)

    @property
    def next(self) -> Page | None:
        return self._meetings.get(NEXT)

    @property
    def approved_in(self) -> Page | None:
        """The one that approved its minutes."""
        return self._meetings.get(APPROVED)

    @cached_property
    def _meetings(self) -> dict[str, Any]:
        meeting, starts_at = self.meeting, self.meeting.starts_at
        told = Meeting.objects.readable().filter(council=meeting.council_id).exclude(pk=meeting.pk)
        kin = {}
        if starts_at is not None:
            before = told.filter(starts_at__lte=starts_at).order_by("-starts_at", "-pk")
            after = told.filter(starts_at__gt=starts_at).order_by("starts_at", "pk")
            kin[PREVIOUS] = Q(translation_key=before.values("key")[:1])
            kin[NEXT] = Q(translation_key=after.values("key")[:1])
        if meeting.approved_in_id:
            approved = told.filter(pk=meeting.approved_in_id)
            kin[APPROVED] = Q(translation_key__in=approved.values("key"))
        if not kin:
            return {}
        pages = meeting_pages().open(self.page.locale_id)  # of readable ones
        found: dict[str, Any] = {}
        wanted = Q(pk__in=())
        for where in kin.values():
            wanted |= where
        marks = {
            f"is_{name}": Case(When(where, then=Value(name)), output_field=CharField())
            for name, where in kin.items()
        }
        for row in pages.without_aliases().filter(wanted).annotate(**marks):
            for name in kin:
                if getattr(row, f"is_{name}"):
                    found[name] = row
        return found

    @cached_property
    def related(self) -> list[Teaser]:
        """What editors have chosen, in their order."""
        keys = [row.related_id for row in self.page.related_pages.all()]
        if not keys:
            return []
        rows = ReadableQuerySet(Page).readable().filter(pk__in=keys).specific()
        pages = {row.pk: row for row in rows}
        return [Teaser.of(pages[key], self._request) for key in keys if key in pages]
