"""Through the views of the real admin: whatever the way in, the same rules hold."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form, get_document_multi_form

from tests.uploads import files
from wagtail_prcouncil.uploads.document_form import DocumentUploadForm

Document = get_document_model()

BAD = [
    ("a.exe", b"MZ\x90\0", "not let in"),
    ("a.pdf", b"<html><script>alert(1)</script></html>", "not what its name ends in"),
    ("a.pdf", files.pdf() + files.jar(), "archive as well"),
    ("a.docx", files.office(**{"word/vbaProject.bin": b"x"}), "holds macros"),
]


def single(client: Client, name: str, content: bytes) -> str:
    data = {"title": "گزارش", "file": files.upload(name, content)}
    return client.post(reverse("wagtaildocs:add"), data).content.decode()


def multiple(client: Client, name: str, content: bytes) -> str:
    data = {"title": "گزارش", "files[]": files.upload(name, content)}
    return client.post(reverse("wagtaildocs:add_multiple"), data).content.decode()


def chooser(client: Client, name: str, content: bytes) -> str:
    prefix = "document-chooser-upload"
    data = {f"{prefix}-title": "گزارش", f"{prefix}-file": files.upload(name, content)}
    return client.post(reverse("wagtaildocs_chooser:create"), data).content.decode()


@pytest.mark.parametrize("way", [single, multiple, chooser])
@pytest.mark.parametrize(("name", "content", "reason"), BAD)
def test_a_bad_document_is_refused_with_its_reason(
    admin: Client, way: Any, name: str, content: bytes, reason: str
) -> None:
    assert reason in way(admin, name, content)
    assert not Document.objects.exists()


@pytest.mark.parametrize("way", [single, multiple, chooser])
def test_a_good_one_is_stored_under_a_safe_name(admin: Client, way: Any) -> None:
    way(admin, "گزارش\u202e نهايي.php.PDF", files.pdf())
    document = Document.objects.get()
    # Django may add letters of its own, where a file of that name exists.
    assert re.fullmatch(r"گزارش_نهایی_php\w*\.pdf", document.filename)
    with document.file.open() as file:
        assert file.read() == files.pdf()


def test_another_file_in_place_of_an_old_one(admin: Client) -> None:
    single(admin, "a.pdf", files.pdf())
    document = Document.objects.get()
    address = reverse("wagtaildocs:edit", args=[document.pk])
    refused = admin.post(address, {"title": "گزارش", "file": files.upload("a.exe", b"MZ")})
    assert "not let in" in refused.content.decode()
    assert admin.post(address, {"title": "گزارش آبان"}).status_code == 302
    document.refresh_from_db()
    assert document.title == "گزارش آبان"
    assert document.file_extension == "pdf"


def test_a_document_is_handed_over_and_never_run(admin: Client) -> None:
    """What docs/uploads.md says of Wagtail's own view."""
    single(admin, "a.csv", "نام,نشانی".encode())
    response = Client().get(Document.objects.get().url)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Security-Policy"] == "default-src 'none'"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_forms_that_leave_the_file_out_stay_without() -> None:
    assert settings.WAGTAILDOCS_DOCUMENT_FORM_BASE.endswith(DocumentUploadForm.__name__)
    assert issubclass(get_document_form(Document), DocumentUploadForm)
    assert "file" not in get_document_multi_form(Document)().fields
