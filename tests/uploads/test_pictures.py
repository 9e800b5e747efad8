from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.test import override_settings
from django.utils import translation
from PIL import Image

from tests.uploads import files
from wagtail_prcouncil.uploads.pictures import clean_picture
from wagtail_prcouncil.uploads.refusal import UploadRefused


def refusal(name: str, content: bytes) -> UploadRefused:
    with pytest.raises(UploadRefused) as caught:
        clean_picture(files.upload(name, content))
    return caught.value


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.jpg", "JPEG"),
        ("a.JPEG", "JPEG"),
        ("a.png", "PNG"),
        ("a.webp", "WEBP"),
        ("a.avif", "AVIF"),
    ],
)
def test_a_photograph_loses_its_place_and_keeps_its_turn(name: str, kind: str) -> None:
    file = files.upload(name, files.photograph(kind, 6))
    clean_picture(file)
    content = file.read()
    assert file.size == len(content)
    assert files.MACHINE.encode() not in content
    with Image.open(BytesIO(content)) as picture:
        assert not picture.getexif().get_ifd(0x8825)
        assert picture.getexif()[0x0112] == 6
        assert picture.info["icc_profile"]


def test_a_large_photograph_is_rewritten_on_the_disk(settings: Any) -> None:
    """A file above FILE_UPLOAD_MAX_MEMORY_SIZE is moved to its place by path, not by content."""
    file = TemporaryUploadedFile("a.jpg", "image/jpeg", 0, None)
    file.write(files.photograph("JPEG"))
    file.size = file.tell()
    clean_picture(file)
    with open(file.temporary_file_path(), "rb") as stored:
        content = stored.read()
    assert files.MACHINE.encode() not in content
    assert len(content) == file.size


def test_two_hundred_megapixels_are_refused_by_the_head() -> None:
    with translation.override("en"):
        error = refusal("a.png", files.png_bomb())
        assert error.code == "pixels"
        assert "64" in error.messages[0]


def test_fewer_pixels_than_pillow_minds_are_counted_too() -> None:
    bomb = files.png_bomb(10_000, 7_000)
    assert refusal("a.png", bomb).code == "pixels"
    with override_settings(WAGTAIL_PRCOUNCIL={"IMAGE_MAX_PIXELS": 70_000_000}):
        clean_picture(files.upload("a.png", bomb))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", files.photograph("JPEG")),
        ("a.svg", files.photograph("JPEG")),
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.jpg", b"<html><script>alert(1)</script></html>"),
        ("a.gif", b"<?php system($_GET[0]);"),
        ("a.jpg", files.pdf()),
        ("a.jpg", b"MZ\x90\0" + b"\0" * 300),
        ("a.jpg", b"words"),
        ("a", files.photograph("JPEG")),
        ("a.php", files.photograph("JPEG")),
    ],
)
def test_what_is_not_what_its_name_says(name: str, content: bytes) -> None:
    assert refusal(name, content).code == "disguised"


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.gif", files.animation()), ("a.jpg", files.photograph("JPEG"))],
)
def test_a_picture_that_is_an_archive_as_well(name: str, content: bytes) -> None:
    assert refusal(name, content + files.jar()).code == "polyglot"


def test_a_page_behind_a_picture_is_cut_off() -> None:
    file = files.upload("a.gif", files.animation() + b"<script>alert(1)</script>")
    clean_picture(file)
    assert b"script" not in file.read()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_a_broken_picture_is_refused_wherever_it_breaks(kind: str) -> None:
    content = files.animation() if kind == "GIF" else files.photograph(kind, 6)
    for end in range(20, len(content), 53):
        try:
            clean_picture(files.upload(f"a.{kind.lower()}", content[:end]))
        except UploadRefused as error:
            assert error.code in {"broken", "disguised"}  # noqa: PT017 - or it shows what there is


def test_a_place_that_cannot_be_taken_out_is_a_reason_to_refuse() -> None:
    assert refusal("a.tif", files.photograph("TIFF")).code == "location"


def test_a_drawing_is_looked_into() -> None:
    assert (
        refusal("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='a()'/>").code == "script"
    )
    clean_picture(files.upload("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"))


def test_the_name_is_made_safe() -> None:
    file = files.upload("نماي‌سد.php.PNG", files.photograph("PNG"))
    clean_picture(file)
    assert file.name == "نمای سد php.png"
