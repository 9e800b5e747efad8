"""Files that no web server hands out: papers of closed items, evidence, scans (rule A21).

They lie outside MEDIA_ROOT, and a view that asks for permission reads them out.
"""

import secrets
from pathlib import Path, PurePath
from typing import Any

from django import forms
from django.core.files.storage import FileSystemStorage, InvalidStorageError, Storage, storages
from django.db import models, transaction
from django.db.models.signals import post_delete

from wagtail_prcouncil import conf
from wagtail_prcouncil.uploads.names import safe_name
from wagtail_prcouncil.uploads.papers import clean_paper

ALIAS = "prcouncil_private"
"""A site that keeps them elsewhere names its storage so in STORAGES. It must give no addresses."""


class PrivateStorage(FileSystemStorage):
    """A folder of its own (PRIVATE_ROOT); a file in it has no address."""

    @property
    def location(self) -> str:
        """As the settings have it when it is asked."""
        return str(Path(conf.private_root()).absolute())

    def url(self, name: str | None) -> str:
        raise ValueError("A private file has no address of its own.")


def private_storage() -> Storage:
    """The site's own, else `PrivateStorage`."""
    try:
        return storages[ALIAS]
    except InvalidStorageError:
        return PrivateStorage()


def private_place(row: models.Model, name: str) -> str:
    """Below a folder that nobody can guess; the name is kept for whoever downloads it."""
    kind = row._meta.model_name or "file"
    return str(PurePath(kind) / secrets.token_urlsafe(12) / safe_name(name))


class CheckedFileField(forms.FileField):
    """A document of a welcome kind, or the photograph of a paper; what else there is, is refused
    beside the field."""

    def to_python(self, data: Any) -> Any:
        file: Any = super().to_python(data)
        if file is not None:
            clean_paper(file)
        return file


class PrivateFileField(models.FileField):
    """A file that is read through a view of ours alone. Forms look into what is sent. It goes with
    its row, however that is deleted, once it is certain that it is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 255)
        kwargs.setdefault("upload_to", private_place)
        kwargs["storage"] = private_storage
        super().__init__(*args, **kwargs)

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False, **kwargs: Any
    ) -> None:
        super().contribute_to_class(cls, name, private_only=private_only, **kwargs)
        if not cls._meta.abstract:
            post_delete.connect(self._row_is_deleted, sender=cls)

    def _row_is_deleted(self, instance: models.Model, using: str, **kwargs: Any) -> None:
        file, rows = getattr(instance, self.attname), type(instance)._base_manager.using(using)
        if not file:
            return
        storage, name = file.storage, file.name

        def drop() -> None:
            if not rows.filter(**{self.attname: name}).exists():
                storage.delete(name)

        # What fails is logged: the row is gone all the same.
        transaction.on_commit(drop, using=using, robust=True)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**({"form_class": CheckedFileField} | kwargs))
