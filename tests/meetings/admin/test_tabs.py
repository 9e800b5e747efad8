"""What stands on every tab of the desk, and who comes to it."""

import pytest

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, place, secretary
from tests.meetings.making import announced, meeting, staffed_council
from wagtail_prcouncil.meetings.admin import desk
from wagtail_prcouncil.meetings.rights import Right


@pytest.mark.parametrize("slug", [tab.slug for tab in desk.TABS])
def test_every_tab_names_the_meeting_and_where_it_stands(site: SmallSite, slug: str) -> None:
    made = announced(staffed_council(site), title="نشست سوم")
    page = chief().get(place(slug, made))
    assert page.status_code == 200
    assert page.context["meeting"] == made
    assert [tab.label for tab in page.context["tabs"] if tab.is_current]
    assert "نشست سوم" in page.content.decode()
    assert len(page.context["axes"]) == 4


def test_a_meeting_of_another_council_is_not_there(site: SmallSite) -> None:
    mine, other = staffed_council(site), staffed_council(site)
    keeper = secretary(mine)
    assert keeper.get(place("notice", meeting(mine))).status_code == 200
    assert keeper.get(place("notice", meeting(other))).status_code == 404
    assert keeper.get(place("announce", meeting(other))).status_code == 404


def test_without_a_right_on_meetings_there_is_no_desk(site: SmallSite) -> None:
    made = staffed_council(site)
    nobody = secretary(made, rights=[])
    assert nobody.get(place("notice", meeting(made))).status_code == 302
    assert nobody.get(place("index")).status_code == 302


def test_whoever_only_reads_is_told_why_he_can_do_nothing(site: SmallSite) -> None:
    made = staffed_council(site)
    page = secretary(made, rights=[Right.VIEW]).get(place("notice", meeting(made)))
    assert page.context["verbs_now"] == []
    assert all(verb.reason for verb in page.context["verbs_later"])
