from django.db import models
from django.utils.translation import gettext_lazy as _


class Counter(models.Model):
    """The last number given out in a scope ("news_code:1") and Jalali year.

    Year 0 stands for a scope that counts on for ever.
    """

    scope = models.CharField(_("scope"), max_length=100)
    year = models.PositiveSmallIntegerField(_("Jalali year"), default=0)
    last = models.PositiveBigIntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("counter")
        verbose_name_plural = _("counters")
        constraints = [
            models.UniqueConstraint(fields=["scope", "year"], name="prcouncil_counter_scope_year")
        ]

    def __str__(self) -> str:
        return f"{self.scope}/{self.year}: {self.last}"
