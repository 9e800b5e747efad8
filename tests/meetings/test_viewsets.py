"""The menu of meetings."""

from django.test import RequestFactory

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.admin.desk import KEEPING, chief, place
from tests.meetings.making import meeting, staffed_council
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.viewsets import ShownToKeepers


def test_the_menu_is_for_those_who_see_any_meeting(site: SmallSite) -> None:
    council = staffed_council(site)
    item = ShownToKeepers("نشست‌ها", "/")
    for rights, is_shown in ((KEEPING, True), ([Right.VIEW], True), ([], False)):
        request = RequestFactory().get("/")
        request.user = member_of(group_for(council, rights=rights))
        assert item.is_shown(request) is is_shown, rights


def test_the_key_of_a_meeting_leads_to_its_first_tab(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    assert chief().get(place("edit", made))["Location"] == place("notice", made)


def test_keys_that_no_database_has_are_not_found(site: SmallSite) -> None:
    client = chief()
    for key in ("999999999999999999", "99999999999999999999999", "x"):
        assert client.get(f"/admin/meetings/{key}/notice/").status_code == 404, key
