import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.fields import CanonicalTextField, hand_over

LONGEST_REASON = 500


class UsefulnessVoteQuerySet(models.QuerySet["UsefulnessVote"]):
    """Votes by what they say."""

    def with_reason(self) -> Self:
        return self.exclude(reason="")

    def between(self, start: dt.datetime | None, end: dt.datetime | None) -> Self:
        """Given or changed from one moment on, and before another; either may be left open."""
        bounds = {"voted_at__gte": start, "voted_at__lt": end}
        return self.filter(**{name: moment for name, moment in bounds.items() if moment})

    def tallied_by(self, column: str) -> models.QuerySet:
        """One row for each value of the column, as dicts with `useful` and `useless`."""
        return (
            self.order_by()
            .values(column)
            .annotate(
                useful=Count("pk", filter=Q(is_useful=True)),
                useless=Count("pk", filter=Q(is_useful=False)),
            )
        )


class UsefulnessVote(models.Model):
    """«آیا این خبر مفید بود؟»: one browser's answer, which it may change.

    It hangs on the original (rule A18), and whoever votes is known by a hash that is another one
    for each page: nobody can tell what else a browser voted on. `locale_id` is the language in
    which the item was read; section and agency are those of that day.
    """

    page = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, on_delete=hand_over, related_name="+"
    )
    voter = models.CharField(_("voter"), max_length=64, editable=False)
    is_useful = models.BooleanField(_("useful"))
    reason = CanonicalTextField(_("reason"), blank=True, max_length=LONGEST_REASON)
    voted_at = models.DateTimeField(_("voted at"), default=timezone.now)
    locale_id = models.PositiveBigIntegerField(_("language"))
    section_id = models.PositiveBigIntegerField(_("section"), null=True)
    agency_id = models.PositiveBigIntegerField(_("agency"), null=True)

    objects = UsefulnessVoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("usefulness vote")
        verbose_name_plural = _("usefulness votes")
        constraints = [
            models.UniqueConstraint(fields=["page", "voter"], name="prcouncil_one_vote_a_browser")
        ]
        indexes = [models.Index(fields=["voted_at"], name="usefulnessvote_voted")]

    def __str__(self) -> str:
        return f"{self.page_id}: {'yes' if self.is_useful else 'no'}"
