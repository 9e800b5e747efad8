"""From pages to the desk."""

from typing import Any

from tests.charters.admin.desk import KEEPING, place
from tests.charters.making import charter, in_english
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.admin.page_buttons import page_buttons
from wagtail_prcouncil.charters.rights import Right


def urls(page: Any, user: Any) -> list[str]:
    return [str(button.url) for button in page_buttons(page, user, "edit")]


def test_the_page_of_a_charter_leads_to_its_desk_in_every_language(site: SmallSite) -> None:
    one = charter(council(site))
    keeper = member_of(group_for(one.council, rights=KEEPING))
    assert urls(one.page, keeper) == [place("text", one)]
    assert urls(in_english(one, site), keeper) == [place("text", one)]


def test_the_page_of_a_council_leads_to_its_charters(site: SmallSite) -> None:
    home = council(site)
    query = f"?council={home.pk}"
    keeper = member_of(group_for(home, rights=KEEPING))
    assert urls(home, keeper) == [place("index") + query, place("add") + query]
    reader = member_of(group_for(home, rights=[Right.VIEW]))
    assert urls(home, reader) == [place("index") + query]


def test_whoever_has_no_right_there_finds_no_button(site: SmallSite) -> None:
    mine, other = council(site), council(site)
    keeper = member_of(group_for(mine, rights=KEEPING))
    assert urls(other, keeper) == []
    assert urls(charter(other).page, keeper) == []
    assert urls(site.home, keeper) == []
