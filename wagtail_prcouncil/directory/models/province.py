from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.directory.models.named import Named, NamedQuerySet


class Province(Named):
    """استان: one of the 31, by its code in ISO 3166-2:IR ("IR-26" is Qazvin; codes of 2020).

    A migration brings them.
    """

    code = models.CharField(_("ISO 3166-2 code"), max_length=5, unique=True)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("province")
        verbose_name_plural = _("provinces")
        ordering: ClassVar[list[str]] = ["sort_key"]

    def __str__(self) -> str:
        """In the active language: selects of the admin are made of it."""
        return self.name_as_read()

    @property
    def slug(self) -> str:
        """The code as addresses have it: "ir-26"."""
        return self.code.lower()
