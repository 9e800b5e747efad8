"""What stands on every tab of the desk, and who comes to it."""

import pytest

from tests.charters.admin.desk import chief, place, secretary
from tests.charters.making import adopted, charter, draft
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.admin import desk
from wagtail_prcouncil.charters.rights import Right


@pytest.mark.parametrize("slug", [tab.slug for tab in desk.TABS])
def test_every_tab_names_the_charter_and_where_it_stands(site: SmallSite, slug: str) -> None:
    one = charter(council(site), title="میثاق پاسخ‌گویی")
    adopted(one)
    draft(one)
    page = chief().get(place(slug, one))
    assert page.status_code == 200
    assert page.context["charter"] == one
    assert [tab.label for tab in page.context["tabs"] if tab.is_current]
    assert "میثاق پاسخ‌گویی" in page.content.decode()
    assert len(page.context["axes"]) == 3


def test_a_charter_of_another_council_is_not_there(site: SmallSite) -> None:
    mine, other = council(site), council(site)
    keeper = secretary(mine)
    assert keeper.get(place("text", charter(mine))).status_code == 200
    assert keeper.get(place("text", charter(other))).status_code == 404


def test_without_a_right_on_charters_there_is_no_desk(site: SmallSite) -> None:
    one = charter(council(site))
    nobody = secretary(one.council, rights=[])
    assert nobody.get(place("text", one)).status_code == 302
    assert nobody.get(place("index")).status_code == 302


def test_whoever_only_reads_is_told_why_he_can_do_nothing(site: SmallSite) -> None:
    one = charter(council(site))
    page = secretary(one.council, rights=[Right.VIEW]).get(place("text", one))
    assert page.context["verbs_now"] == []
    assert all(verb.reason for verb in page.context["verbs_later"])
