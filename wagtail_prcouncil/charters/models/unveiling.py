import datetime as dt
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.charters.models.version import CharterVersion
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField


class Unveiling(models.Model):
    """رونمایی: when and where a version was made public, before people. Pictures of it stand on
    the charter's page.

    `occasion` is the page of the meeting or the conference; it may go, its title stays.
    """

    version = models.OneToOneField(
        CharterVersion, on_delete=models.PROTECT, related_name="unveiling"
    )
    unveiled_on: "models.DateField[dt.date, dt.date]" = models.DateField(_("unveiled on"))
    occasion = models.ForeignKey(
        Page,
        verbose_name=_("occasion"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    occasion_title = CanonicalCharField(_("title of the occasion"), max_length=300, blank=True)
    place = CanonicalCharField(_("place"), max_length=200, blank=True)
    place_en = CanonicalCharField(_("place in English"), max_length=200, blank=True)
    note = CanonicalTextField(_("note"), blank=True)
    note_en = CanonicalTextField(_("note in English"), blank=True)

    class Meta:
        verbose_name = _("unveiling")
        verbose_name_plural = _("unveilings")
        default_permissions = ()
        ordering: ClassVar[list[str]] = ["unveiled_on", "pk"]

    def __str__(self) -> str:
        return f"{self.version}: {self.unveiled_on}"

    def place_in(self, language: str) -> str:
        return self.place if language.startswith("fa") else self.place_en or self.place

    def note_in(self, language: str) -> str:
        return self.note if language.startswith("fa") else self.note_en or self.note
