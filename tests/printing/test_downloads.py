import pytest
from django.core.files.base import ContentFile
from django.http import Http404

from wagtail_prcouncil.printing.downloads import read_out
from wagtail_prcouncil.printing.models import PrintedFile


def test_a_file_under_a_name_of_its_own(db: None) -> None:
    row = PrintedFile(key="a:1", language="fa")
    row.file.save("a.pdf", ContentFile(b"%PDF"), save=True)
    response = read_out(row, "minutes.pdf")
    assert b"".join(response.streaming_content) == b"%PDF"  # type: ignore[arg-type]
    assert response["Content-Type"] == "application/pdf"
    assert "minutes.pdf" in response["Content-Disposition"]
    assert response["Cache-Control"] == "private, no-store"
    assert read_out(row, "x.pdf", is_public=True)["Cache-Control"] == "no-cache"


def test_one_that_is_gone(db: None) -> None:
    row = PrintedFile(key="a:1", language="fa")
    with pytest.raises(Http404):
        read_out(row, "x.pdf")
    row.file.save("a.pdf", ContentFile(b"%PDF"), save=True)
    row.file.storage.delete(row.file.name or "")
    with pytest.raises(Http404):
        read_out(row, "x.pdf")
