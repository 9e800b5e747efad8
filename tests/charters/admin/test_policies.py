"""Rights on charters count in the councils of their scope alone."""

from tests.charters.making import adopted, charter, signed
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.admin.policies import CHARTERS, SIGNATURES
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.councils.admin.policies import SEATS
from wagtail_prcouncil.councils.states import Right as CouncilRight


def test_a_right_counts_where_the_group_may_change_pages(site: SmallSite) -> None:
    mine, other = council(site), council(site)
    rights = [Right.ADOPT, Right.EXPORT, Right.CHANGE_SIGNATURES]
    keeper = member_of(group_for(mine, rights=rights))
    assert CHARTERS.scope(keeper, "adopt").covers(mine)
    assert CHARTERS.scope(keeper, "export").covers(mine)
    assert not CHARTERS.scope(keeper, "adopt").covers(other)
    assert not CHARTERS.scope(keeper, "change")
    for home, may in ((mine, True), (other, False)):
        row = signed(adopted(charter(home)))
        assert SIGNATURES.user_has_permission_for_instance(keeper, "change", row) is may


def test_rights_on_councils_give_none_on_charters(site: SmallSite) -> None:
    home = council(site)
    keeper = member_of(group_for(home, rights=list(CouncilRight)))
    assert not CHARTERS.user_has_permission(keeper, "view")


def test_a_request_asks_once_for_councils_and_charters(
    site: SmallSite, django_assert_num_queries: object
) -> None:
    keeper = member_of(group_for(council(site), rights=[Right.ADOPT, CouncilRight.CHANGE_SEATS]))
    keeper.has_perm("wagtailadmin.access_admin")  # the admin has asked for this before
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert SEATS.user_has_permission(keeper, "change")
        assert CHARTERS.user_has_permission(keeper, "adopt")
