"""The menu of charters."""

from django.test import RequestFactory

from tests.charters.admin.desk import KEEPING, chief, place
from tests.charters.making import charter
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.viewsets import ShownToKeepers


def test_the_menu_is_for_those_who_see_any_charter(site: SmallSite, rf: RequestFactory) -> None:
    home = council(site)
    item = ShownToKeepers("میثاق‌ها", "/")
    for rights, is_shown in ((KEEPING, True), ([Right.VIEW], True), ([], False)):
        request = rf.get("/")
        request.user = member_of(group_for(home, rights=rights))
        assert item.is_shown(request) is is_shown, rights


def test_the_key_of_a_charter_leads_to_its_first_tab(site: SmallSite) -> None:
    one = charter(council(site))
    assert chief().get(place("edit", one))["Location"] == place("text", one)


def test_keys_that_no_database_has_are_not_found(site: SmallSite) -> None:
    client = chief()
    for key in ("999999999999999999", "99999999999999999999999", "x"):
        for address in (f"{key}/text/", f"{key}/adopt/", f"{key}/compare/", f"unveil/{key}/"):
            assert client.get(f"/admin/charters/{address}").status_code == 404, address
