"""Pages that stand below a council from their first day."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Page, PageLogEntry

from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.placing import add_below, list_of
from wagtail_prcouncil.councils.models import CouncilIndexPage, CouncilPage
from wagtail_prcouncil.councils.states import Right


def test_the_list_is_made_once_as_a_draft(site: SmallSite) -> None:
    home = council(site)
    made = list_of(home, CouncilIndexPage, "فهرست", "list", None)
    assert (made.title, made.slug, made.live) == ("فهرست", "list", False)
    assert list_of(CouncilPage.objects.get(pk=home.pk), CouncilIndexPage, "دیگر", "x", None) == made


def test_an_address_that_is_taken_gets_a_number(site: SmallSite) -> None:
    home = council(site)
    pages = [Page(title="!", slug="", locale=home.locale, live=False) for _time in range(3)]
    for page in pages:
        add_below(home, page, "charter", None)
    assert [page.slug for page in pages] == ["charter", "charter-2", "charter-3"]
    told = PageLogEntry.objects.filter(page=pages[0].pk, action="wagtail.create")
    assert told.count() == 1  # Wagtail's own


def test_whoever_may_add_no_pages_there_adds_none(site: SmallSite) -> None:
    home = council(site)
    keeper = member_of(group_for(home, rights=[Right.VIEW_SEATS]))
    with pytest.raises(PermissionDenied):
        add_below(home, Page(title="سند", slug="", locale=home.locale), "charter", keeper)
    assert not home.get_children().exists()
