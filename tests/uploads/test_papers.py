"""Letters that are photographed with a telephone are as good as scanned ones."""

from io import BytesIO

import pytest
from django.test import override_settings
from PIL import Image

from tests.uploads import files
from wagtail_prcouncil.uploads.papers import clean_paper
from wagtail_prcouncil.uploads.refusal import UploadRefused


@pytest.mark.parametrize(
    ("name", "kind"),
    [("نامه.JPG", "JPEG"), ("a.jpeg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")],
)
def test_a_photograph_is_kept_without_where_it_was_taken(name: str, kind: str) -> None:
    file = files.upload(name, files.photograph(kind, 6))
    clean_paper(file)
    with Image.open(BytesIO(file.read())) as picture:
        assert not picture.getexif().get_ifd(0x8825)


def test_a_document_is_looked_into_as_ever() -> None:
    clean_paper(files.upload("a.pdf", files.pdf()))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.jpg", b"<!DOCTYPE html><script>alert(1)</script>", "disguised"),
        ("a.png", files.pdf(), "disguised"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "extension"),
        ("a.exe", b"MZ", "extension"),
        ("a.pdf", files.photograph("JPEG"), "disguised"),
    ],
)
def test_what_is_not_let_in(name: str, content: bytes, code: str) -> None:
    with pytest.raises(UploadRefused) as caught:
        clean_paper(files.upload(name, content))
    assert caught.value.code == code
    if code == "extension":
        assert "jpg" in str(caught.value.messages)


@override_settings(WAGTAIL_PRCOUNCIL={"DOCUMENT_MAX_BYTES": 100})
def test_a_photograph_that_is_too_large() -> None:
    with pytest.raises(UploadRefused) as caught:
        clean_paper(files.upload("a.jpg", files.photograph("JPEG")))
    assert caught.value.code == "size"
