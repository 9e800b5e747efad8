from random import Random

import pytest
from django.test import override_settings

from tests.uploads import files
from wagtail_prcouncil.uploads.documents import clean_document
from wagtail_prcouncil.uploads.refusal import UploadRefused

PAGE = b"<!DOCTYPE html><script>alert(1)</script>"


def check(name: str, content: bytes) -> None:
    clean_document(files.upload(name, content))


def code_of(name: str, content: bytes) -> str:
    with pytest.raises(UploadRefused) as caught:
        check(name, content)
    return str(caught.value.code)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("گزارش.pdf", files.pdf()),
        ("a.pdf", files.pdf() + files.pdf()[9:] + b"\r\n"),
        ("a.docx", files.office("word")),
        ("a.xlsx", files.office("xl")),
        ("a.pptx", files.office("ppt")),
        ("a.odt", files.open_document("text")),
        ("a.ods", files.open_document("spreadsheet")),
        ("a.doc", files.old_office()),
        ("a.csv", "\ufeffکد,نام\n۱,سازمان نمونه".encode()),
        ("a.csv", "نام".encode("utf-16")),
        ("a.csv", "نام".encode("cp1256")),
        ("a.vtt", b"WEBVTT\n\n00:00.000 --> 00:02.000\n"),
        ("a.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 900),
        ("a.mp3", b"ID3\x04" + b"\0" * 900),
    ],
)
def test_a_good_document_is_let_in(name: str, content: bytes) -> None:
    file = files.upload(name, content)
    clean_document(file)
    assert file.read() == content


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.exe", b"MZ\x90\0", "extension"),
        ("a.html", PAGE, "extension"),
        ("a.svg", b"<svg/>", "extension"),
        ("a.js", b"alert(1)", "extension"),
        ("a", files.pdf(), "extension"),
        ("a.docm", files.office(), "extension"),
        ("a.pdf.exe", files.pdf(), "extension"),
        ("a.pdf", b"MZ\x90\0" + files.pdf(), "program"),
        ("a.txt", b"#!/bin/sh\nrm -rf /\n", "program"),
        ("a.pdf", PAGE, "disguised"),
        ("a.pdf", b"alert(1)//" + files.pdf(), "disguised"),
        ("a.pdf", PAGE + files.pdf(), "disguised"),
        ("a.pdf", files.animation() + files.pdf(), "disguised"),
        ("a.docx", files.old_office(), "disguised"),
        ("a.docx", files.jar(), "disguised"),
        ("a.docx", files.office("xl"), "disguised"),
        ("a.docx", files.archive({"word/document.xml": "<w/>"}), "disguised"),
        ("a.odt", files.open_document("spreadsheet"), "disguised"),
        ("a.txt", b"a\0b", "disguised"),
        ("a.mp4", files.jar(), "disguised"),
        ("a.txt", PAGE, "polyglot"),
        ("a.txt", "<html>".encode("utf-16"), "polyglot"),
        ("a.csv", b"a,b\n<svg onload=alert(1)>", "polyglot"),
        ("a.pdf", files.pdf(PAGE), "polyglot"),
        ("a.pdf", files.pdf() + files.jar(), "polyglot"),
        ("a.pdf", files.pdf() + b"MZ\x90\0" + b"\1" * 400, "polyglot"),
        ("a.mp4", b"\0\0\0\x18ftypmp42" + PAGE, "polyglot"),
        ("a.mp4", b"\0\0\0\x18ftypmp42" + files.pdf(), "polyglot"),
        ("a.mp3", b"ID3\x04" + b"\0" * 900 + files.jar(), "polyglot"),
        ("a.docx", files.archive({"a.pdf": files.pdf()}, packed=False), "polyglot"),
        ("a.docx", files.office()[:-30], "broken"),
        ("a.docx", b"PK\x03\x04words", "broken"),
        ("a.odt", files.archive({"content.xml": "<o/>"}), "broken"),
        ("a.doc", files.old_office("_VBA_PROJECT".encode("utf-16-le")), "macros"),
        ("a.docx", files.office(**{"word/vbaProject.bin": b"x"}), "macros"),
        ("a.odt", files.open_document(**{"Basic/Standard/Module1.xml": b"x"}), "macros"),
    ],
)
def test_a_bad_one_is_refused(name: str, content: bytes, code: str) -> None:
    assert code_of(name, content) == code


def test_an_archive_hidden_before_an_archive() -> None:
    """Programs that read from the front see one, those that read from the back the other."""
    assert code_of("a.docx", files.jar() + files.office()) == "disguised"


def test_limits_are_the_sites() -> None:
    with override_settings(WAGTAIL_PRCOUNCIL={"DOCUMENT_MAX_BYTES": 20}):
        assert code_of("a.pdf", files.pdf()) == "size"
    macros = files.office(**{"word/vbaProject.bin": b"x"})
    with override_settings(
        WAGTAIL_PRCOUNCIL={"DOCUMENT_MACROS": True, "DOCUMENT_EXTENSIONS": ["docm", "zip"]}
    ):
        check("a.docm", macros)
        check("a.zip", files.archive({"a.pdf": files.pdf()}, packed=False))
        assert code_of("a.pdf", files.pdf()) == "extension"


def test_an_ending_of_the_sites_own_is_kept_from_pages_and_programs() -> None:
    with override_settings(WAGTAIL_PRCOUNCIL={"DOCUMENT_EXTENSIONS": ["dwg"]}):
        check("a.dwg", b"AC1032")
        assert code_of("a.dwg", PAGE) == "polyglot"
        assert code_of("a.dwg", b"\x7fELF") == "program"


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf"])
def test_a_damaged_document_is_refused_or_let_in_and_never_an_error(ending: str) -> None:
    whole = {"docx": files.office(), "odt": files.open_document(), "pdf": files.pdf()}[ending]
    chance = Random(1404)  # noqa: S311 - the same damage on every run
    for _ in range(300):
        content = bytearray(whole)
        for _ in range(chance.choice([1, 3, 20])):
            content[chance.randrange(len(content))] = chance.choice([0, 1, 128, 255])
        try:
            check(f"a.{ending}", bytes(content))
        except UploadRefused as error:
            assert error.code  # noqa: PT017 - or it is let in, when what was hit is of no account


def test_a_packed_bomb_is_not_unpacked() -> None:
    bomb = files.archive({"mimetype": b"0" * 50_000_000})
    assert code_of("a.odt", bomb) == "disguised"
