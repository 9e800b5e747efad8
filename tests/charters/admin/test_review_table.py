import datetime as dt

from tests.charters.making import adopted, charter, draft, rewritten, signatory, signed
from tests.councils.making import council
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.reviewing import measurable_clauses, review
from wagtail_prcouncil.charters.admin.review_table import ReviewTable, Whose
from wagtail_prcouncil.charters.states import Method, Verdict
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.persian.dates import to_gregorian, to_jalali

YEAR = to_jalali(today()).year
TWO_YEARS_AGO = (to_gregorian(YEAR - 2, 1, 5) - today()).days


def test_years_since_it_came_into_force(site: SmallSite) -> None:
    one = charter(council(site))
    assert ReviewTable(one).years == []
    adopted(one, days=TWO_YEARS_AGO)
    assert ReviewTable(one).years == [YEAR, YEAR - 1, YEAR - 2]
    assert ReviewTable(one, str(YEAR - 1)).year == YEAR - 1


def test_nothing_is_reviewed_before_it_is_in_force(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one, days=0, in_force_from=today() + dt.timedelta(days=800))
    assert ReviewTable(one).years == []


def test_a_year_has_the_clauses_that_were_in_force_then(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one, days=TWO_YEARS_AGO)
    (clause,) = measurable_clauses(one, "fa")
    draft(one)
    page = rewritten(one, "دیگر")
    del page.clauses[2]
    page.save_revision()
    adopted(one, days=(to_gregorian(YEAR, 1, 1) - today()).days)
    assert list(ReviewTable(one, str(YEAR - 1)).clauses) == [clause.anchor]
    assert list(ReviewTable(one).clauses) == []
    review(one, anchor=clause.anchor, agency=agency(), year=YEAR, verdict=Verdict.KEPT)
    assert list(ReviewTable(one).clauses) == [clause.anchor]
    assert ReviewTable(one).clause(clause.anchor) is not None
    assert ReviewTable(one).clause("art_1") is None


def test_agencies_that_sit_there_signed_or_were_reviewed(site: SmallSite) -> None:
    version = adopted(charter(council(site)), days=-1)
    place, _person = signatory(version.charter)
    stranger, other = agency(), agency()
    signed(version, agency=stranger, method=Method.PLEDGE, signed_on=today())
    (clause,) = measurable_clauses(version.charter, "fa")
    review(version.charter, anchor=clause.anchor, agency=other, year=YEAR, verdict=Verdict.KEPT)
    agency()  # none of the charter's
    found = ReviewTable(version.charter)
    assert {place.agency, stranger, other} <= set(found.agencies)
    assert len(found.agencies) == 4  # the one in whose seat the pledge was made, too
    (head,) = found.heads
    assert [count for _verdict, count in head.tally][0] in {"۱", "1"}
    cells = {line.agency: line.cells[0].review for line in found.lines}
    assert cells[other] is not None
    assert cells[stranger] is None


def test_the_address_of_a_cell() -> None:
    assert Whose("art_3", 7, 1405).query == "clause=art_3&agency=7&year=1405"
