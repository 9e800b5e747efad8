from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from tests.councils.making import council, seat
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import CouncilIndexPage, Seat
from wagtail_prcouncil.councils.scopes import Scope, require, scope_of, within
from wagtail_prcouncil.councils.states import Right

pytestmark = pytest.mark.django_db


def test_a_secretary_has_rights_in_his_own_council(site: SmallSite) -> None:
    own, other = council(site), council(site)
    mine, _theirs = seat(own), seat(other)
    user = member_of(group_for(own, rights=[Right.CHANGE_SEATS]))
    scope = scope_of(user, Right.CHANGE_SEATS)
    assert (scope.covers(own), scope.covers(other)) == (True, False)
    assert list(within(Seat.objects.all(), scope, "council")) == [mine]
    require(user, Right.CHANGE_SEATS, own)
    for right, page in ((Right.CHANGE_SEATS, other), (Right.ADD_SEATS, own)):
        with pytest.raises(PermissionDenied):
            require(user, right, page)


def test_a_group_gives_a_right_only_where_it_changes_pages_itself(site: SmallSite) -> None:
    """An editor of everything who keeps one council keeps one council."""
    own, other = council(site), council(site)
    user = member_of(group_for(site.home), group_for(own, rights=[Right.CHANGE_SEATS]))
    scope = scope_of(user, Right.CHANGE_SEATS)
    assert (scope.covers(own), scope.covers(other)) == (True, False)


def test_whoever_keeps_the_list_keeps_all_councils_in_it(site: SmallSite) -> None:
    page = council(site)
    index = CouncilIndexPage.objects.get(locale=site.fa)
    scope = scope_of(member_of(group_for(index, rights=[Right.APPOINT])), Right.APPOINT)
    assert scope.covers(page)


def test_superusers_everywhere_and_nobody_nowhere(site: SmallSite) -> None:
    page = council(site)
    chief = get_user_model().objects.create_superuser("chief", password="x")
    assert scope_of(chief, Right.CHANGE_SEATS).covers(page)
    chief.is_active = False
    unplaced = member_of(group_for(rights=[Right.CHANGE_SEATS]))
    users: list[Any] = [chief, AnonymousUser(), unplaced]
    for user in users:
        scope = scope_of(user, Right.CHANGE_SEATS)
        assert not scope
        assert not within(Seat.objects.all(), scope, "council").exists()
        with pytest.raises(PermissionDenied):
            require(user, Right.CHANGE_SEATS, page)
    require(None, Right.CHANGE_SEATS, page)


def test_two_scopes_together(site: SmallSite) -> None:
    one, other = council(site), council(site)
    both = Scope(paths=(one.path,)) | Scope(paths=(other.path,))
    assert both.covers(one)
    assert both.covers(other)
    assert Scope(paths=(one.path,)) | Scope() == Scope(paths=(one.path,))
    assert (both | Scope(everything=True)).covers(one)
