"""What the desk says of each verb."""

import pytest

from tests.charters.admin.desk import KEEPING, place
from tests.charters.making import adopted, charter, draft
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.repealing import repeal
from wagtail_prcouncil.charters.admin import desk
from wagtail_prcouncil.charters.admin.tabs import versions_of
from wagtail_prcouncil.charters.admin.verbs import verbs_shown, version_of, why_not
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.transitions import Verb
from wagtail_prcouncil.councils.models.seat import today


def can(one: Charter) -> set[str]:
    """Verbs that a secretary of the council can do now."""
    keeper = member_of(group_for(one.council, rights=KEEPING))
    versions = versions_of(one)
    shown = verbs_shown(one, versions, tuple(Verb), keeper)
    assert all(bool(verb.url) != bool(verb.reason) for verb in shown)
    return {verb.url for verb in shown if verb.url}


def test_what_can_be_done_has_an_address_and_what_cannot_a_reason(site: SmallSite) -> None:
    one = charter(council(site))
    assert can(one) == {place("begin", one)}
    draft(one)
    assert can(one) == {place("discard", one), place("adopt", one)}
    version = adopted(one)
    assert can(one) == {place("begin", one), place("repeal", one)}
    draft(one)
    assert can(one) == {place(verb, one) for verb in ("discard", "adopt", "repeal")}
    repeal(version, on=today(), reason="کهنه", version=None)
    assert can(one) == {place("discard", one), place("adopt", one)}


def test_repealing_is_of_what_was_adopted_and_the_rest_of_the_draft(site: SmallSite) -> None:
    one = charter(council(site))
    first, second = adopted(one), draft(one)
    versions = versions_of(one)
    assert version_of(Verb.REPEAL, versions) == first
    assert version_of(Verb.ADOPT, versions) == version_of(Verb.DISCARD, versions) == second


def test_without_the_right_in_this_council_nothing_can_be_done(site: SmallSite) -> None:
    mine, other = council(site), council(site)
    keeper = member_of(group_for(mine, rights=KEEPING))
    one = charter(other)
    assert all(why_not(one, versions_of(one), verb, keeper) for verb in Verb)


@pytest.mark.parametrize("verb", list(Verb))
def test_every_verb_has_a_screen_and_it_is_its_own(verb: Verb) -> None:
    assert desk.STEPS[verb].verb == verb
