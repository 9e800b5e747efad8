"""How an election stands, as steps and counts."""

import datetime as dt

import pytest

from tests.councils.making import council, election, person, seat
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.standing import Standings
from wagtail_prcouncil.councils.models import Candidate, Election
from wagtail_prcouncil.councils.states import Phase, Role


def at(site: SmallSite, phase: str, *votes: int | None) -> Election:
    held = {"held_on": dt.date(2024, 5, 1)} if phase in {Phase.HELD, Phase.CONFIRMED} else {}
    one = election(seat(council(site), Role.CHAIR), phase=phase, **held)
    for number, count in enumerate(votes):
        Candidate.objects.create(election=one, person=person(f"نامزد {number}"), votes=count)
    return one


@pytest.mark.parametrize(
    ("phase", "votes", "following"),
    [
        (Phase.ANNOUNCED, [], "candidates"),
        (Phase.CANDIDATES, [], "candidates"),
        (Phase.CANDIDATES, [None, None], "vote"),
        (Phase.HELD, [4, 3], "confirm"),
    ],
)
def test_one_step_comes_next(
    site: SmallSite, phase: str, votes: list[int | None], following: str
) -> None:
    steps = Standings(at(site, phase, *votes)).steps()
    assert [f"/{following}/" in step.url for step in steps if step.is_next] == [True]


def test_nothing_is_left_to_do_in_the_end(site: SmallSite) -> None:
    assert Standings(at(site, Phase.ANNULLED)).steps() == []


def test_what_was_held_is_not_deleted(site: SmallSite) -> None:
    urls = [step.url for step in Standings(at(site, Phase.HELD, 1)).steps()]
    assert not any("/delete/" in url for url in urls)


def test_the_way_that_has_been_gone(site: SmallSite) -> None:
    phases = Standings(at(site, Phase.HELD, 1)).phases()
    assert [phase.is_done for phase in phases] == [True, True, False, False]
    assert [phase.is_current for phase in phases] == [False, False, True, False]
    [annulled] = Standings(at(site, Phase.ANNULLED)).phases()
    assert annulled.is_current


def test_most_votes_stand_first(site: SmallSite) -> None:
    counts = Standings(at(site, Phase.HELD, 1, 3, 0)).counts()
    assert [(count.votes, count.share) for count in counts] == [("۳", 75), ("۱", 25), ("۰", 0)]
    assert [count.is_ahead for count in counts] == [True, False, False]


def test_before_the_vote_there_are_no_counts(site: SmallSite) -> None:
    counts = Standings(at(site, Phase.CANDIDATES, None, None)).counts()
    assert {(count.votes, count.share, count.is_ahead) for count in counts} == {("", 0, False)}
