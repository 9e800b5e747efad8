import datetime as dt
from collections.abc import Sequence

import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from tests.councils.making import election, person, seat
from tests.councils.public.making import Peopled
from tests.making import SmallSite, reading
from tests.meetings.making import announced, fresh, in_english, staffed_council
from wagtail_prcouncil.councils.actions import electing
from wagtail_prcouncil.councils.models import Election, Seat
from wagtail_prcouncil.councils.public.elections import MOST_ON_COUNCIL, Elections, Shown, latest
from wagtail_prcouncil.councils.states import Method, Role

pytestmark = pytest.mark.django_db
DAY = dt.date(2025, 5, 1)


def held(place: Seat, votes: Sequence[int], day: dt.date = DAY) -> Election:
    """An election of so many candidates, held on that day."""
    election = electing.announce(Election(seat=place, announced_on=day))
    standing = [electing.Standing(person()) for _count in votes]
    election = electing.set_candidates(election, standing, version=election.version)
    counted = dict(zip([row.pk for row in election.candidates.all()], votes, strict=True))
    record = electing.Record(day, Method.SECRET, sum(votes), counted)
    return electing.hold(election, record, version=election.version)


@pytest.fixture
def secretary(made: Peopled) -> Seat:
    return seat(made.page, Role.SECRETARY, agency=None, is_voting=False)


def test_most_votes_first(secretary: Seat) -> None:
    shown = Shown(held(secretary, [2, 7, 3]))
    assert [row.votes for row in shown.candidates] == [7, 3, 2]
    assert (shown.is_counted, shown.tone) == (True, "wait")


def test_a_confirmed_one(secretary: Seat) -> None:
    election = held(secretary, [2, 7])
    electing.confirm(election, since=DAY, version=election.version)
    assert Shown(Election.objects.get(pk=election.pk)).tone == "good"


def test_nothing_is_counted_before_it_was_held(secretary: Seat) -> None:
    election = electing.announce(Election(seat=secretary, announced_on=DAY))
    assert not Shown(election).is_counted


def test_a_meeting_that_nobody_may_read_is_not_named(secretary: Seat, site: SmallSite) -> None:
    election = held(secretary, [1])
    election.meeting = site.index.page_ptr
    assert Shown(election).meeting == site.index.page_ptr
    PageViewRestriction.objects.create(page=site.index, restriction_type="login")
    assert Shown(election).meeting is None


def test_the_latest_and_the_others(
    made: Peopled, secretary: Seat, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for year in range(2016, 2022):
        election = held(secretary, [1, 2], dt.date(year, 5, 1))
        electing.annul(election, note="بی‌اثر", version=election.version)
    with reading(), django_assert_num_queries(2):
        shown = latest(made.page)
        assert [len(one.candidates) for one in shown] == [2] * (MOST_ON_COUNCIL + 1)
    days = [one.election.announced_on.year for one in Elections(made.page, QueryDict()).shown]
    assert days == [2021, 2020, 2019, 2018, 2017, 2016]


def test_meetings_of_many_are_asked_for_with_them(
    site: SmallSite, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """A translation of a meeting is nobody's whose original is kept from readers."""
    home = staffed_council(site)
    place, rows = seat(home), [announced(home) for _number in range(3)]
    for row in rows:
        election(place, meeting=in_english(row, site))
    fresh(rows[0]).page.unpublish()
    with reading(), django_assert_num_queries(2):
        named = [one.meeting for one in latest(home)]
    assert named.count(None) == 1
    assert len(named) == 3
