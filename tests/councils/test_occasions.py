"""Pages that other features may call occasions."""

import datetime as dt

import pytest
from wagtail import hooks
from wagtail.models import Page

from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.occasions import HOOK, Occasions, day_of, occasion_of

DAY = dt.date(2026, 3, 21)


def test_a_registered_page_type_says_when_and_whose(site: SmallSite) -> None:
    page = council(site)
    kind = Occasions(CouncilPage, lambda one: DAY, lambda one: [one.translation_key])
    with hooks.register_temporarily(HOOK, lambda: kind):
        found = occasion_of(Page.objects.get(pk=page.pk))
        assert found is not None
        assert (found.day, found.councils) == (DAY, {page.translation_key})


@pytest.mark.parametrize("name", ["home", "section"])
def test_other_pages_are_none(site: SmallSite, name: str) -> None:
    page = getattr(site, name)
    assert occasion_of(page) is None
    assert day_of(page) is None
