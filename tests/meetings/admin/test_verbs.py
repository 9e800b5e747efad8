"""What the desk says of each verb."""

import pytest

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.admin.desk import KEEPING, place
from tests.meetings.making import meeting, staffed_council
from wagtail_prcouncil.meetings.admin import desk
from wagtail_prcouncil.meetings.admin.verbs import place_of, verbs_shown, why_not
from wagtail_prcouncil.meetings.states import Axis
from wagtail_prcouncil.meetings.transitions import STATUS, Verb


def test_a_verb_is_found_on_its_axis() -> None:
    assert place_of(Verb.ANNOUNCE) == (Axis.STATUS, STATUS[Verb.ANNOUNCE])
    assert place_of(Verb.CIRCULATE)[0] == Axis.MINUTES


def test_what_can_be_done_has_an_address_and_what_cannot_a_reason(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    keeper = member_of(group_for(made.council, rights=KEEPING))
    shown = {verb.label: verb for verb in verbs_shown(made, tuple(STATUS), keeper)}
    assert len(shown) == len(STATUS)
    assert all(bool(verb.url) != bool(verb.reason) for verb in shown.values())
    assert {verb.url for verb in shown.values() if verb.url} == {
        place("announce", made),
        place("cancel", made),
    }


def test_what_is_missing_is_said(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    made.starts_at = made.ends_at = None
    made.save()
    keeper = member_of(group_for(made.council, rights=KEEPING))
    assert why_not(made, Verb.ANNOUNCE, keeper)
    assert not why_not(made, Verb.CANCEL, keeper)


def test_without_the_right_in_this_council_nothing_can_be_done(site: SmallSite) -> None:
    mine, other = staffed_council(site), staffed_council(site)
    keeper = member_of(group_for(mine, rights=KEEPING))
    assert all(why_not(meeting(other), verb, keeper) for verb in STATUS)


@pytest.mark.parametrize("verb", list(desk.STEPS))
def test_every_verb_with_a_screen_is_that_of_its_view(verb: Verb) -> None:
    assert desk.STEPS[verb].verb == verb
