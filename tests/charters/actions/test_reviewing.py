"""Whether agencies keep to what can be measured."""

from typing import Any

import pytest

from tests.charters.making import adopted, charter, draft, rewritten
from tests.councils.making import council
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.reviewing import measurable_clauses, review
from wagtail_prcouncil.charters.models import ClauseReview
from wagtail_prcouncil.charters.rules import CharterError
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.persian.jalali import to_jalali

YEAR = to_jalali(today()).year


def test_a_review_is_said_again_to_correct_it(site: SmallSite) -> None:
    one = adopted(charter(council(site)), days=-1).charter
    (clause,) = measurable_clauses(one, "fa")
    whose: dict[str, Any] = {"anchor": clause.anchor, "agency": agency(), "year": YEAR}
    review(one, verdict=Verdict.PARTLY, evidence="سه روز", **whose)
    made = review(one, verdict=Verdict.KEPT, evidence="دو روز", **whose)
    assert ClauseReview.objects.get() == made
    assert (made.verdict, made.evidence) == (Verdict.KEPT, "دو روز")


def test_a_review_outlives_the_version(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one, days=-2)
    (clause,) = measurable_clauses(one, "fa")
    draft(one)
    page = rewritten(one, "دیگر")
    del page.clauses[2]
    page.save_revision()
    adopted(one, days=0)
    assert measurable_clauses(one, "fa") == []
    made = review(one, anchor=clause.anchor, agency=agency(), year=YEAR, verdict=Verdict.KEPT)
    assert made.anchor == clause.anchor


def test_what_cannot_be_reviewed_is_told_beside_the_field(site: SmallSite) -> None:
    one = adopted(charter(council(site)), days=-1).charter
    (clause,) = measurable_clauses(one, "fa")
    right: dict[str, Any] = {
        "anchor": clause.anchor,
        "agency": agency(),
        "year": YEAR,
        "verdict": Verdict.KEPT,
    }
    wrong: dict[str, dict[str, Any]] = {
        "anchor": {"anchor": "art_1"},
        "year": {"year": YEAR + 1},
        "verdict": {"verdict": "perhaps"},
        "evidence": {"verdict": Verdict.NOT_KEPT},
    }
    for field, given in wrong.items():
        with pytest.raises(CharterError) as refused:
            review(one, **(right | given))
        assert refused.value.field == field
    with pytest.raises(CharterError):
        review(charter(council(site)), **right)
    assert not ClauseReview.objects.exists()
