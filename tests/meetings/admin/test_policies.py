"""Rights on meetings count in the councils of their scope alone."""

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.making import meeting, staffed_council
from wagtail_prcouncil.councils.states import Right as CouncilRight
from wagtail_prcouncil.meetings.admin.policies import MEETINGS
from wagtail_prcouncil.meetings.rights import Right


def test_a_right_counts_where_the_group_may_change_pages(site: SmallSite) -> None:
    mine, other = staffed_council(site), staffed_council(site)
    keeper = member_of(group_for(mine, rights=[Right.CHANGE, Right.SETTLE]))
    assert MEETINGS.scope(keeper, "change").covers(mine)
    assert MEETINGS.scope(keeper, "settle").covers(mine)
    assert not MEETINGS.scope(keeper, "change").covers(other)
    assert not MEETINGS.scope(keeper, "add")
    assert MEETINGS.user_has_permission_for_instance(keeper, "change", meeting(mine))


def test_rights_on_councils_give_none_on_meetings(site: SmallSite) -> None:
    council = staffed_council(site)
    keeper = member_of(group_for(council, rights=list(CouncilRight)))
    assert not MEETINGS.user_has_permission(keeper, "view")
