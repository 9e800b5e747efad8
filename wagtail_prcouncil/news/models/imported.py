from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.fields import CanonicalCharField


class ImportedNews(models.Model):
    """By what name an imported item was known where it came from, so that it comes only once.

    `guid` is the source's own name for it, as feeds have it, or else its address; `source` tells
    one old system from another. `digest` is that of the row as imported: the same row again
    changes nothing. The row stays when the page is deleted: what an editor took away does not come
    back with the next run.
    """

    source = CanonicalCharField(_("source"), max_length=100)
    guid = models.CharField(_("name at the source"), max_length=500)
    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    digest = models.CharField(_("digest"), max_length=64)
    imported_at = models.DateTimeField(_("imported at"), auto_now_add=True)

    class Meta:
        verbose_name = _("imported news item")
        verbose_name_plural = _("imported news items")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["source", "guid"], name="prcouncil_imported_once")
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.guid}"
