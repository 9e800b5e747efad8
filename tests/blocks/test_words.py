import pytest

from wagtail_prcouncil.blocks.body import BodyBlock
from wagtail_prcouncil.blocks.words import (
    WORDS,
    HeadingBlock,
    LineBlock,
    ParagraphBlock,
    WordsBlock,
    add_link_type,
)


@pytest.mark.parametrize("block", [LineBlock(), WordsBlock(), HeadingBlock()])
def test_words_are_stored_in_one_spelling_and_typed_either_way(block: LineBlock) -> None:
    assert block.get_prep_value("گزارش نهايي") == "گزارش نهایی"
    assert block.field.widget.attrs["dir"] == "auto"


def test_so_is_running_text() -> None:
    block = ParagraphBlock()
    assert block.get_prep_value(block.to_python("<p>كتاب</p>")) == "<p>کتاب</p>"


def test_fields_without_a_label_element_are_named_all_the_same() -> None:
    """In a stream and in a table Wagtail draws none; its editor of running text takes none."""
    heading, text = HeadingBlock(label="Heading"), ParagraphBlock(label="Text")
    assert heading.field.widget.attrs["aria-label"] == "Heading"
    assert text.field.widget.options["ariaLabel"] == "Text"


def test_an_app_adds_its_links_wherever_words_are_written() -> None:
    before, bodies = list(WORDS), BodyBlock()
    try:
        for _time in (1, 2):
            add_link_type("telephone-link")
        assert bodies.child_blocks["paragraph"].features.count("telephone-link") == 1
        assert BodyBlock().child_blocks["paragraph"].features is WORDS
    finally:
        WORDS[:] = before
