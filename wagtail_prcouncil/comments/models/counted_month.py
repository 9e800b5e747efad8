from django.db import models
from django.utils.translation import gettext_lazy as _


class CountedMonth(models.Model):
    """What became of readers' comments in one month, as the clock counted it at `counted_at`; no
    number names anybody, and the comments themselves stay the source.

    `begin` and `end` are midnights in Tehran; Jalali and Gregorian months have rows of their own.
    `decided` lists verb, reason and how often.
    """

    begin = models.DateTimeField(_("from"))
    end = models.DateTimeField(_("to"))
    received = models.PositiveIntegerField(_("received"))
    decided = models.JSONField(_("decided"), default=list)
    median = models.DurationField(_("half were decided within"), null=True)
    counted_at = models.DateTimeField(_("counted at"))

    class Meta:
        verbose_name = _("month in numbers")
        verbose_name_plural = _("months in numbers")
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(fields=["begin", "end"], name="prcouncil_one_count_a_month"),
        )

    def __str__(self) -> str:
        return f"{self.begin:%Y-%m-%d}: {self.received}"
