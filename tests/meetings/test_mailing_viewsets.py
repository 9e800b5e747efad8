"""Mailing lists in the menu."""

from django.urls import reverse

from tests.councils.making import council
from tests.making import SmallSite
from tests.meetings.admin.desk import secretary
from wagtail_prcouncil.meetings.rights import Right


def test_whoever_keeps_a_list_finds_it_in_the_menu(site: SmallSite) -> None:
    page = council(site)
    home, address = reverse("wagtailadmin_home"), reverse("prcouncil_recipients:index")
    keeper = secretary(page, rights=[Right.VIEW_RECIPIENTS])
    assert address in keeper.get(home).content.decode()
    other = secretary(page, rights=[Right.VIEW])
    assert address not in other.get(home).content.decode()
    assert other.get(address).status_code == 302
