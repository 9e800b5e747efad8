"""Files that no web server hands out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django import forms
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.test import override_settings
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks
from wagtail.documents import get_document_model

from tests.making import chosen
from tests.uploads import files
from wagtail_prcouncil.printing.models import PrintedFile
from wagtail_prcouncil.uploads.private import (
    ALIAS,
    CheckedFileField,
    PrivateFileField,
    PrivateStorage,
    private_place,
    private_storage,
)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with chosen(PRIVATE_ROOT=str(tmp_path)):
        yield tmp_path


def test_a_file_lies_in_the_private_folder_and_has_no_address(folder: Path) -> None:
    storage = private_storage()
    name = storage.save("scan/x/گزارش.pdf", ContentFile(b"x"))
    assert (folder / name).read_bytes() == b"x"
    with pytest.raises(ValueError, match="no address"):
        storage.url(name)


def test_the_folder_is_that_of_the_settings_now(tmp_path: Path) -> None:
    storage = PrivateStorage()
    for name in "ab":
        with chosen(PRIVATE_ROOT=str(tmp_path / name)):
            assert storage.path("x") == str(tmp_path / name / "x")


def test_a_site_names_a_storage_of_its_own(tmp_path: Path) -> None:
    own = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path)},
    }
    with override_settings(STORAGES={ALIAS: own}):
        storage = private_storage()
    assert isinstance(storage, FileSystemStorage)
    assert storage.location == str(tmp_path)


def test_a_place_that_nobody_guesses() -> None:
    row = get_document_model()()
    places = {private_place(row, "../../گزارش نهايي.PDF") for _time in range(3)}
    assert len(places) == 3
    for place in places:
        kind, secret, name = place.split("/")
        assert (kind, name) == ("document", "گزارش نهایی.pdf")
        assert len(secret) == 16


def test_forms_look_into_what_is_sent() -> None:
    field = PrivateFileField("scan", blank=True).formfield()
    assert isinstance(field, CheckedFileField)
    assert field.clean(None) is None
    good = files.upload("نامهٔ ۱.PDF", files.pdf())
    assert field.clean(good).name == "نامهٔ ۱.pdf"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.exe", b"MZ\x90\0", "extension"),
        ("a.html", b"<!doctype html>", "extension"),
        ("a.pdf", b"<!doctype html><script>1</script>", "disguised"),
        ("a.pdf", b"MZ\x90\0" + files.pdf(), "program"),
        ("a.pdf", b"", "empty"),
    ],
)
def test_what_is_refused(name: str, content: bytes, code: str) -> None:
    with pytest.raises(forms.ValidationError) as caught:
        CheckedFileField().clean(files.upload(name, content))
    assert caught.value.code == code


def test_migrations_know_no_place_on_a_disk() -> None:
    _name, path, _args, kwargs = PrivateFileField("scan").deconstruct()
    assert path == "wagtail_prcouncil.uploads.private.PrivateFileField"
    assert kwargs["storage"] is private_storage


def stored(key: str) -> PrintedFile:
    """A row with a private file."""
    return PrintedFile.objects.create(key=key, file=ContentFile(b"x", name="a.pdf"))


@pytest.mark.django_db
def test_a_file_goes_with_its_row_once_that_is_certain(
    folder: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    row, other = stored("leaf:1"), stored("leaf:2")
    with django_capture_on_commit_callbacks(execute=True):
        with pytest.raises(RuntimeError), transaction.atomic():
            row.delete()
            raise RuntimeError
        assert row.file.storage.exists(str(row.file.name))
    assert row.file.storage.exists(str(row.file.name))
    with django_capture_on_commit_callbacks(execute=True):
        PrintedFile.objects.filter(key="leaf:1").delete()
        assert row.file.storage.exists(str(row.file.name))
    assert not row.file.storage.exists(str(row.file.name))
    assert other.file.storage.exists(str(other.file.name))


@pytest.mark.django_db
def test_a_file_that_another_row_names_stays(
    folder: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    row = stored("leaf:1")
    other = PrintedFile.objects.create(key="leaf:2", file=row.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        row.delete()
    assert other.file.storage.exists(str(other.file.name))
