import pytest
from django.http import HttpRequest, QueryDict

from tests.councils.public.making import BEGAN, LEFT, TERMS, Peopled
from wagtail_prcouncil.councils.actions.closing import close_council
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.public.profiles import CouncilProfile, drawn_since
from wagtail_prcouncil.councils.public.seatings import Seatings
from wagtail_prcouncil.councils.spans import ONE_DAY

pytestmark = pytest.mark.django_db


def seatings(made: Peopled, request: HttpRequest, query: str = "") -> Seatings:
    return Seatings(CouncilProfile.of(made.page, request), QueryDict(query))


def test_the_term_that_goes_on(made: Peopled, request_: HttpRequest) -> None:
    shown = seatings(made, request_)
    assert shown.term is not None
    assert (shown.term.number, shown.frame) == (3, (BEGAN, today(), True))
    assert len(shown.seats) == 4


@pytest.mark.parametrize("query", ["term=2", "term=۲"])
def test_a_term_that_is_over(made: Peopled, request_: HttpRequest, query: str) -> None:
    shown = seatings(made, request_, query)
    assert shown.frame == (*TERMS[1], False)
    assert shown.tenure is not None
    assert shown.tenure.rows[0].stays[-1].name == "مهرآیین نمونه‌یار"


@pytest.mark.parametrize("query", ["term=9", "term=x", "term="])
def test_a_term_that_is_none(made: Peopled, request_: HttpRequest, query: str) -> None:
    shown = seatings(made, request_, query)
    assert shown.term is not None
    assert shown.term.number == 3


def test_seats_that_there_were(made: Peopled, request_: HttpRequest) -> None:
    made.vacant.since, made.vacant.until = BEGAN, LEFT
    made.vacant.save()
    assert made.vacant in seatings(made, request_).seats
    assert made.vacant not in seatings(made, request_, "term=2").seats


def test_a_seat_is_shown_from_its_first_stay_on(made: Peopled, request_: HttpRequest) -> None:
    def keys(query: str) -> set[int]:
        return {place.pk for place in seatings(made, request_, query).seats}

    assert keys("term=2") == {made.chair.pk}
    assert len(keys("")) == 4  # the observer's too, in which nobody has sat


def test_a_council_that_ended_is_drawn_to_its_last_day(
    made: Peopled, request_: HttpRequest
) -> None:
    end = LEFT + 30 * ONE_DAY
    close_council(made.page, on=end, reason="merged", by=None)
    made.page.refresh_from_db()
    shown = seatings(made, request_)
    assert shown.frame == (BEGAN, end, False)
    assert shown.term is not None
    assert shown.term.until == end
    assert shown.tenure is not None
    assert {row.stays[-1].until for row in shown.tenure.rows if row.stays} == {end}


def test_without_terms(made: Peopled, request_: HttpRequest) -> None:
    made.page.terms.all().delete()
    shown = seatings(made, request_)
    assert shown.frame == (drawn_since(today()), today(), True)
    assert drawn_since(today()) < today() - 11 * 365 * ONE_DAY
