"""Elections of a council's officers as readers see them: who stood, with how many votes."""

from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Case, Prefetch, Value, When
from django.http import QueryDict
from wagtail.models import Page

from wagtail_prcouncil.councils.models.election import Candidate, Election, ElectionQuerySet
from wagtail_prcouncil.councils.states import OPEN_PHASES, Phase
from wagtail_prcouncil.pages.keyset import Window, is_beginning, window
from wagtail_prcouncil.pages.privacy import is_open, kept_with_original

if TYPE_CHECKING:
    from wagtail_prcouncil.councils.models.page import CouncilPage

PER_WINDOW = 20
MEETING_IS_KEPT = "meeting_is_kept"  # with its original, known of each row that lists read
MOST_ON_COUNCIL = 3  # further ones stand on a page of their own


class Shown:
    """An election with what of it is public: counts once the vote was held, the meeting when its
    page is readable."""

    def __init__(self, election: Election) -> None:
        self.election = election

    @property
    def is_counted(self) -> bool:
        """Whether the paper says how many votes there were."""
        is_standing = self.election.phase in (Phase.ANNOUNCED, Phase.CANDIDATES)
        return not is_standing and self.election.voters_present is not None

    @property
    def tone(self) -> str:
        """Of the status: see components/status.html."""
        phase = self.election.phase
        if phase == Phase.CONFIRMED:
            return "good"
        return "wait" if phase in OPEN_PHASES else "bad"

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Most votes first."""
        rows = list(self.election.candidates.all())
        if not self.is_counted:
            return sorted(rows, key=lambda row: row.pk)
        return sorted(rows, key=lambda row: (-(row.votes or 0), row.pk))

    @property
    def meeting(self) -> Page | None:
        meeting = self.election.meeting
        is_kept = getattr(self.election, MEETING_IS_KEPT, False)
        return meeting if meeting is not None and is_open(meeting) and not is_kept else None


def latest(council: "CouncilPage") -> list[Shown]:
    """The latest of a council's original, and one more where there are further ones. Two
    queries."""
    rows = _with_candidates(council).latest_first()[: MOST_ON_COUNCIL + 1]
    return [Shown(row) for row in rows]


class Elections:
    """All of them, a window at a time. Raises Http404 for a place that cannot be read."""

    def __init__(self, council: "CouncilPage", asked: QueryDict) -> None:
        self.is_beginning = is_beginning(asked)
        rows = _with_candidates(council)
        self.window: Window[Election] = window(rows, asked, field="announced_on", size=PER_WINDOW)

    @cached_property
    def shown(self) -> list[Shown]:
        return [Shown(row) for row in self.window.items]


def _with_candidates(council: "CouncilPage") -> ElectionQuerySet:
    rows = Election.objects.of_council(council).select_related("seat__agency", "meeting")
    if kept := kept_with_original(Page, "meeting"):
        rows = rows.annotate(**{MEETING_IS_KEPT: Case(When(kept, then=True), default=Value(False))})
    stood = Candidate.objects.select_related("person", "agency")
    return rows.prefetch_related(Prefetch("candidates", stood))
