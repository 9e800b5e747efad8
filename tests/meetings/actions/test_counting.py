from tests.councils.making import council, person, seat, sits
from tests.making import SmallSite
from tests.meetings.making import announced, fresh, held, staffed_council
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.states import QuorumKind
from wagtail_prcouncil.meetings.actions import attending, convening
from wagtail_prcouncil.meetings.actions.attending import Mark
from wagtail_prcouncil.meetings.actions.convening import Notice
from wagtail_prcouncil.meetings.actions.counting import (
    counts_for_quorum,
    note_quorum,
    quorum_on_the_day,
)
from wagtail_prcouncil.meetings.states import Kind, Presence


def test_the_quorum_of_the_day_is_kept(site: SmallSite) -> None:
    page = staffed_council(site, seats=5, quorum_kind=QuorumKind.MAJORITY)
    made = held(page)
    assert (made.voting_seats, made.quorum_due, made.quorum_present) == (5, 3, 5)
    assert made.is_quorate
    CouncilPage.objects.filter(pk=page.pk).update(quorum_kind=QuorumKind.SHARE, quorum_value=100)
    assert fresh(made).quorum_due == 3


def test_a_substitute_counts_and_whoever_is_excused_does_not(site: SmallSite) -> None:
    made = held(staffed_council(site, seats=3, quorum_kind=QuorumKind.MAJORITY))
    first, second, third = made.attendances.of_seats().order_by("pk")
    marks = {
        first.pk: Mark(Presence.REPRESENTED, person()),
        second.pk: Mark(Presence.EXCUSED),
        third.pk: Mark(Presence.ABSENT),
    }
    made = attending.record(made, marks, version=made.version)
    assert (made.quorum_present, made.is_quorate) == (1, False)


def test_seats_of_other_organisers_and_without_a_vote_do_not_count(site: SmallSite) -> None:
    page, beside = staffed_council(site, seats=2), staffed_council(site, seats=4)
    sits(seat(page, is_voting=False))
    made = announced(page, days=-1)
    words = Notice(
        kind=Kind.JOINT, starts_at=made.starts_at, ends_at=made.ends_at, organisers=[beside]
    )
    made = convening.set_notice(made, words, version=made.version)
    made = attending.prefill(made, version=made.version)
    assert made.attendances.count() == 7
    assert quorum_on_the_day(made)[0] == 2
    note_quorum(made)
    assert (made.voting_seats, made.quorum_present) == (2, 2)
    assert sum(counts_for_quorum(line, made) for line in made.attendances.all()) == 2


def test_a_council_without_seats_has_nobody_there(site: SmallSite) -> None:
    made = announced(council(site))
    note_quorum(made)
    assert (made.voting_seats, made.quorum_present) == (0, 0)
