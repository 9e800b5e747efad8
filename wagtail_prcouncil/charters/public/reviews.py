"""Whether agencies keep to what can be measured, as readers see it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count

from wagtail_prcouncil.charters.models.charter import Charter
from wagtail_prcouncil.charters.models.review import ClauseReview
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.charters.texts import Clause

TONES = {Verdict.KEPT: "good", Verdict.PARTLY: "wait", Verdict.NOT_KEPT: "bad"}
"""See components/status.html."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How many agencies kept to a clause in a Jalali year, partly, and not."""

    year: int
    kept: int
    partly: int
    not_kept: int


@dataclass(frozen=True, slots=True)
class ClauseKept:
    """A measurable clause and its years, the latest first; none where nobody reviewed it yet."""

    clause: Clause
    years: list[Kept]

    @property
    def last(self) -> Kept | None:
        return next(iter(self.years), None)


@dataclass(frozen=True, slots=True)
class ClauseReviews:
    """A clause with what was found of each agency, the latest year first."""

    clause: Clause
    reviews: list[ClauseReview]


class Reviews:
    """Of the measurable clauses of the text that is read. One query for the counts, one more for
    each review."""

    def __init__(self, charter: Charter, clauses: Iterable[Clause]) -> None:
        self._charter = charter
        every = (clause for first in clauses for clause in first.walk())
        self.clauses: Sequence[Clause] = [clause for clause in every if clause.is_measurable]

    @cached_property
    def lines(self) -> list[ClauseKept]:
        """One for each measurable clause; none where no review was made at all."""
        if not self.clauses:
            return []
        rows = self._charter.reviews.filter(anchor__in=self._anchors).order_by()
        counted: dict[str, dict[int, dict[str, int]]] = {}
        for anchor, year, verdict, count in rows.values_list("anchor", "year", "verdict").annotate(
            count=Count("pk")
        ):
            counted.setdefault(anchor, {}).setdefault(year, {})[verdict] = count
        if not counted:
            return []
        return [
            ClauseKept(clause, _years(counted.get(clause.anchor, {}))) for clause in self.clauses
        ]

    @cached_property
    def told(self) -> list[ClauseReviews]:
        """Clauses that were reviewed."""
        rows = self._charter.reviews.filter(anchor__in=self._anchors).select_related("agency")
        by_anchor: dict[str, list[ClauseReview]] = {}
        for row in rows.order_by("-year", "agency__sort_key", "pk"):
            by_anchor.setdefault(row.anchor, []).append(row)
        return [
            ClauseReviews(clause, by_anchor[clause.anchor])
            for clause in self.clauses
            if clause.anchor in by_anchor
        ]

    @property
    def _anchors(self) -> list[str]:
        return [clause.anchor for clause in self.clauses]


def _years(counted: dict[int, dict[str, int]]) -> list[Kept]:
    return [
        Kept(year, *(by_verdict.get(verdict, 0) for verdict in Verdict))
        for year, by_verdict in sorted(counted.items(), reverse=True)
    ]
