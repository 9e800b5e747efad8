import datetime as dt

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.councils.making import council, person, seat, sits
from tests.councils.public.making import BEGAN, LEFT, Peopled
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.appointing import Letter, appoint
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.public.composition import Composition
from wagtail_prcouncil.councils.spans import ONE_DAY, Span
from wagtail_prcouncil.councils.states import Precision, Role

pytestmark = pytest.mark.django_db


def test_who_sits_there_today_in_order(made: Peopled) -> None:
    chair, fund, road, observer = Composition(made.page, today()).sittings
    assert [one.person for one in chair.holders] == [made.head]
    assert ([one.person for one in road.holders], road.is_vacant) == ([made.acting], False)
    assert [one.person for one in road.substitutes] == [made.substitute]
    assert (fund.is_vacant, fund.vacant_since) == (True, LEFT + ONE_DAY)
    assert (observer.seat.role, observer.vacant_since) == (Role.OBSERVER, None)


def test_on_any_other_day(made: Peopled) -> None:
    then = Composition(made.page, BEGAN - ONE_DAY).sittings
    assert [one.person for one in then[0].holders] == [made.first]
    on_the_last = Composition(made.page, LEFT).sittings
    assert [one.person for one in on_the_last[1].holders] == [made.left]


def test_votes_are_those_of_seats_vacant_or_not(made: Peopled) -> None:
    assert Composition(made.page, today()).voting_seats == 3


def test_of_a_vacancy_no_more_is_told_than_known(site: SmallSite) -> None:
    place = seat(council(site))
    known = Span.of(dt.date(2019, 5, 1), dt.date(2022, 5, 1), up_to := Precision.YEAR, up_to)
    appoint(place, Letter(person(), known))
    (sitting,) = Composition(place.council, today()).sittings
    assert sitting.vacant_precision == Precision.YEAR
    assert sitting.vacant_since == dt.date(2023, 3, 20)  # the last day of 1401


def test_a_page_that_is_being_made_has_nobody() -> None:
    assert Composition(CouncilPage(title="تازه"), today()).sittings == []


def test_queries_do_not_grow(
    made: Peopled, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(10):
        sits(seat(made.page), person())
    with django_assert_num_queries(2):
        assert len(Composition(made.page, today()).sittings) == 14
