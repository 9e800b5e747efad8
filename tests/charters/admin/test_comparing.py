"""Versions beside each other, the draft too."""

from typing import Any

from tests.charters.admin.desk import chief, place, secretary
from tests.charters.making import adopted, charter, draft, in_english, rewritten
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.admin.comparing import beside, texts_of
from wagtail_prcouncil.charters.admin.tabs import versions_of


def compared(page: Any) -> list[tuple[str, list[tuple[str, int]]]]:
    return [(one.language, one.comparison.counts) for one in page.context["compared"]]


def test_the_draft_is_compared_with_what_was_adopted_in_every_language(site: SmallSite) -> None:
    one = charter(council(site))
    in_english(one, site)
    adopted(one)
    draft(one)
    rewritten(one, "راستی و درستی")
    client = chief()
    page = client.get(place("compare", one))
    assert compared(page) == [("fa", [("changed", 1)]), ("en", [])]
    assert page.context["compared"][1].comparison.is_empty
    assert "<ins>" in page.content.decode()
    back = client.get(place("compare", one), {"before": 2, "after": 1})
    assert compared(back)[0] == ("fa", [("changed", 1)])


def test_without_two_versions_there_is_nothing_to_compare(site: SmallSite) -> None:
    one = charter(council(site))
    client = chief()
    assert client.get(place("compare", one)).status_code == 200
    draft(one)
    page = client.get(place("compare", one))
    assert (page.status_code, page.context["compared"]) == (200, [])


def test_an_address_that_asks_for_nonsense_is_answered_beside_the_field(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    draft(one)
    client = chief()
    for query in ({"before": "x"}, {"after": "9" * 30}, {"before": "-1", "after": ""}):
        page = client.get(place("compare", one), query)
        assert page.status_code == 200, query
        assert page.context["form"].errors, query


def test_a_charter_of_another_council_is_not_compared(site: SmallSite) -> None:
    mine, other = council(site), council(site)
    assert secretary(mine).get(place("compare", charter(other))).status_code == 404


def test_the_text_of_a_draft_is_what_its_pages_say(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    draft(one)
    rewritten(one, "درستی")
    after, before = versions_of(one)
    assert "درستی" in str(texts_of(after))
    assert "درستی" not in str(texts_of(before))
    found = beside(before, after, texts_of(before), {"ar": texts_of(after)["fa"]})
    assert found == []  # no language that both have
