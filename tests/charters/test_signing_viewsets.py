"""Signatures in the admin's menu."""

from django.urls import reverse

from tests.charters.admin.desk import secretary
from tests.charters.making import charter
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.rights import Right

HOME, LIST = "wagtailadmin_home", "prcouncil_signatures:index"


def test_the_menu_shows_the_list_to_those_who_see_signatures(site: SmallSite) -> None:
    one = charter(council(site))
    for right, sees in ((Right.VIEW_SIGNATURES, True), (Right.VIEW, False)):
        client = secretary(one.council, rights=[right])
        assert (reverse(LIST) in client.get(reverse(HOME)).content.decode()) is sees
        assert (client.get(reverse(LIST)).status_code == 200) is sees


def test_nothing_is_added_or_deleted_there(site: SmallSite) -> None:
    client = secretary(council(site))
    assert client.get(f"{reverse(LIST)}add/").status_code == 404
    assert client.get(f"{reverse(LIST)}delete/1/").status_code == 404
