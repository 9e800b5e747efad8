"""Private files on their way out."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import models
from django.db.models.fields.files import FieldFile
from django.http import Http404

from wagtail_prcouncil.uploads.handing_out import handed_out
from wagtail_prcouncil.uploads.private import PrivateFileField, private_storage


def stored(name: str = "نامه.pdf") -> FieldFile:
    field = PrivateFileField()
    field.set_attributes_from_name("file")
    file = FieldFile(models.Model, field, name)  # type: ignore[arg-type]
    file.storage = private_storage()
    return file


@pytest.fixture(autouse=True)
def _kept_apart(settings: Any, tmp_path: Path) -> None:
    settings.WAGTAIL_PRCOUNCIL = {"PRIVATE_ROOT": str(tmp_path)}


def test_a_file_is_stored_and_not_shown_and_no_cache_keeps_it() -> None:
    file = stored()
    file.storage.save(file.name, ContentFile(b"letter"))
    response = handed_out(file)
    assert response.getvalue() == b"letter"
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["Cache-Control"] == "private, no-store"
    assert "sandbox" in response["Content-Security-Policy"]
    assert handed_out(file, is_public=True)["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("name", ["", "gone.pdf"])
def test_what_is_gone_or_never_was_is_not_there(name: str) -> None:
    with pytest.raises(Http404):
        handed_out(stored(name))
