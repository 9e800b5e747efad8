"""Several files in one field."""

import pytest
from django.core.exceptions import ValidationError

from tests.meetings.owing import paper
from wagtail_prcouncil.meetings.admin.uploading import FilesField


def test_one_many_or_none() -> None:
    field = FilesField()
    assert field.clean(None) == []
    assert field.clean([]) == []
    assert [one.title for one in field.clean([paper("الف.pdf"), paper("ب.pdf")])] == ["الف", "ب"]


def test_what_is_malformed_is_told() -> None:
    for bad in (paper("a.pdf", b"<html>"), paper("a.exe", b"MZ"), paper("a.pdf", b"")):
        with pytest.raises(ValidationError):
            FilesField().clean([paper(), bad])
