"""Rows that belong to an agency: what else it is called, and who carries on when it has ended."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from wagtail_prcouncil.directory.models.agency import Agency
from wagtail_prcouncil.fields import CanonicalCharField
from wagtail_prcouncil.persian.text import fold


class AgencyName(Orderable):
    """Another name of an agency: an older one, an abbreviation, what people call it. Popolo
    `other_names`."""

    agency = ParentalKey(Agency, on_delete=models.CASCADE, related_name="other_names")
    name = CanonicalCharField(_("name"), max_length=200)
    folded_name = models.CharField(max_length=200, editable=False, db_index=True)

    class Meta(Orderable.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.folded_name = fold(self.name)[:200]
        return super().save(*args, **kwargs)


class Succession(models.Model):
    """A closed agency's work goes on in another. Written by `actions.close_agency`."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="successions")
    successor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="inheritances")

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "successor"], name="prcouncil_succession_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(agency=models.F("successor")),
                name="prcouncil_succession_other",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} → {self.successor}"

    @property
    def holds_for(self) -> Agency:
        """Whom an editor finds when the successor cannot be deleted (rule A20)."""
        return self.agency
