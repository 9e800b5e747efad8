"""What was found in a year of whose keeping to which clause: agencies below each other, clauses
beside each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils.http import urlencode

from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.models import Charter, CharterVersion, ClauseReview, Signature
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.councils.facets import agencies_in
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.persian.jalali import to_gregorian, to_jalali


class Whose(NamedTuple):
    """Which clause of which agency in which Jalali year."""

    anchor: str
    agency: int
    year: int

    @property
    def query(self) -> str:
        """In the address of the screen on which it is reviewed."""
        said = {"clause": self.anchor, "agency": str(self.agency), "year": str(self.year)}
        return urlencode(said)


class Cell(NamedTuple):
    """A clause and an agency; no review where nobody has said anything yet."""

    whose: Whose
    clause: texts.Clause
    review: ClauseReview | None


class Line(NamedTuple):
    agency: Agency
    cells: list[Cell]


class Head(NamedTuple):
    """A clause and how many agencies kept to it, partly, and not, in words."""

    clause: texts.Clause
    tally: list[tuple[Verdict, str]]


class ReviewTable:
    """Of a charter and a Jalali year; `year` is one of `years`, this one where nobody asks for
    another. Four queries, however large, where its versions are known: `versions` have their texts,
    the latest first."""

    def __init__(
        self, charter: Charter, asked: str = "", versions: Iterable[CharterVersion] | None = None
    ) -> None:
        self.charter = charter
        known = charter.versions.adopted().latest_first() if versions is None else versions
        self._versions = [row for row in known if row.is_frozen]
        wanted = [year for year in self.years if str(year) == asked]
        self.year = next(iter(wanted or self.years), to_jalali(today()).year)

    @cached_property
    def years(self) -> list[int]:
        """Since the first version came into force, the latest first."""
        begun = [row.in_force_from for row in self._versions if row.in_force_from]
        if not begun:
            return []
        return list(range(to_jalali(today()).year, to_jalali(min(begun)).year - 1, -1))

    @cached_property
    def clauses(self) -> dict[str, texts.Clause]:
        """Those that could be measured while they were in force that year, as the latest of these
        versions has them; and those that were reviewed all the same. By anchor."""
        first, last = to_gregorian(self.year, 1, 1), to_gregorian(self.year + 1, 1, 1)
        holding = [
            row
            for row in self._versions
            if row.in_force_from
            and row.in_force_from < last
            and (row.in_force_until is None or row.in_force_until > first)
        ]
        reviewed = {anchor for anchor, _agency in self.reviews}
        found = {one.anchor: one for one in _measurable(holding)}
        others = (one for one in self._measurable if one.anchor in reviewed)
        return found | {one.anchor: one for one in others if one.anchor not in found}

    @property
    def _measurable(self) -> Iterator[texts.Clause]:
        return _measurable(self._versions)

    def clause(self, anchor: str) -> texts.Clause | None:
        """One that could be measured in any adopted version."""
        return next((one for one in self._measurable if one.anchor == anchor), None)

    @cached_property
    def reviews(self) -> Mapping[tuple[str, int], ClauseReview]:
        """By anchor and key of the agency."""
        rows = self.charter.reviews.of_year(self.year).select_related("agency")
        return {(row.anchor, row.agency_id): row for row in rows}

    @cached_property
    def agencies(self) -> list[Agency]:
        """Those that sit in a council of the charter, those that signed it, and those of which
        something was found that year."""
        sharing = Q(shared_charters__charter=self.charter)
        councils: Any = CouncilPage.objects.filter(Q(pk=self.charter.council_id) | sharing)
        sitting = agencies_in(councils.order_by().values("pk"))
        keys = {key for agencies in sitting.values() for key in agencies}
        keys.update(agency for _anchor, agency in self.reviews)
        signed = Signature.objects.standing().filter(version__charter=self.charter)
        ours = Q(pk__in=keys) | Q(pk__in=signed.order_by().values("agency"))
        return list(Agency.objects.filter(ours).by_name())

    @property
    def heads(self) -> list[Head]:
        counted = Counter((row.anchor, row.verdict) for row in self.reviews.values())
        return [
            Head(
                clause,
                [(verdict, in_numerals(counted[anchor, verdict.value])) for verdict in Verdict],
            )
            for anchor, clause in self.clauses.items()
        ]

    @property
    def lines(self) -> list[Line]:
        return [
            Line(agency, [self._cell(clause, agency) for clause in self.clauses.values()])
            for agency in self.agencies
        ]

    def _cell(self, clause: texts.Clause, agency: Agency) -> Cell:
        whose = Whose(clause.anchor, agency.pk, self.year)
        return Cell(whose, clause, self.reviews.get((clause.anchor, agency.pk)))


def _measurable(versions: list[CharterVersion]) -> Iterator[texts.Clause]:
    """Each once, in the order of the latest version that has it, in the language that decides."""
    seen: set[str] = set()
    for version in versions:
        text = version.text_in(version.authoritative)
        for clause in texts.every_clause(text) if text else ():
            if clause.is_measurable and clause.anchor not in seen:
                seen.add(clause.anchor)
                yield clause
