from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string
from wagtail.models import RevisionMixin
from wagtail.search import index

from wagtail_prcouncil.directory.models.named import Named, NamedQuerySet
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField


class Person(Named, RevisionMixin, index.Indexed, models.Model):
    """شخص: a human who sits, speaks or signs; not a login. Popolo `Person`."""

    honorific_prefix = CanonicalCharField(
        _("honorific"), max_length=60, blank=True, help_text=_("For example: «دکتر»")
    )
    honorific_prefix_en = CanonicalCharField(_("honorific in English"), max_length=60, blank=True)
    photo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    other_posts = CanonicalTextField(
        _("other posts"), blank=True, help_text=_("Posts outside the councils, one on each line.")
    )
    other_posts_en = CanonicalTextField(_("other posts in English"), blank=True)

    objects = NamedQuerySet.as_manager()

    search_fields: ClassVar[list[Any]] = [
        index.SearchField("name"),
        index.SearchField("name_en"),
        index.SearchField("other_posts"),
        index.AutocompleteField("name"),
        index.AutocompleteField("name_en"),
        index.FilterField("sort_key"),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering: ClassVar[list[str]] = ["sort_key", "pk"]

    def __str__(self) -> str:
        return self.full_name_in("fa")

    def full_name_in(self, language: str) -> str:
        """With the honorific, as readers meet it: «دکتر …»."""
        persian = language.startswith("fa")
        prefix = self.honorific_prefix if persian else self.honorific_prefix_en
        return f"{prefix} {self.name_in(language)}".strip()
