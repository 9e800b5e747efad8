import pytest
from django.utils import translation
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.models import AbstractImage

from tests.blocks import bodies
from tests.uploads import files
from wagtail_prcouncil.blocks.files import DocumentBlock, MediaBlock


def refused(value: dict[str, object]) -> list[str]:
    block = MediaBlock()
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(block.normalize(value))
    return list(caught.value.block_errors)


def test_a_film_has_its_poster_and_its_words(image: AbstractImage) -> None:
    captions = bodies.document("a.vtt", b"WEBVTT")
    block = MediaBlock()
    value = block.clean(
        block.normalize(bodies.media(bodies.film(), poster=image, captions=captions))
    )
    html = block.render(value)
    assert '<video controls preload="metadata"' in html
    assert 'type="video/mp4"' in html
    assert "poster=" in html
    assert '<track kind="captions"' in html
    assert "هر طرح یک صفحه دارد" in html
    assert "http" not in html, "nothing of another host"


def test_a_recording_is_no_film(db: None) -> None:
    block = MediaBlock()
    html = block.render(block.normalize(bodies.media(bodies.document("a.MP3", b"ID3"))))
    assert '<audio controls preload="metadata"' in html
    assert 'type="audio/mpeg"' in html


def test_what_no_browser_plays_is_refused_beside_its_field(db: None) -> None:
    pdf = bodies.document("a.pdf", files.pdf())
    assert refused(bodies.media(pdf)) == ["file"]
    assert refused(bodies.media(bodies.film(), captions=pdf)) == ["captions"]
    assert refused(bodies.media(bodies.film(), transcript="")) == ["transcript"]


def test_a_draft_may_lack_everything_and_shows_nothing() -> None:
    for block in (MediaBlock(), DocumentBlock()):
        block.defer_required_validation()
        try:
            value = block.clean(block.to_python({}))
        finally:
            block.restore_deferred_validation()
        assert block.render(value).strip() == ""


def test_a_document_says_its_kind_and_size_and_is_found_by_its_title(db: None) -> None:
    document = bodies.document("a.pdf", files.pdf() + b"\n" * 2_000, "برنامهٔ سال")
    block = DocumentBlock()
    value = block.normalize({"document": document, "title": ""})
    with translation.override("en"):
        html = block.render(value)
    assert "برنامهٔ سال" in html
    assert "PDF" in html
    assert "KB" in html
    assert block.get_searchable_content(value)[-1] == "برنامهٔ سال"
    named = block.normalize({"document": document, "title": "گزارش"})
    assert block.get_searchable_content(named) == ["گزارش"]
