"""The form of who came."""

from tests.councils.making import seat
from tests.making import SmallSite
from tests.meetings.making import announced, fresh, meeting, staffed_council
from wagtail_prcouncil.councils.states import Role
from wagtail_prcouncil.meetings.actions.attending import prefill
from wagtail_prcouncil.meetings.actions.convening import Notice, set_notice
from wagtail_prcouncil.meetings.admin.rolls import RollForm, quorum_shown, rows_of
from wagtail_prcouncil.meetings.states import Kind, Presence


def test_nobody_can_be_present_on_a_vacant_seat(site: SmallSite) -> None:
    council = staffed_council(site, 1)
    seat(council)
    made = announced(council)
    prefill(made, version=made.version)
    form = RollForm(rows=rows_of(made))
    choices = [
        [value for value, _label in form.fields[f"presence-{row.pk}"].choices]  # type: ignore[attr-defined]
        for row in sorted(form.rows, key=lambda row: row.person_id is None)
    ]
    assert Presence.PRESENT in choices[0]
    assert Presence.PRESENT not in choices[1]


def test_officers_stand_first_and_the_leading_council_before_others(site: SmallSite) -> None:
    other, council = staffed_council(site, 1), staffed_council(site, 2)
    seat(council, role=Role.CHAIR)
    made = meeting(council)
    notice = Notice(
        kind=Kind.JOINT, starts_at=made.starts_at, ends_at=made.ends_at, organisers=[other]
    )
    made = set_notice(made, notice, version=made.version)
    made = prefill(made, version=made.version)
    councils = list(RollForm(rows=rows_of(made)).councils())
    assert [one.title for one in councils] == [council.title, other.title]
    assert rows_of(made)[0].seat.role == Role.CHAIR  # type: ignore[union-attr]


def test_the_quorum_counts_seats_of_the_leading_council_with_a_vote(site: SmallSite) -> None:
    council = staffed_council(site, 3)
    made = announced(council, days=-1)
    prefill(made, version=made.version)
    rows = rows_of(fresh(made))
    all_there = {row.pk: Presence.PRESENT.value for row in rows}
    assert quorum_shown(made, rows, all_there).is_reached
    nobody: dict[int, str] = {}
    assert not quorum_shown(made, rows, nobody).is_reached
    rows[0].has_vote = False
    assert quorum_shown(made, rows, all_there).present in {"2", "۲"}
