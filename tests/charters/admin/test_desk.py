"""Which tabs and screens the desk has."""

import inspect

from django.urls import reverse

from wagtail_prcouncil.charters.admin import desk, reviews
from wagtail_prcouncil.charters.admin.tabs import OnTheDesk


def test_every_tab_is_its_own_and_found_at_its_slug() -> None:
    slugs = [tab.slug for tab in desk.TABS]
    assert len(set(slugs)) == len(slugs)
    for tab in desk.TABS:
        assert vars(tab.view)["slug"] == tab.slug
        assert reverse(f"prcouncil_charters:{tab.slug}", args=[7]).endswith(f"/7/{tab.slug}/")


def test_every_screen_stands_below_the_desk_and_leads_back_to_a_tab() -> None:
    slugs = {tab.slug for tab in desk.TABS}
    screens = [*desk.STEPS.values(), *desk.OF_A_CHARTER.values(), *desk.OF_A_ROW.values()]
    screens.remove(reviews.EvidenceView)  # a file, which is read out
    for view in screens:
        assert inspect.isclass(view)
        assert issubclass(view, OnTheDesk), view
        assert view.slug in slugs, view
