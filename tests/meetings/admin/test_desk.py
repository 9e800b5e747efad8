"""Which tabs and screens the desk has."""

import inspect

from django.urls import resolve, reverse

from wagtail_prcouncil.meetings.admin import desk
from wagtail_prcouncil.meetings.admin.tabs import OnTheDesk


def test_every_tab_is_its_own_and_found_at_its_slug() -> None:
    slugs = [tab.slug for tab in desk.TABS]
    assert len(set(slugs)) == len(slugs)
    for tab in desk.TABS:
        assert tab.view.slug == tab.slug  # type: ignore[attr-defined]
        assert reverse(f"prcouncil_meetings:{tab.slug}", args=[7]).endswith(f"/7/{tab.slug}/")


def test_every_screen_stands_below_the_desk_and_leads_back_to_a_tab() -> None:
    slugs = {tab.slug for tab in desk.TABS}
    screens = [*desk.STEPS.values(), *desk.OF_A_MEETING.values(), *desk.OF_A_ROW.values()]
    for view in screens:
        assert inspect.isclass(view)
        assert issubclass(view, OnTheDesk), view
        assert view.slug in slugs, view


def test_the_address_of_a_meeting_is_that_of_its_first_tab(admin_client: object) -> None:
    match = resolve(reverse("prcouncil_meetings:edit", args=[7]))
    assert match.url_name == "edit"
