import pytest

from wagtail_prcouncil.councils.models import CouncilIndexPage, CouncilPage


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("council", ""),
        ("seats", "seats/"),
        ("members", "members/"),
        ("elections", "elections/"),
        ("popolo", "popolo.json/"),
        ("members_table", "members.csv/"),
    ],
)
def test_parts_of_a_council(name: str, path: str) -> None:
    assert CouncilPage().reverse_subpage(name) == path


def test_cards_lie_below_the_list() -> None:
    assert CouncilIndexPage().reverse_subpage("person", args=(12,)) == "persons/12/"
