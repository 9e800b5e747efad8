from tests.charters.making import adopted, charter
from tests.charters.public.making import reading, told_charter
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.public.reviews import TONES
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.persian.jalali import to_jalali


def test_how_many_kept_to_each_measurable_clause(site: SmallSite) -> None:
    told = told_charter(site)
    (line,) = reading(told.page).reviews.lines
    assert line.clause.anchor == told.anchor
    assert line.last is not None
    assert line.last == (line.years[0])
    assert (line.last.year, line.last.kept, line.last.partly, line.last.not_kept) == (
        to_jalali(today()).year,
        0,
        1,
        0,
    )
    (one,) = reading(told.page).reviews.told
    assert [row.verdict for row in one.reviews] == [Verdict.PARTLY]


def test_nothing_before_the_first_review(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    reviews = reading(one.page).reviews
    assert len(reviews.clauses) == 1
    assert (reviews.lines, reviews.told) == ([], [])


def test_every_verdict_has_a_tone() -> None:
    assert set(TONES) == set(Verdict)
