from collections.abc import Collection
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.fields import hand_over
from wagtail_prcouncil.news.codes import parse


class NewsCode(models.Model):
    """The number by which a news item is known for ever: «کد خبر: ۵۰۴۲۱».

    One sequence for the whole installation, whatever site an item stands on. Allotted once, at
    first publication, to the original of a translation group; never reused, even when the page
    is gone. In a table of its own because a unique field on the page would break copies,
    aliases and translations (rule A13).
    """

    number = models.PositiveBigIntegerField(_("number"), unique=True)
    page = models.OneToOneField(
        Page, verbose_name=_("page"), null=True, on_delete=hand_over, related_name="+"
    )
    legacy = models.BooleanField(
        _("from an older system"),
        default=False,
        help_text=_("The number came with an import instead of from our own sequence."),
    )
    allotted_at = models.DateTimeField(_("allotted at"), auto_now_add=True)

    class Meta:
        verbose_name = _("news code")
        verbose_name_plural = _("news codes")

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def page_named(cls, reference: str) -> Page | None:
        """The page, published or not, of the item with the code that `reference` is, typed in any
        digits."""
        number = parse(reference)
        found = cls._default_manager.filter(number=number).select_related("page").first()
        return found.page if found else None

    @classmethod
    def of_items(cls, keys: Collection[UUID]) -> dict[UUID, int]:
        """The numbers of items by the key that their translations share. One query."""
        rows = cls._default_manager.filter(page__translation_key__in=keys)
        return dict(rows.values_list("page__translation_key", "number"))
