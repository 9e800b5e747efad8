from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField
from wagtail_prcouncil.news.states import TOLD, TONES, UpdateKind


class PublicationQuerySet(models.QuerySet["Publication"]):
    def of(self, page: Page) -> Self:
        """Newest first. An alias has none of its own: it shows what the page it mirrors shows."""
        return self.filter(page_id=page.alias_of_id or page.pk).order_by("-at", "-pk")

    def told(self) -> Self:
        """Those that readers are told of."""
        return self.filter(kind__in=TOLD)

    def saying(self, kind: UpdateKind, note: str) -> Self:
        """Those of these very words: each note is told once."""
        return self.filter(kind=kind, note=note)


class Publication(models.Model):
    """That an item went out, changed in public or went: who did it, when, and what readers were
    told.

    Written once and never changed, and kept when the page is deleted: `title` and `code` are those
    it had then. On the page itself and not on its original: the words are one language's. `at` is
    UTC.
    """

    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    title = CanonicalCharField(_("headline"), max_length=255, blank=True)
    code = models.PositiveBigIntegerField(_("news code"), null=True)
    kind = models.CharField(_("kind"), max_length=20, choices=UpdateKind.choices)
    note = CanonicalTextField(_("note to readers"), blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Empty when a schedule or an import did it."),
    )
    revision = models.ForeignKey(
        Revision, verbose_name=_("revision"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["page", "at"], name="prcouncil_publication_page"),
            models.Index(fields=["at"], name="prcouncil_publication_at"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.title} ({self.code})"

    @property
    def tone(self) -> str:
        """How loud its notice looks to readers."""
        return TONES.get(self.kind, "")
