import datetime as dt
from typing import Self

from django.db import connections, models
from django.db.models.functions import TruncDay
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.audience.states import Span
from wagtail_prcouncil.persian.jalali import TEHRAN


class ViewCountQuerySet(models.QuerySet["ViewCount"]):
    """Counts by time, and added up."""

    def since(self, moment: dt.datetime) -> Self:
        return self.filter(start__gte=moment)

    def added_up_by(self, *columns: str) -> models.QuerySet:
        """One row for each combination of `columns`, as dicts with `views` and `capped`: minutes
        in which more views came than are believed."""
        return (
            self.order_by()
            .values(*columns)
            .annotate(views=models.Sum("counted"), capped=models.Sum("capped_minutes"))
        )

    def by_day(self) -> Self:
        """With `day`: midnight in Tehran."""
        return self.annotate(day=TruncDay("start", tzinfo=TEHRAN))

    def seen_of(self, column: str) -> list[int]:
        """The values of an indexed column, in order and without NULL. Each is looked up in the
        index from the one before: DISTINCT would read all rows, and there are a great many."""
        connection = connections[self.db]
        table, name = map(connection.ops.quote_name, (self.model._meta.db_table, column))
        statement = (
            f"WITH RECURSIVE seen(value) AS (SELECT MIN({name}) FROM {table} "  # noqa: S608 - ours
            f"UNION ALL SELECT (SELECT MIN({name}) FROM {table} WHERE {name} > seen.value) "
            "FROM seen WHERE seen.value IS NOT NULL) "
            "SELECT value FROM seen WHERE value IS NOT NULL"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return [value for (value,) in cursor.fetchall()]


class ViewCount(models.Model):
    """How often a page was opened in an hour, or in a day when that was long ago.

    `start` is the beginning of the hour or day by Tehran's clock. Several rows may stand for one
    hour: parallel writers that have no cache in common write to different `shard`s. What the page
    was about when it was read is kept as plain ids, so that the sums of a section stay what they
    were when an item is filed elsewhere or deleted; `item` is the key that its translations share
    (rule A18).
    """

    page_id = models.PositiveBigIntegerField(_("page"))
    item = models.UUIDField(_("item in all languages"))
    start = models.DateTimeField(_("start"))
    span = models.CharField(_("span"), max_length=4, choices=Span.choices, default=Span.HOUR)
    shard = models.PositiveSmallIntegerField(_("shard"), default=0)
    counted = models.PositiveBigIntegerField(_("views"), default=0)
    capped_minutes = models.PositiveIntegerField(_("minutes with too many views"), default=0)
    site_id = models.PositiveBigIntegerField(_("site"))
    locale_id = models.PositiveBigIntegerField(_("language"))
    section_id = models.PositiveBigIntegerField(_("section"), null=True)
    agency_id = models.PositiveBigIntegerField(_("agency"), null=True)
    province_id = models.PositiveBigIntegerField(_("province"), null=True)

    objects = ViewCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("view count")
        verbose_name_plural = _("view counts")
        constraints = [
            models.UniqueConstraint(
                fields=["page_id", "start", "span", "shard"], name="prcouncil_view_count_bucket"
            )
        ]
        indexes = [
            models.Index(fields=["start"], name="viewcount_start"),
            models.Index(fields=["item", "start"], name="viewcount_item"),
            models.Index(fields=["section_id"], name="viewcount_section"),
            models.Index(fields=["agency_id"], name="viewcount_agency"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.start:%Y-%m-%d %H:%M}: {self.counted}"
