import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.pages.originals import rank

LONGEST_REASON = 500


class UsefulnessVoteQuerySet(models.QuerySet["UsefulnessVote"]):
    """Votes by what they say."""

    def with_reason(self) -> Self:
        return self.exclude(reason="")

    def with_page(self) -> Self:
        """With `page_id` and `title` of the item's original; None where the item is deleted."""
        group = Page.objects.filter(translation_key=OuterRef("item"), alias_of=None)
        first = group.order_by(rank(), "pk")
        return self.annotate(
            page_id=Subquery(first.values("pk")[:1]), title=Subquery(first.values("title")[:1])
        )

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

    `item` is the key that the item's translations share (rule A18), and whoever votes is known by
    a hash that is another one for each item: nobody can tell what else a browser voted on. The
    vote outlives the item. `locale_id` is the language in
    which the item was read; section and agency are those of that day.
    """

    item = models.UUIDField(_("item in all languages"))
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
            models.UniqueConstraint(fields=["item", "voter"], name="prcouncil_one_vote_a_browser")
        ]
        indexes = [models.Index(fields=["voted_at"], name="usefulnessvote_voted")]

    def __str__(self) -> str:
        return f"{self.item}: {'yes' if self.is_useful else 'no'}"
