import datetime as dt
from typing import ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from wagtail_prcouncil.fields import hand_over_or_go


class PlacementQuerySet(models.QuerySet["Placement"]):
    def on(self, page: Page, moment: dt.datetime | None = None) -> Self:
        """Shown on `page`, or on a page it translates, at `moment` (now); pinned ones first, then
        the last placed."""
        moment = moment or timezone.now()
        return (
            self.filter(shown_on__translation_key=page.translation_key, starts_at__lte=moment)
            .filter(Q(ends_at=None) | Q(ends_at__gt=moment))
            .order_by("-is_pinned", "-starts_at", "-pk")
        )


class Placement(models.Model):
    """That a news item is shown on a page where it does not live, for a time.

    A fact (rule A18): `news` and `shown_on` are originals; readers of each language see the
    translations. Nothing is copied, the item keeps its one address. Times are UTC, `ends_at`
    exclusive.
    """

    news = models.ForeignKey(
        "prcouncil_news.NewsPage",
        verbose_name=_("news item"),
        on_delete=hand_over_or_go,
        related_name="+",
    )
    shown_on = models.ForeignKey(
        Page, verbose_name=_("shown on"), on_delete=hand_over_or_go, related_name="+"
    )
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    is_pinned = models.BooleanField(_("pinned to the top"), default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("placed by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["news", "shown_on"],
                name="prcouncil_placed_once",
                violation_error_message=_("This item is placed on that page already."),
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=models.F("starts_at")),
                name="prcouncil_placed_for_a_time",
                violation_error_message=_("A placement ends after it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.news} → {self.shown_on}"

    def clean(self) -> None:
        super().clean()
        if self.ends_at and self.starts_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("A placement ends after it begins.")})
