"""Steps of an election that somebody else was faster with, or that a rule forbids."""

import datetime as dt

import pytest

from tests.councils.admin.desk import (
    candidate_words,
    chief,
    election_place,
    errors,
    secretary,
    vote_words,
)
from tests.councils.admin.test_steps import chair, confirmed, held
from tests.councils.making import council, election, person, seat, sits
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.steps import VoteView
from wagtail_prcouncil.councils.models import Candidate, Election
from wagtail_prcouncil.councils.states import Phase, Role


@pytest.mark.parametrize("verb", ["candidates", "vote", "confirm", "annul", "announcement"])
@pytest.mark.parametrize("version", ["x", "", "9" * 40])
def test_a_version_that_is_none_is_told(site: SmallSite, verb: str, version: str) -> None:
    one = held(site, 5)
    response = chief().post(election_place(verb, one.pk), {"version": version})
    assert response.status_code in (200, 409)
    assert response.context["form"].errors or response.context["conflict"]
    one.refresh_from_db()
    assert (one.phase, one.version) == (Phase.HELD, 1)


def test_a_version_that_is_none_leaves_the_candidates_where_they_are(site: SmallSite) -> None:
    one, who = election(chair(site)), person("نامزد")
    words = candidate_words(1, who) | {"version": "x"}
    response = chief().post(election_place("candidates", one.pk), words)
    shown = response.content.decode()
    assert response.status_code == 409
    assert response.context["conflict"]["sentence"] in shown
    assert 'name="version" value="1"' in shown
    assert "نامزد" in shown
    assert not one.candidates.exists()


def test_what_forbids_the_office_stands_beside_a_field(site: SmallSite) -> None:
    place = seat(council(site), Role.CHAIR)
    one = election(place, phase=Phase.HELD, held_on=dt.date(2024, 4, 20), voters_present=20)
    rows = [Candidate.objects.create(election=one, person=person(), votes=5) for _place in "ab"]
    sits(seat(place.council), rows[0].person)
    said = {"chosen": str(rows[0].pk), "tie_decision": "قرعه"}
    client = chief()
    assert list(errors(confirmed(client, one, **said))) == ["chosen"]
    rows[1].delete()
    assert list(errors(confirmed(client, one))) == ["since"]


def test_an_announcement_is_put_right_until_the_vote(site: SmallSite) -> None:
    place = chair(site)
    other, foreign = seat(place.council, Role.VICE_CHAIR), chair(site)
    one = election(place)
    client = secretary(place.council)
    screen = election_place("announcement", one.pk)
    assert screen in client.get(election_place("edit", one.pk)).content.decode()
    words = {"version": "1", "seat": str(other.pk), "announced_on": "۱۴۰۳/۰۱/۰۵", "note": "نو"}
    assert list(errors(client.post(screen, words | {"seat": str(foreign.pk)}))) == ["seat"]
    assert list(errors(client.post(screen, words | {"announced_on": "1479/01/01"}))) == [
        "announced_on"
    ]
    assert client.post(screen, words).status_code == 302
    one.refresh_from_db()
    assert (one.seat, one.announced_on, one.note) == (other, dt.date(2024, 3, 24), "نو")
    assert "نو" in client.get(screen).content.decode()
    Election.objects.filter(pk=one.pk).update(phase=Phase.HELD, held_on=one.announced_on)
    late = client.post(screen, words | {"version": "2", "note": "دیر"})
    assert late.status_code == 409
    assert "دیر" in late.content.decode()  # not lost with the form
    assert screen not in client.get(election_place("edit", one.pk)).content.decode()


def test_an_election_that_is_deleted_while_its_vote_is_recorded(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = election(chair(site), phase=Phase.CANDIDATES)
    row = Candidate.objects.create(election=one, person=person())
    find = VoteView.find

    def find_the_last_time(view: VoteView) -> None:
        find(view)
        view.candidates  # noqa: B018 - as the form reads them
        Election.objects.all().delete()

    monkeypatch.setattr(VoteView, "find", find_the_last_time)
    words = vote_words(1, {row.pk: 9})
    assert chief().post(election_place("vote", one.pk), words).status_code == 409
