"""What the screens of the office have in common: the menu they stand in, the form they ask by."""

import pytest

from tests.comments.making import moderator
from tests.making import SmallSite
from tests.news.staff import chief, group, logged_in, member
from wagtail_prcouncil.comments.states import Right

MANY = "/admin/prcouncil_word_rules/many/"
PLACES = ("prcouncil_word_rules", "prcouncil_canned_replies", "prcouncil_bans")


def test_the_menu_offers_what_one_may(site: SmallSite) -> None:
    everything = logged_in(chief()).get("/admin/").content.decode()
    moderating = logged_in(moderator(site.index, rights=(Right.MODERATE,)))
    shown = moderating.get("/admin/").content.decode()
    for place in PLACES:
        assert f"/admin/{place}/" in everything
        assert f"/admin/{place}/" not in shown
    assert "/admin/comments/" in shown


@pytest.mark.django_db
def test_a_screen_that_asks_leads_back_and_changes_nothing_by_looking() -> None:
    keeper = logged_in(member(group("keepers", "add_wordrule")))
    shown = keeper.get(MANY)
    assert 'href="/admin/prcouncil_word_rules/"' in shown.content.decode()
    assert shown.context["action_url"] == MANY
    assert keeper.post(MANY, {}).context["form"].errors["words"]
