"""An anchor is given once, and never a second time."""

from typing import Any

from tests.charters.making import clause
from wagtail_prcouncil.charters import anchors
from wagtail_prcouncil.charters.blocks import ClausesBlock


def stream(*raw: dict[str, Any]) -> Any:
    return ClausesBlock().to_python(list(raw))


def given(clauses: Any) -> list[str]:
    return list(anchors._given(clauses))


def test_every_level_has_numbers_of_its_own() -> None:
    parts = [clause("الف", parts=[clause("۱")]), clause("ب")]
    clauses = stream(clause("۱"), clause("۲", parts=parts), clause("۳"))
    anchors.give(clauses)
    assert given(clauses) == [
        "art_1",
        "art_2",
        "art_2__para_1",
        "art_2__para_1__point_1",
        "art_2__para_2",
        "art_3",
    ]


def test_a_new_clause_between_two_takes_no_number_of_theirs() -> None:
    clauses = stream(clause("۱", anchor="art_1"), clause("۱ مکرر"), clause("۲", anchor="art_2"))
    anchors.give(clauses)
    assert given(clauses) == ["art_1", "art_3", "art_2"]


def test_what_an_adopted_version_used_is_not_given_again() -> None:
    clauses = stream(clause("۱", anchor="art_1"), clause("۲"))
    anchors.give(clauses, taken={"art_1", "art_2", "art_9", "art_2__para_4"})
    assert given(clauses) == ["art_1", "art_10"]


def test_a_duplicated_clause_is_a_new_one_with_its_parts() -> None:
    twin: dict[str, Any] = {"anchor": "art_1", "parts": [clause("الف", anchor="art_1__para_1")]}
    clauses = stream(clause("۱", **twin), clause("۱", **twin))
    assert anchors.twice(clauses) == {"art_1", "art_1__para_1"}
    anchors.renew_twins(clauses)
    anchors.give(clauses)
    assert given(clauses) == ["art_1", "art_1__para_1", "art_2", "art_2__para_1"]
    assert not anchors.twice(clauses)
