import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.fields import CanonicalTextField, hand_over_or_hold
from wagtail_prcouncil.pages.numerals import in_numerals


class TermQuerySet(models.QuerySet["Term"]):
    """Terms by day."""

    def on(self, day: dt.date) -> Self:
        return self.filter(models.Q(until=None) | models.Q(until__gte=day), since__lte=day)

    def latest_first(self) -> Self:
        return self.order_by("-since", "-pk")


class Term(models.Model):
    """دوره: a council's period in office. Hangs on the original of its page (rule A18). `version`
    grows with each change."""

    council = models.ForeignKey(
        "prcouncil_councils.CouncilPage",
        verbose_name=_("council"),
        on_delete=hand_over_or_hold,
        related_name="terms",
    )
    number = models.PositiveSmallIntegerField(_("number"))
    since = models.DateField(_("from"))
    until = models.DateField(_("until"), null=True, blank=True)
    note = CanonicalTextField(_("note"), blank=True)
    note_en = CanonicalTextField(_("note in English"), blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering: ClassVar[list[str]] = ["council", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["council", "number"], name="prcouncil_term_number"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="prcouncil_term_counted_from_one"
            ),
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")), name="prcouncil_term_lifetime"
            ),
        ]

    def __str__(self) -> str:
        return gettext("Term %(number)s") % {"number": in_numerals(self.number)}

    @property
    def span(self) -> Span:
        return Span(self.since, self.until)
