import datetime as dt
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from wagtail.log_actions import registry

from tests.councils.making import START, council, election, person, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.appointing import Letter, correct
from wagtail_prcouncil.councils.actions.electing import (
    Record,
    Standing,
    announce,
    annul,
    confirm,
    correct_announcement,
    hold,
    revise,
    set_candidates,
)
from wagtail_prcouncil.councils.models import Appointment, Candidate, Election
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.rules import ConflictError, CouncilError
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import TRANSITIONS, Basis, Method, Phase, Role, Verb

pytestmark = pytest.mark.django_db
HELD = START + dt.timedelta(days=30)


def held(site: SmallSite, *votes: int, **said: object) -> Election:
    """An election of a secretary with so many votes for each candidate."""
    place = seat(council(site), Role.SECRETARY, agency=None, is_voting=False)
    row = announce(election(place, phase=Phase.ANNULLED))
    standing = [Standing(person(), agency()) for _ in votes]
    row = set_candidates(row, standing, version=row.version)
    counts = dict(zip(row.candidates.values_list("pk", flat=True), votes, strict=True))
    record = Record(HELD, Method.SECRET, said.get("voters", sum(votes)), counts)  # type: ignore[arg-type]
    return hold(row, record, version=row.version)


def test_from_the_announcement_to_the_seat(site: SmallSite) -> None:
    row = held(site, 3, 5)
    before = sits(row.seat)
    made = confirm(row, since=HELD, version=row.version)
    before.refresh_from_db()
    row.refresh_from_db()
    winner = row.candidates.get(votes=5)
    assert (row.phase, row.elected) == (Phase.CONFIRMED, winner)
    assert (made.person, made.agency, made.election) == (winner.person, winner.agency, row)
    assert before.until == HELD - dt.timedelta(days=1)


def test_it_makes_one_appointment(site: SmallSite) -> None:
    row = held(site, 3, 5)
    confirm(row, since=HELD, version=row.version)
    with pytest.raises(ConflictError):
        confirm(row, since=HELD, version=row.version)
    row.refresh_from_db()
    with pytest.raises(ConflictError):
        confirm(row, since=HELD, version=row.version)
    assert Appointment.objects.count() == 1


def test_who_was_elected_stays_who_was_elected(site: SmallSite) -> None:
    row = held(site, 3, 5)
    made = confirm(row, since=HELD, version=row.version)
    with pytest.raises(CouncilError) as refused:
        correct(made, Letter(person(), made.span), version=made.version)
    assert refused.value.field == "person"
    ended = Letter(made.person, Span(HELD, HELD), agency=made.agency, basis=Basis.LETTER)
    assert correct(made, ended, version=made.version).basis == Basis.ELECTION


def test_no_election_is_announced_ahead(site: SmallSite) -> None:
    place = seat(council(site), Role.CHAIR)
    with pytest.raises(CouncilError) as refused:
        announce(Election(seat=place, announced_on=dt.date(2999, 1, 1)))
    assert refused.value.field == "announced_on"


def test_more_votes_than_voters_are_refused_and_nothing_is_kept(site: SmallSite) -> None:
    with pytest.raises(CouncilError) as refused:
        held(site, 3, 5, voters=7)
    assert refused.value.field == "voters_present"
    assert not Candidate.objects.exclude(votes=None).exists()
    assert Election.objects.get().phase == Phase.CANDIDATES


def test_a_tie_is_decided_by_whoever_decides_it(site: SmallSite) -> None:
    row = held(site, 4, 4, 1)
    _first, second, third = row.candidates.all()
    for chosen, decision in ((None, "قرعه"), (third, "قرعه"), (second, "")):
        with pytest.raises(CouncilError):
            confirm(row, since=HELD, version=row.version, chosen=chosen, tie_decision=decision)
    made = confirm(row, since=HELD, version=row.version, chosen=second, tie_decision="قرعه")
    row.refresh_from_db()
    assert (made.person, row.tie_decision) == (second.person, "قرعه")


def test_an_appointment_that_cannot_be_undoes_the_confirmation(site: SmallSite) -> None:
    row = held(site, 3, 5)
    winner = row.candidates.get(votes=5)
    type(winner.agency).objects.filter(pk=winner.agency_id).update(
        closed_on=START, closing_reason="abolished"
    )
    with pytest.raises(CouncilError):
        confirm(row, since=HELD, version=row.version)
    row.refresh_from_db()
    assert row.phase == Phase.HELD


def test_a_wrong_record_is_opened_again(site: SmallSite) -> None:
    row = held(site, 3, 5)
    row = revise(row, version=row.version)
    assert row.phase == Phase.CANDIDATES
    counts = dict(zip(row.candidates.values_list("pk", flat=True), (6, 2), strict=True))
    row = hold(row, Record(HELD, Method.SECRET, 8, counts), version=row.version)
    assert confirm(row, since=HELD, version=row.version).person == row.candidates.first().person


def test_one_election_for_a_seat_at_a_time_and_only_of_officers(site: SmallSite) -> None:
    place = seat(council(site), Role.CHAIR)
    announce(Election(seat=place, announced_on=START))
    for wrong in (place, seat(place.council)):
        with pytest.raises(CouncilError) as refused:
            announce(Election(seat=wrong, announced_on=START))
        assert refused.value.field == "seat"


def test_nobody_stands_twice_and_nobody_takes_office_before_the_vote(site: SmallSite) -> None:
    row, who = (
        announce(Election(seat=seat(council(site), Role.CHAIR), announced_on=START)),
        person(),
    )
    with pytest.raises(CouncilError):
        set_candidates(row, [Standing(who), Standing(who)], version=row.version)
    row = held(site, 1)
    with pytest.raises(CouncilError) as refused:
        confirm(row, since=START, version=row.version)
    assert refused.value.field == "since"


def test_an_annulled_election_says_why_and_is_over(site: SmallSite) -> None:
    row = held(site, 3, 5)
    with pytest.raises(CouncilError):
        annul(row, note=" ", version=row.version)
    row = annul(row, note="حد نصاب نبود", version=row.version)
    assert row.phase == Phase.ANNULLED
    with pytest.raises(ConflictError):
        confirm(row, since=HELD, version=row.version)


@pytest.mark.parametrize("phase", Phase.values)
@pytest.mark.parametrize("verb", Verb.values)
def test_what_is_not_due_is_refused(site: SmallSite, phase: str, verb: str) -> None:
    """Every verb in every phase, against the table."""
    row = held(site, 3, 5)
    elected = row.candidates.get(votes=5)
    Election.objects.filter(pk=row.pk).update(
        phase=phase, elected=elected if phase == Phase.CONFIRMED else None
    )
    row.refresh_from_db()
    counts = {candidate.pk: 1 for candidate in row.candidates.all()}
    told: dict[str, Any] = {"version": row.version}
    verbs = {
        Verb.OPEN: lambda: set_candidates(row, [Standing(person())], **told),
        Verb.HOLD: lambda: hold(row, Record(HELD, Method.SECRET, 9, counts), **told),
        Verb.REVISE: lambda: revise(row, **told),
        Verb.CONFIRM: lambda: confirm(row, since=HELD, **told),
        Verb.ANNUL: lambda: annul(row, note="x", **told),
    }
    # Candidates may be set again while they stand, beyond the first opening.
    may = phase in TRANSITIONS[verb].before or (verb == Verb.OPEN and phase == Phase.CANDIDATES)
    if may:
        verbs[Verb(verb)]()
        return
    with pytest.raises(ConflictError):
        verbs[Verb(verb)]()
    row.refresh_from_db()
    assert row.phase == phase


def test_without_the_right_nothing_happens(site: SmallSite) -> None:
    row = held(site, 3, 5)
    nobody = get_user_model().objects.create_user("nobody", password="x")
    with pytest.raises(PermissionDenied):
        confirm(row, since=HELD, version=row.version, by=nobody)
    assert not Appointment.objects.exists()


def test_a_slip_in_the_announcement_is_put_right(site: SmallSite) -> None:
    place = seat(council(site), Role.CHAIR)
    other = seat(place.council, Role.VICE_CHAIR)
    row = announce(Election(seat=place, announced_on=HELD))
    said: dict[str, Any] = {"announced_on": START, "note": "با نامه", "version": row.version}
    row = correct_announcement(row, seat=other, **said)
    assert (row.seat, row.announced_on, row.note) == (other, START, "با نامه")
    assert (row.phase, row.version) == (Phase.ANNOUNCED, 2)
    logs = registry.get_logs_for_instance(row)
    log = logs.get(action="prcouncil_councils.correct_announcement")
    assert log.data["before"] == {"seat": place.pk, "announced_on": str(HELD)}


def test_an_announcement_is_corrected_by_the_rules_of_one(site: SmallSite) -> None:
    place = seat(council(site), Role.CHAIR)
    busy, member = seat(place.council, Role.VICE_CHAIR), seat(place.council)
    foreign = seat(council(site), Role.CHAIR)
    row = announce(Election(seat=place, announced_on=START))
    announce(Election(seat=busy, announced_on=START))
    for wrong in (busy, member, foreign):
        with pytest.raises(CouncilError) as refused:
            correct_announcement(row, seat=wrong, announced_on=START, version=row.version)
        assert refused.value.field == "seat"
    with pytest.raises(CouncilError) as refused:
        day = dt.date(2999, 1, 1)
        correct_announcement(row, seat=place, announced_on=day, version=row.version)
    assert refused.value.field == "announced_on"


def test_an_announcement_is_settled_once_the_vote_is_held(site: SmallSite) -> None:
    row = held(site, 3, 5)
    with pytest.raises(ConflictError):
        correct_announcement(row, seat=row.seat, announced_on=START, version=row.version)
    row = revise(row, version=row.version)
    with pytest.raises(ConflictError):
        correct_announcement(row, seat=row.seat, announced_on=START, version=row.version - 1)
    nobody = get_user_model().objects.create_user("nobody", password="x")
    told: dict[str, Any] = {"seat": row.seat, "announced_on": START, "version": row.version}
    with pytest.raises(PermissionDenied):
        correct_announcement(row, **told, by=nobody)
    assert correct_announcement(row, **told).phase == Phase.CANDIDATES


def test_nobody_takes_office_years_after_the_vote(site: SmallSite) -> None:
    row = held(site, 3, 5)
    with pytest.raises(CouncilError) as refused:
        confirm(row, since=today() + dt.timedelta(days=400), version=row.version)
    assert refused.value.field == "since"
    row.refresh_from_db()
    assert row.phase == Phase.HELD
