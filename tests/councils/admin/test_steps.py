"""An election in the admin, step by step."""

import datetime as dt

import pytest
from django.test import Client

from tests.councils.admin.desk import (
    KEEPING,
    candidate_words,
    chief,
    election_place,
    errors,
    secretary,
    vote_words,
)
from tests.councils.making import council, election, person, seat
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Appointment, Candidate, Election, Seat
from wagtail_prcouncil.councils.states import Phase, Role


def chair(site: SmallSite) -> Seat:
    return seat(council(site), Role.CHAIR, agency=None, is_voting=False)


def held(site: SmallSite, *votes: int) -> Election:
    """With a candidate for each number of votes."""
    one = election(chair(site), phase=Phase.HELD, held_on=dt.date(2024, 4, 20), voters_present=20)
    for count in votes:
        Candidate.objects.create(election=one, person=person(), votes=count)
    return one


def confirmed(client: Client, one: Election, **said: str) -> object:
    words = {"version": str(one.version), "since": "1403/02/05"} | said
    return client.post(election_place("confirm", one.pk), words)


def test_from_the_announcement_to_the_office(site: SmallSite) -> None:
    place = chair(site)
    client, first, second = secretary(place.council), person("برنده"), person()
    said = {"seat": str(place.pk), "announced_on": "1403/01/15", "note": ""}
    assert client.post(election_place("add"), said).status_code == 302
    one = Election.objects.get()
    words = candidate_words(1, first, second)
    assert client.post(election_place("candidates", one.pk), words).status_code == 302
    keys = [row.pk for row in one.candidates.order_by("pk")]
    words = vote_words(2, {keys[0]: 6, keys[1]: 3})
    assert client.post(election_place("vote", one.pk), words).status_code == 302
    one.refresh_from_db()
    assert (one.phase, one.voters_present) == (Phase.HELD, 9)
    assert confirmed(client, one).status_code == 302
    made = Appointment.objects.get()
    assert (made.person, made.since, made.election) == (first, dt.date(2024, 4, 24), one)
    assert "برنده" in client.get(election_place("edit", one.pk)).content.decode()


def test_an_election_is_of_an_officer(site: SmallSite) -> None:
    member = seat(council(site))
    said = {"seat": str(member.pk), "announced_on": "1403/01/15"}
    assert list(errors(chief().post(election_place("add"), said))) == ["seat"]


def test_one_election_at_a_time(site: SmallSite) -> None:
    place = chair(site)
    election(place)
    said = {"seat": str(place.pk), "announced_on": "1403/01/15"}
    assert list(errors(chief().post(election_place("add"), said))) == ["seat"]
    assert Election.objects.count() == 1


def test_more_lines_are_given_and_nothing_is_saved(site: SmallSite) -> None:
    one, who = election(chair(site)), person("نامزد")
    words = candidate_words(1, who, more="1")
    response = chief().post(election_place("candidates", one.pk), words)
    assert response.status_code == 200
    assert len(response.context["formset"].forms) == 3
    assert "نامزد" in response.content.decode()
    assert not one.candidates.exists()


@pytest.mark.parametrize(
    "said",
    [
        {"candidates-0-person": "x"},
        {"candidates-0-person": "9" * 40},
        {"candidates-TOTAL_FORMS": "x"},
        {"candidates-TOTAL_FORMS": "999999"},
        {"candidates-TOTAL_FORMS": "", "more": "1"},
    ],
)
def test_garbage_among_the_candidates(site: SmallSite, said: dict[str, str]) -> None:
    one = election(chair(site))
    words = candidate_words(1, person()) | said
    response = chief().post(election_place("candidates", one.pk), words)
    assert response.status_code == 200
    assert not one.candidates.exists()


def test_nobody_stands_twice(site: SmallSite) -> None:
    one, who = election(chair(site)), person()
    response = chief().post(election_place("candidates", one.pk), candidate_words(1, who, who))
    assert response.status_code == 200
    assert list(errors(response)) == ["__all__"]
    assert not one.candidates.exists()


def test_a_candidate_withdraws(site: SmallSite) -> None:
    one = election(chair(site), phase=Phase.CANDIDATES)
    rows = [Candidate.objects.create(election=one, person=person()) for _number in range(2)]
    words = candidate_words(1, *(row.person for row in rows), first=2)
    words["candidates-1-DELETE"] = "on"
    assert chief().post(election_place("candidates", one.pk), words).status_code == 302
    assert list(one.candidates.all()) == rows[:1]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"voters_present": "8"}, "voters_present"),
        ({"voters_present": ""}, "voters_present"),
        ({"voters_present": "-1"}, "voters_present"),
        ({"voters_present": "9" * 30}, "voters_present"),
        ({"blank_votes": "1"}, "voters_present"),
        ({"held_on": "1402/01/01"}, "held_on"),
        ({"held_on": "1450/01/01"}, "held_on"),
        ({"held_on": ""}, "held_on"),
        ({"method": "acclamation"}, "method"),
        ({"method": "duel"}, "method"),
        ({"meeting": "x"}, "meeting"),
        ({"meeting_note": "ۀ" * 200}, "meeting_note"),
    ],
)
def test_a_vote_that_cannot_be(site: SmallSite, said: dict[str, str], field: str) -> None:
    one = election(chair(site), phase=Phase.CANDIDATES)
    rows = [Candidate.objects.create(election=one, person=person()) for _number in range(2)]
    words = vote_words(1, {rows[0].pk: 6, rows[1].pk: 3}) | said
    response = chief().post(election_place("vote", one.pk), words)
    assert response.status_code == 200
    assert field in errors(response)
    one.refresh_from_db()
    assert (one.phase, one.held_on) == (Phase.CANDIDATES, None)
    assert not one.candidates.exclude(votes=None).exists()


def test_a_missing_count_is_told_beside_it(site: SmallSite) -> None:
    one = election(chair(site), phase=Phase.CANDIDATES)
    rows = [Candidate.objects.create(election=one, person=person()) for _number in range(2)]
    words = vote_words(1, {rows[0].pk: 6, rows[1].pk: ""})
    response = chief().post(election_place("vote", one.pk), words)
    assert list(errors(response)) == [f"votes_{rows[1].pk}"]


def test_a_tie_is_decided_in_words(site: SmallSite) -> None:
    one = held(site, 5, 5, 1)
    client = chief()
    first, second, last = one.candidates.order_by("pk")
    assert list(errors(confirmed(client, one))) == ["chosen"]
    assert list(errors(confirmed(client, one, chosen=str(second.pk)))) == ["tie_decision"]
    loser = {"chosen": str(last.pk), "tie_decision": "قرعه"}
    assert list(errors(confirmed(client, one, **loser))) == ["chosen"]
    said = {"chosen": str(second.pk), "tie_decision": "قرعه"}
    assert confirmed(client, one, **said).status_code == 302
    assert Appointment.objects.get().person == second.person


def test_the_second_confirmation_changes_nothing(site: SmallSite) -> None:
    one = held(site, 5, 2)
    client = chief()
    assert confirmed(client, one).status_code == 302
    winner = one.candidates.get(votes=5).person
    again = confirmed(client, one)
    shown = again.content.decode()
    assert again.status_code == 409
    assert str(Phase.CONFIRMED.label) in shown
    assert str(Phase.HELD.label) not in shown  # what was so a moment ago
    told = [(fact.value, fact.more) for fact in again.context["conflict"]["facts"]]
    assert any(value == str(winner) and "۵ اردیبهشت ۱۴۰۳" in more for value, more in told)
    assert 'name="since"' not in shown  # no form that could never succeed
    assert Appointment.objects.count() == 1


def test_nobody_takes_office_before_the_vote(site: SmallSite) -> None:
    one = held(site, 5)
    assert list(errors(confirmed(chief(), one, since="1403/01/01"))) == ["since"]
    one.refresh_from_db()
    assert one.phase == Phase.HELD


def test_a_record_is_opened_again_with_its_counts(site: SmallSite) -> None:
    one = held(site, 5, 2)
    client = chief()
    response = client.post(election_place("revise", one.pk), {"version": "1"})
    assert response.url == election_place("vote", one.pk)
    assert 'value="5"' in client.get(response.url).content.decode()


def test_an_annulment_says_why(site: SmallSite) -> None:
    one = held(site, 5)
    client = chief()
    place = election_place("annul", one.pk)
    assert list(errors(client.post(place, {"version": "1", "note": " "}))) == ["note"]
    assert client.post(place, {"version": "1", "note": "حد نصاب نبود"}).status_code == 302
    one.refresh_from_db()
    assert (one.phase, one.note) == (Phase.ANNULLED, "حد نصاب نبود")


@pytest.mark.parametrize(
    "verb", ["announcement", "candidates", "vote", "confirm", "revise", "annul"]
)
def test_a_step_that_is_not_due_leads_back(site: SmallSite, verb: str) -> None:
    one = held(site, 5)
    Election.objects.filter(pk=one.pk).update(phase=Phase.ANNULLED)
    assert chief().get(election_place(verb, one.pk)).url == election_place("edit", one.pk)


@pytest.mark.parametrize(
    "verb", ["edit", "announcement", "candidates", "vote", "confirm", "revise", "annul"]
)
def test_an_election_of_another_council_is_not_there(site: SmallSite, verb: str) -> None:
    home, foreign = council(site), held(site, 5)
    client = secretary(home)
    assert client.get(election_place(verb, foreign.pk)).status_code == 404
    assert client.post(election_place(verb, foreign.pk)).status_code in (404, 405)


def test_who_may_not_confirm_is_not_asked_to(site: SmallSite) -> None:
    one = held(site, 5)
    rights = [right for right in KEEPING if "confirm" not in right]
    client = secretary(one.seat.council, rights=rights)
    assert election_place("confirm", one.pk) not in str(
        client.get(election_place("edit", one.pk)).content
    )
    assert confirmed(client, one).status_code == 302  # to the dashboard, with a word
    one.refresh_from_db()
    assert one.phase == Phase.HELD
