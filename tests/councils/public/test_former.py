import datetime as dt

import pytest
from django.http import Http404, QueryDict
from pytest_django import DjangoAssertNumQueries

from tests.councils.making import council, person, seat, sits
from tests.councils.public.making import BEGAN, LEFT, Peopled
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Appointment, Term
from wagtail_prcouncil.councils.public.former import PER_WINDOW, FormerMembers, gone, terms_of
from wagtail_prcouncil.councils.spans import ONE_DAY

pytestmark = pytest.mark.django_db


def former(made: Peopled, query: str = "") -> FormerMembers:
    return FormerMembers(made.page, QueryDict(query.lstrip("?")))


def left_long_ago(made: Peopled, number: int) -> None:
    """So many who sat a day each, before all terms."""
    day = dt.date(2000, 1, 1)
    rows = []
    for place in range(number):
        since = day + dt.timedelta(days=place)
        row = Appointment(seat=made.vacant, person=person(), since=since, until=since)
        row.note_what_is_sure()
        rows.append(row)
    Appointment.objects.bulk_create(rows)


def test_the_last_to_leave_first_by_term(made: Peopled) -> None:
    told = [
        (group.term and group.term.number, [stay.person for stay in group.stays])
        for group in former(made).by_term
    ]
    assert told == [(3, [made.left]), (2, [made.first])]


def test_before_the_first_term(made: Peopled) -> None:
    left_long_ago(made, 1)
    assert [group.term and group.term.number for group in former(made).by_term] == [3, 2, None]


def test_four_hundred_in_windows(
    made: Peopled, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    left_long_ago(made, 400)
    seen: list[int] = []
    query: str | None = ""
    while query is not None:
        with django_assert_num_queries(2):
            answer = former(made, query)
            stays = [stay for group in answer.by_term for stay in group.stays]
            seen += [stay.pk for stay in stays]
            assert all(stay.person.name and stay.title_in("fa") for stay in stays)
        query = answer.window.older_url
    assert len(stays) <= PER_WINDOW
    assert len(seen) == len(set(seen)) == 402


def test_who_leaves_today_sits_there_still(made: Peopled) -> None:
    Appointment.objects.filter(person=made.head).update(until=None)
    assert made.head not in {stay.person for stay in former(made).window.items}
    assert BEGAN < LEFT


def test_who_sits_again_today_is_said_so(made: Peopled) -> None:
    sits(made.vacant, made.left, LEFT + ONE_DAY)
    told = {stay.person: stay.sits_again for stay in former(made).window.items}
    assert told == {made.left: True, made.first: False}
    assert [stay.person for stay in gone(Appointment.objects.all())] == [made.first]


def test_who_sits_in_another_council_is_gone_from_this_one(made: Peopled, site: SmallSite) -> None:
    sits(seat(council(site)), made.left, LEFT + ONE_DAY)
    assert gone(Appointment.objects.of_council(made.page)).count() == 2


def test_terms_of_a_council_that_ended(made: Peopled) -> None:
    Term.objects.create(council=made.page, number=4, since=LEFT + 400 * ONE_DAY)
    assert [term.number for term in terms_of(made.page)] == [4, 3, 2, 1]
    made.page.closed_on = LEFT
    assert [(term.number, term.until) for term in terms_of(made.page)][:2] == [
        (3, LEFT),
        (2, BEGAN - ONE_DAY),
    ]


@pytest.mark.parametrize("query", ["before=x", "after=1", "before=1-2-3"])
def test_a_place_that_is_none(made: Peopled, query: str) -> None:
    with pytest.raises(Http404):
        former(made, query)
