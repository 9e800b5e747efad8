import pytest
from django.template.loader import render_to_string

from wagtail_prcouncil.blocks.body import BodyBlock, FigureBlock

BODY = BodyBlock()


@pytest.mark.parametrize(
    ("kind", "value", "html"),
    [
        ("heading", "الگو", "<h2"),
        ("paragraph", "<p>متن</p>", "<p>متن</p>"),
        ("quote", {"text": "سخن", "attribution": "دبیر"}, "<blockquote"),
    ],
)
def test_a_block_in_its_template(kind: str, value: object, html: str) -> None:
    block = BODY.child_blocks[kind]
    shown = block.render(block.to_python(value))
    assert html in shown
    assert "<script" not in shown


def test_words_of_an_editor_are_escaped() -> None:
    heading = BODY.child_blocks["heading"]
    assert "&lt;b&gt;" in heading.render("<b>")


def test_a_picture_without_its_description_is_refused() -> None:
    assert FigureBlock().child_blocks["alt"].required


@pytest.mark.parametrize("name", list(BODY.child_blocks))
def test_every_block_has_a_preview(db: None, name: str) -> None:
    block = BODY.child_blocks[name]
    assert block.is_previewable
    value = block.get_preview_value()
    html = render_to_string(
        block.meta.preview_template, {"bound_block": block.bind(value), "block_def": block}
    )
    assert "prcouncil.css" in html
    assert "prc-prose" in html
