import pytest

from wagtail_prcouncil.blocks.words import HeadingBlock, LineBlock, ParagraphBlock, WordsBlock


@pytest.mark.parametrize("block", [LineBlock(), WordsBlock(), HeadingBlock()])
def test_words_are_stored_in_one_spelling_and_typed_either_way(block: LineBlock) -> None:
    assert block.get_prep_value("گزارش نهايي") == "گزارش نهایی"
    assert block.field.widget.attrs["dir"] == "auto"


def test_so_is_running_text() -> None:
    block = ParagraphBlock()
    assert block.get_prep_value(block.to_python("<p>كتاب</p>")) == "<p>کتاب</p>"
