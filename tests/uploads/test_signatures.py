import pytest

from wagtail_prcouncil import conf
from wagtail_prcouncil.uploads.signatures import (
    SIGNATURES,
    has_signature_of,
    is_program,
    looks_like_markup,
)


def test_every_welcome_kind_is_known() -> None:
    assert set(conf.document_extensions()) <= set(SIGNATURES)


@pytest.mark.parametrize(
    ("ending", "head", "right"),
    [
        ("pdf", b"%PDF-1.7\n", True),
        ("pdf", b"junk %PDF-1.7\n", False),
        ("mp4", b"\0\0\0\x18ftypmp42", True),
        ("mp4", b"<html>", False),
        ("wav", b"RIFF\x10\0\0\0WAVEfmt ", True),
        ("mp3", b"\xff\xfb\x90", True),
        ("mp3", b"\xff\xd8\xff", False),
        ("csv", "نام,نشانی".encode(), True),
        ("csv", b"\0\0", False),
        ("vtt", b"\xef\xbb\xbfWEBVTT\n", True),
        ("unheard", b"anything", True),
    ],
)
def test_a_file_begins_as_its_ending_promises(ending: str, head: bytes, right: bool) -> None:
    assert has_signature_of(ending, head) is right


def test_programs() -> None:
    assert is_program(b"MZ\x90\0")
    assert is_program(b"#!/bin/sh\n")
    assert not is_program(b"%PDF-1.4")


@pytest.mark.parametrize(
    "head",
    [
        b"<!DOCTYPE html>",
        b"GIF89a/*<script>*/",
        b"  \n<SVG xmlns='a'>",
        b"<?php echo 1;",
        "<html>".encode("utf-16"),
    ],
)
def test_markup(head: bytes) -> None:
    assert looks_like_markup(head)
    assert not looks_like_markup(b"a < b and c > d")
