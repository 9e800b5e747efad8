"""What meetings put on the page of a council: the next one, the latest, the latest resolutions."""

from functools import cached_property
from typing import Any

from django.db.models import Q
from django.forms import Media
from django.http import HttpRequest
from django.utils import timezone

from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.models import Meeting, MeetingIndexPage, Resolution
from wagtail_prcouncil.meetings.public.resolutions import of_council, with_addresses
from wagtail_prcouncil.meetings.public.scopes import Scope
from wagtail_prcouncil.meetings.states import DUE
from wagtail_prcouncil.ui.months import Occasion
from wagtail_prcouncil.ui.slots import PageSlot

LATEST = 5
INDEX = "index"  # the columns of the council's list that come along with its meetings


class CouncilMeetings:
    """What the page of a council tells of its meetings. One query, and one more for resolutions
    where there are meetings."""

    def __init__(self, page: CouncilPage, request: HttpRequest) -> None:
        self.scope = Scope(page, request, page.translation_key)

    @classmethod
    def of(cls, page: CouncilPage, request: HttpRequest) -> "CouncilMeetings":
        """Asked for once in an answer, whichever slot asks first."""
        known: dict[int, CouncilMeetings] = request.__dict__.setdefault("_prcouncil_meetings", {})
        if page.pk not in known:
            known[page.pk] = cls(page, request)
        return known[page.pk]

    @cached_property
    def _rows(self) -> list[Any]:
        scope = self.scope
        told = scope.meetings()
        following = told.upcoming().values("pk")[:1]
        before = told.gone_by().order_by("-starts_at", "-pk").values("pk")[:LATEST]
        rows = Meeting.objects.filter(Q(pk__in=following) | Q(pk__in=before))
        lists = MeetingIndexPage.objects.right_below(scope.page).readable()
        shown = scope.with_columns(
            scope.with_pages(rows), lists.order_by("path"), ["url_path"], INDEX
        )
        return list(shown.order_by("-starts_at", "-pk"))

    @property
    def next(self) -> Occasion | None:
        """The next that will be held, as things stand."""
        now = timezone.now()
        due = [row for row in self._rows if row.status in DUE and row.starts_at >= now]
        return self.scope.occasions(due)[0] if due else None

    @property
    def latest(self) -> list[Occasion]:
        now = timezone.now()
        gone = [row for row in self._rows if row.is_over or row.starts_at < now]
        return self.scope.occasions(gone)

    @cached_property
    def resolutions(self) -> list[tuple[Resolution, str]]:
        """The latest, with where they stand."""
        if not self._rows:
            return []
        rows = of_council(self.scope.page.translation_key).latest_first().select_related("meeting")
        shown = self.scope.with_pages(rows, "meeting__key")
        return with_addresses(shown[:LATEST], self.scope)

    @property
    def index_url(self) -> str:
        """Of the council's list; empty where readers have none."""
        found = self._rows[:1]
        return self.scope.url_of(found[0], MeetingIndexPage, INDEX) if found else ""


def next_meeting(page: CouncilPage, request: HttpRequest) -> dict[str, Any] | None:
    """None where there is none."""
    occasion = CouncilMeetings.of(page, request).next
    return {"occasion": occasion} if occasion else None


def latest(page: CouncilPage, request: HttpRequest) -> dict[str, Any] | None:
    """Meetings gone by and resolutions, with the way to all of them. None where there are
    neither."""
    known = CouncilMeetings.of(page, request)
    if not known.latest and not known.resolutions:
        return None
    return {
        "meetings": known.latest,
        "resolutions": known.resolutions,
        "index_url": known.index_url,
    }


FILLED = (
    PageSlot(
        "council_top", "prcouncil_meetings/slots/next_meeting.html", next_meeting, (CouncilPage,)
    ),
    PageSlot(
        "council_main",
        "prcouncil_meetings/slots/latest.html",
        latest,
        (CouncilPage,),
        order=50,
        media=Media(css={"all": ["prcouncil_meetings/meetings.css"]}),
    ),
)
"""Registered in wagtail_hooks.py."""
