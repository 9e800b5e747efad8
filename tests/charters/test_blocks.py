"""Clauses as editors write them."""

import pytest
from django.core.exceptions import ValidationError

from wagtail_prcouncil.charters.blocks import AnchorBlock, ClausesBlock


@pytest.mark.parametrize("anchor", ["", "art_1", "art_12b", "art_3__para_2__point_1"])
def test_an_anchor_is_an_eid(anchor: str) -> None:
    assert AnchorBlock().clean(anchor) == anchor


@pytest.mark.parametrize("anchor", ["3", "art-3", "art_3__", "Art_3", "art_۳", "x" * 81, "a b_1"])
def test_anything_else_is_none(anchor: str) -> None:
    with pytest.raises(ValidationError):
        AnchorBlock().clean(anchor)


def test_there_are_three_levels() -> None:
    block, levels = ClausesBlock(), 0
    while block is not None:
        levels += 1
        block = block.child_blocks["clause"].child_blocks.get("parts")
    assert levels == 3
