"""From pages to the desk."""

from typing import Any

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.admin.desk import KEEPING, place
from tests.meetings.making import in_english, meeting, staffed_council
from wagtail_prcouncil.meetings.admin.page_buttons import page_buttons
from wagtail_prcouncil.meetings.rights import Right


def urls(page: Any, user: Any) -> list[str]:
    return [str(button.url) for button in page_buttons(page, user, "edit")]


def test_the_page_of_a_meeting_leads_to_its_desk_in_every_language(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    keeper = member_of(group_for(made.council, rights=KEEPING))
    assert urls(made.page, keeper) == [place("notice", made)]
    assert urls(in_english(made, site), keeper) == [place("notice", made)]


def test_the_page_of_a_council_leads_to_its_meetings(site: SmallSite) -> None:
    council = staffed_council(site)
    keeper = member_of(group_for(council, rights=KEEPING))
    query = f"?council={council.pk}"
    assert urls(council, keeper) == [place("index") + query, place("add") + query]
    reader = member_of(group_for(council, rights=[Right.VIEW]))
    assert urls(council, reader) == [place("index") + query]


def test_whoever_has_no_right_there_finds_no_button(site: SmallSite) -> None:
    mine, other = staffed_council(site), staffed_council(site)
    keeper = member_of(group_for(mine, rights=KEEPING))
    assert urls(other, keeper) == []
    assert urls(meeting(other).page, keeper) == []
    assert urls(site.home, keeper) == []
