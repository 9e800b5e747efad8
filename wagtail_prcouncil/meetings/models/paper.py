from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.fields import CanonicalCharField
from wagtail_prcouncil.uploads.private import PrivateFileField


class AbstractPaper(models.Model):
    """A file that belongs to a row of a meeting, under a title. `papers` says who reads it (rule
    A21)."""

    title = CanonicalCharField(_("title"), max_length=200)
    file = PrivateFileField(_("file"))

    class Meta:
        abstract = True
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return self.title
