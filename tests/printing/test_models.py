import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from wagtail_prcouncil.printing.models import PrintedFile

pytestmark = pytest.mark.django_db


def test_one_file_for_each_language() -> None:
    PrintedFile.objects.create(key="a:1", language="fa")
    PrintedFile.objects.create(key="a:1", language="en")
    with pytest.raises(IntegrityError), transaction.atomic():
        PrintedFile.objects.create(key="a:1", language="fa")
    assert PrintedFile.objects.of("a:1", "fa").count() == 1


def test_what_a_file_shows() -> None:
    row = PrintedFile(key="a:1", language="fa", fingerprint="x")
    assert not row.shows("x")  # there is none yet
    row.file.save("a.pdf", ContentFile(b"x"), save=True)
    assert row.shows("x")
    assert not row.shows("y")


def test_it_lies_where_no_web_server_finds_it() -> None:
    row = PrintedFile(key="a:1", language="fa")
    row.file.save("a.pdf", ContentFile(b"x"), save=True)
    with pytest.raises(ValueError, match="no address"):
        _url = row.file.url
