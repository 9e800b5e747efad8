"""Reviews by clause and year."""

import pytest
from django.db import IntegrityError, transaction

from tests.charters.making import adopted, charter
from tests.councils.making import council
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.reviewing import measurable_clauses, review
from wagtail_prcouncil.charters.models import ClauseReview
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.persian.jalali import to_jalali


def test_one_of_each_agency_clause_and_year(site: SmallSite) -> None:
    one = adopted(charter(council(site)), days=-1).charter
    (clause,) = measurable_clauses(one, "fa")
    year, whose = to_jalali(today()).year, agency()
    made = review(
        one, anchor=clause.anchor, agency=whose, year=year, verdict=Verdict.KEPT, evidence="گواه"
    )
    rows = ClauseReview.objects
    assert list(rows.of_year(year).for_agency(whose)) == [made]
    assert not rows.of_year(year - 1).exists()
    assert made.evidence_in("en") == "گواه"
    assert made.holds_for == one
    made.pk = None
    made._state.adding = True
    with pytest.raises(IntegrityError), transaction.atomic():
        made.save()
