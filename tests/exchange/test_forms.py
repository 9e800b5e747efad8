import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from wagtail_prcouncil.exchange.forms import UploadForm

pytestmark = pytest.mark.once


def sent(content: bytes) -> UploadForm:
    return UploadForm(files={"file": SimpleUploadedFile("register.csv", content)})


def test_the_file_is_read_with_the_form() -> None:
    form = sent(b"code,name\na,b\n")
    assert form.is_valid()
    assert [line.cells for line in form.read] == [("code", "name"), ("a", "b")]


def test_a_file_that_cannot_be_read_is_told_beside_the_field() -> None:
    form = sent(b"\x00\x01")
    assert (form.is_valid(), list(form.errors), form.is_too_big) == (False, ["file"], False)


@override_settings(WAGTAIL_PRCOUNCIL={"IMPORT_MAX_BYTES": 10})
def test_a_file_that_is_too_big_says_so() -> None:
    form = sent(b"a" * 11)
    assert (form.is_valid(), form.is_too_big) == (False, True)
