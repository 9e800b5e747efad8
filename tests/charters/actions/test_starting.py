"""A charter is begun with its page."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from tests.charters.making import charter_index
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.starting import start
from wagtail_prcouncil.charters.models import Charter, CharterIndexPage, CharterPage
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.rules import CharterError
from wagtail_prcouncil.charters.states import Kind, Standing
from wagtail_prcouncil.councils.rules import CouncilError


def test_page_facts_and_first_version_are_made_together(site: SmallSite) -> None:
    home = council(site)
    made = start(home, "  منشور ", Kind.CHARTER)
    assert (made.page.title, made.kind, made.council) == ("منشور", Kind.CHARTER, home)
    assert not made.page.live
    assert [(row.number, row.standing) for row in made.versions.all()] == [(1, Standing.DRAFT)]


def test_what_breaks_a_rule_leaves_nothing(site: SmallSite) -> None:
    home = council(site)
    for title, kind in ((" ", Kind.BYLAWS), ("منشور", "law")):
        with pytest.raises(CharterError):
            start(home, title, kind)
    type(home).objects.filter(pk=home.pk).update(closed_on=dt.date(2026, 1, 1))
    with pytest.raises(CouncilError):
        start(home, "منشور", Kind.CHARTER)
    assert not CharterPage.objects.exists()
    assert not CharterIndexPage.objects.exists()


def test_it_asks_for_the_right_and_for_the_pages(site: SmallSite) -> None:
    home = council(site)
    charter_index(home)
    for rights in ([Right.VIEW], [Right.ADD]):  # the second may change pages there, and add none
        user = member_of(group_for(home, rights=rights))
        with pytest.raises(PermissionDenied):
            start(home, "منشور", Kind.CHARTER, by=user)
    assert not Charter.objects.exists()
