"""What agencies, persons and provinces have in common: a name in two languages."""

from typing import Any, Self

from django.contrib.admin import display
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.fields import CanonicalCharField
from wagtail_prcouncil.persian.sorting import sort_key
from wagtail_prcouncil.persian.text import fold

# A sort key takes up to nine digits for a letter; the first two dozen letters decide any list.
SORT_KEY_LENGTH = 200


class NamedQuerySet(models.QuerySet[Any]):
    """Rows by their name."""

    def by_name(self) -> Self:
        """In the order of the Persian alphabet, the same on every database."""
        return self.order_by("sort_key", "pk")

    def named(self, name: str) -> Self:
        """Those of that Persian name in any spelling."""
        return self.filter(folded_name=fold(name))


class Named(models.Model):
    """One row for all languages (rule A18). `folded_name` finds every spelling of the name and
    `sort_key` orders it; both follow the name when the row is saved."""

    name = CanonicalCharField(_("name"), max_length=200)
    name_en = CanonicalCharField(_("name in English"), max_length=200, blank=True)
    folded_name = models.CharField(max_length=200, editable=False, db_index=True)
    sort_key = models.CharField(max_length=SORT_KEY_LENGTH, editable=False, db_index=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self._index_name()

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self._index_name()
        named = kwargs.get("update_fields")
        if named is not None and "name" in named:
            kwargs["update_fields"] = {*named, "folded_name", "sort_key"}
        return super().save(*args, **kwargs)

    def name_in(self, language: str) -> str:
        """The name for readers of `language` ("fa", "en"); the Persian one where there is no
        English."""
        return self.name if language.startswith("fa") else self.name_en or self.name

    @display(description=_("name"), ordering="sort_key")
    def name_as_read(self) -> str:
        """The name in the active language; a column of it is in the order of the alphabet."""
        return self.name_in(get_language() or "fa")

    def _index_name(self) -> None:
        self.folded_name = fold(self.name)[:200]
        self.sort_key = sort_key(self.name)[:SORT_KEY_LENGTH]
