from tests.charters.making import adopted, charter
from tests.councils.making import council
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.reviewing import measurable_clauses, review
from wagtail_prcouncil.charters.admin.review_exports import REVIEWS, Reviewed
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.persian.dates import to_jalali


def test_a_review_is_told_with_both_calendars(site: SmallSite) -> None:
    one = adopted(charter(council(site)), days=-1).charter
    (clause,) = measurable_clauses(one, "fa")
    year, month, day = to_jalali(today())
    row = review(one, anchor=clause.anchor, agency=agency(), year=year, verdict=Verdict.KEPT)
    known, gone = REVIEWS.lines([Reviewed(clause, row), Reviewed(None, row)])
    told = dict(zip(REVIEWS.headings(), known, strict=True))
    assert clause.name() in told.values()
    assert today().isoformat() in told.values()
    assert f"{year:04d}/{month:02d}/{day:02d}" in told.values()
    assert gone[1] == row.anchor
