"""Items as they are read."""

from tests.making import SmallSite
from tests.meetings.making import item, meeting, staffed_council
from wagtail_prcouncil.meetings.models import AgendaItem
from wagtail_prcouncil.meetings.nesting import (
    as_read,
    by_parent,
    label_here,
    levels_below,
    parts_of,
    proposed_label,
)


def test_parts_follow_what_they_are_part_of(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    one, two = item(made, "یک"), item(made, "دو")
    part = item(made, "یک-۱", parent=one)
    deep = item(made, "یک-۱-۱", parent=part)
    placed = as_read(made.items.in_order())
    assert [(row.item, row.depth) for row in placed] == [(one, 0), (part, 1), (deep, 2), (two, 0)]
    assert parts_of(one) == [part, deep]
    assert parts_of(two) == []
    assert [levels_below(row) for row in (one, part, two, AgendaItem(meeting=made))] == [2, 1, 0, 0]
    assert by_parent(made.items.in_order())[None] == [one, two]


def test_a_label_follows_those_that_there_are(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    assert proposed_label(made, None) == "۱"
    one, unnumbered = item(made, label="۱"), item(made)
    assert proposed_label(made, None) == "۳"
    assert proposed_label(made, one) == "۱-۱"
    assert proposed_label(made, unnumbered) == "۱"


def test_numbers_are_given_anew_and_other_signs_stay(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    parent = item(made, label="۱")
    assert label_here("۹", made, None) == "۲"
    assert label_here("9-4", made, parent) == "۱-۱"
    assert [label_here(sign, made, None) for sign in ("الف", "")] == ["الف", ""]
