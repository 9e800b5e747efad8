from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.models.charter import Charter
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.uploads.private import PrivateFileField


class ClauseReviewQuerySet(models.QuerySet["ClauseReview"]):
    """Reviews by clause and year."""

    def of_year(self, year: int) -> Self:
        """`year` is Jalali."""
        return self.filter(year=year)

    def for_agency(self, agency: Agency) -> Self:
        return self.filter(agency=agency)


class ClauseReview(models.Model):
    """ارزیابی ماده: whether an agency kept to a measurable clause in a Jalali year, with evidence.

    The clause is named by its anchor, which outlives versions. The words and the link are public,
    the file is for secretaries alone (rule A21).
    """

    charter = models.ForeignKey(Charter, on_delete=models.PROTECT, related_name="reviews")
    anchor = models.CharField(_("clause"), max_length=80)
    agency = models.ForeignKey(
        Agency, verbose_name=_("agency"), on_delete=models.PROTECT, related_name="clause_reviews"
    )
    year = models.PositiveSmallIntegerField(_("Jalali year"))
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict.choices)
    evidence = CanonicalTextField(_("evidence"), blank=True)
    evidence_en = CanonicalTextField(_("evidence in English"), blank=True)
    evidence_url = models.URLField(_("address of the evidence"), blank=True)
    evidence_file = PrivateFileField(_("file"), blank=True)
    reviewed_on = models.DateField(_("reviewed on"))
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = ClauseReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("clause review")
        verbose_name_plural = _("clause reviews")
        ordering: ClassVar[list[str]] = ["-year", "anchor", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["charter", "anchor", "agency", "year"], name="prcouncil_reviewed_once"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["charter", "year"], name="prcouncil_reviews_of"),
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.anchor}, {self.year}"

    @property
    def holds_for(self) -> Charter:
        """Whom an editor finds when the agency cannot be deleted (rule A20)."""
        return self.charter

    def evidence_in(self, language: str) -> str:
        return self.evidence if language.startswith("fa") else self.evidence_en or self.evidence
