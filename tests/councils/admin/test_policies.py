"""Which rows of councils Wagtail's screens may show to whom."""

import pytest
from django.contrib.auth.models import AnonymousUser, User

from tests.councils.making import council, seat, sits
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.policies import APPOINTMENTS, ELECTIONS, SEATS, SEEING
from wagtail_prcouncil.councils.models import Seat


def test_a_right_holds_in_the_councils_of_its_group(site: SmallSite) -> None:
    home, other = council(site), council(site)
    mine, foreign = seat(home), seat(other)
    user = member_of(group_for(home, rights=["prcouncil_councils.change_seat"]))
    assert SEATS.user_has_permission(user, "change")
    assert SEATS.user_has_permission_for_instance(user, "change", mine)
    assert not SEATS.user_has_permission_for_instance(user, "change", foreign)
    assert not SEATS.user_has_permission(user, "delete")
    assert list(SEATS.instances_user_has_any_permission_for(user, SEEING)) == [mine]


def test_rows_that_lead_to_a_council_by_their_seat(site: SmallSite) -> None:
    home, other = council(site), council(site)
    mine, foreign = sits(seat(home)), sits(seat(other))
    user = member_of(group_for(home, rights=["prcouncil_councils.view_appointment"]))
    assert APPOINTMENTS.user_has_any_permission_for_instance(user, SEEING, mine)
    assert not APPOINTMENTS.user_has_any_permission_for_instance(user, SEEING, foreign)
    assert list(APPOINTMENTS.instances_user_has_permission_for(user, "view")) == [mine]


def test_rights_of_two_groups_are_not_mixed(site: SmallSite) -> None:
    """To see one council and to change another's seats is not to change the first's."""
    home, other = council(site), council(site)
    seeing = group_for(home, rights=["prcouncil_councils.view_seat"])
    changing = group_for(other, rights=["prcouncil_councils.change_seat"])
    user = member_of(seeing, changing)
    assert not SEATS.user_has_permission_for_instance(user, "change", seat(home))
    assert Seat.objects.count() == len(SEATS.instances_user_has_any_permission_for(user, SEEING))


def test_a_superuser_may_everything_and_a_retired_one_nothing(site: SmallSite) -> None:
    place = seat(council(site))
    user = User.objects.create_superuser("root")
    assert SEATS.user_has_permission_for_instance(user, "delete", place)
    assert ELECTIONS.user_has_permission(user, "confirm")
    retired = User.objects.create_superuser("retired", is_active=False)
    assert not SEATS.user_has_permission(retired, "view")


def test_nobody_may_what_there_is_no_right_for(site: SmallSite) -> None:
    assert not SEATS.user_has_permission(User.objects.create_superuser("root"), "publish")
    assert not SEATS.user_has_permission(AnonymousUser(), "view")


def test_a_request_asks_once(site: SmallSite, django_assert_num_queries: object) -> None:
    user = member_of(group_for(council(site), rights=["prcouncil_councils.view_seat"]))
    user.has_perm("wagtailadmin.access_admin")  # the admin has asked for this before
    with django_assert_num_queries(1):  # type: ignore[operator]
        for policy in (SEATS, APPOINTMENTS, ELECTIONS):
            policy.user_has_any_permission(user, SEEING)


@pytest.mark.parametrize("action", ["change", "delete"])
def test_whom_a_right_is_given(site: SmallSite, action: str) -> None:
    user = member_of(group_for(council(site), rights=[f"prcouncil_councils.{action}_seat"]))
    assert user in SEATS.users_with_any_permission([action])
