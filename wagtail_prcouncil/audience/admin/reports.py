"""Reports → Readers: views and votes by item, section, agency or day, and the reasons given."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.forms import Media
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import get_language_bidi, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, BooleanColumn, Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from wagtail_prcouncil.audience.admin.chart import Chart, chart_of
from wagtail_prcouncil.audience.admin.columns import CodeColumn
from wagtail_prcouncil.audience.admin.filters import ReasonsFilterSet, ViewsFilterSet
from wagtail_prcouncil.audience.admin.items import with_items
from wagtail_prcouncil.audience.admin.own import worked_with
from wagtail_prcouncil.audience.admin.rows import DAYS, GROUPINGS, ITEMS, Grouping, Line, lines
from wagtail_prcouncil.audience.admin.tables import REASONS, table_of
from wagtail_prcouncil.audience.models import UsefulnessVote, ViewCount, ViewCountQuerySet
from wagtail_prcouncil.exchange.downloads import download
from wagtail_prcouncil.exchange.listings import TableExportMixin
from wagtail_prcouncil.exchange.tables import CHUNK, Table
from wagtail_prcouncil.persian.jalali import TEHRAN
from wagtail_prcouncil.persian.numbers import format_number
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.jalali.columns import JalaliDateColumn
from wagtail_prcouncil.ui.languages import page_language

OWN = _("Items that you work with. Sums by section, agency and day are of all items.")
ALL_ITEMS = _("Sums of all items, also of those that others work with.")
LOOK = Media(css={"all": ["prcouncil_audience/report.css"]})


def edit_url(page_id: int | None) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page_id]) if page_id else ""


def named(line: Line) -> str:
    """A day as editors write it, or the line's own name."""
    return displayed(line.day, "long", page_language(None)) if line.day else line.name


def as_read(number: int) -> str:
    """In the digits of the editor's language."""
    return format_number(number) if page_language(None).is_persian else f"{number:,}"


def number_of(name: str) -> Callable[[Line], str]:
    return lambda line: as_read(getattr(line, name))


def unusual(line: Line) -> str:
    """In how many minutes more views came than are believed; empty where all is well."""
    if not line.capped:
        return ""
    return ngettext("%(count)s minute", "%(count)s minutes", line.capped) % {
        "count": as_read(line.capped)
    }


class ViewsReport(TableExportMixin, ReportView):
    """Views and votes, added up by `grouping`. Sums of sections, agencies and days are of all that
    was read; items are named to those who work with them."""

    grouping: Grouping = GROUPINGS[0]
    page_title = _("Readers")
    header_icon = "view"
    permission_policy = ModelPermissionPolicy(ViewCount)
    any_permission_required = ("view",)
    filterset_class = ViewsFilterSet
    results_template_name = "prcouncil_audience/admin/views_results.html"

    @property
    def default_ordering(self) -> str:
        return "-day" if self.grouping is DAYS else "-views"

    @property
    def export_table(self) -> Table:  # type: ignore[override]
        return table_of(self.grouping)

    @property
    def columns(self) -> list[BaseColumn]:
        return [
            TitleColumn(
                "name",
                label=self.grouping.heading,
                accessor=named,
                get_url=lambda line: edit_url(line.page_id),
                sort_key="day" if self.grouping is DAYS else None,
            ),
            *([CodeColumn(lambda line: line)] if self.grouping is ITEMS else []),
            Column("views", label=_("Views"), accessor=number_of("views"), sort_key="views"),
            Column("useful", label=_("Useful"), accessor=number_of("useful")),
            Column("useless", label=_("Not useful"), accessor=number_of("useless")),
            Column("unusual", label=_("Unusual"), accessor=unusual),
        ]

    def get_index_url(self) -> str:
        return reverse(f"prcouncil_audience_{self.grouping.slug}")

    def get_index_results_url(self) -> str:
        return reverse(f"prcouncil_audience_{self.grouping.slug}_results")

    def get_base_queryset(self) -> QuerySet[Any]:
        counts = self.counts.by_day() if self.grouping is DAYS else self.counts
        return counts.added_up_by(self.grouping.counted_by)

    @property
    def counts(self) -> ViewCountQuerySet:
        counts = ViewCount.objects.all()
        return worked_with(counts, self.request.user) if self.grouping is ITEMS else counts

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.is_export:
            found = lines(self.grouping, self.get_queryset(), self.filters.days)
            return download(self.export_table, found, request.GET["export"])
        return super().get(request, *args, **kwargs)

    def get_table(self, object_list: Any) -> Any:
        return super().get_table(lines(self.grouping, object_list, self.filters.days))

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        return context | {
            "media": context["media"] + LOOK,
            "days": self.filters.days,
            "extent": self.extent,
            "chart": self.chart,
            "switch": [self._link(grouping) for grouping in GROUPINGS],
        }

    @property
    def extent(self) -> str | Promise:
        """Whose numbers these are, where that is not all; superusers work with everything."""
        if self.request.user.is_superuser:
            return ""
        if self.grouping is ITEMS:
            return OWN
        return ALL_ITEMS

    @cached_property
    def chart(self) -> Chart | None:
        counts = self.filter_queryset(self.counts.by_day())
        sums = counts.added_up_by("day")
        views = {row["day"].astimezone(TEHRAN).date(): row["views"] for row in sums}
        return chart_of(self.filters.days, views, is_bidi=get_language_bidi())

    def _link(self, grouping: Grouping) -> dict[str, Any]:
        """The same span and filters, added up another way."""
        asked = self.request.GET.copy()
        for name in ("p", "ordering", "export"):
            asked.pop(name, None)
        query = f"?{asked.urlencode()}" if asked else ""
        return {
            "title": grouping.title,
            "url": reverse(f"prcouncil_audience_{grouping.slug}") + query,
            "is_current": grouping is self.grouping,
        }


class ReasonsReport(TableExportMixin, ReportView):
    """Why readers found an item useful or not, the latest first; of items one works with."""

    page_title = _("Readers' reasons")
    header_icon = "comment"
    model = UsefulnessVote
    permission_policy = ModelPermissionPolicy(UsefulnessVote)
    any_permission_required = ("view",)
    filterset_class = ReasonsFilterSet
    export_table = REASONS
    index_url_name = "prcouncil_audience_reasons"
    index_results_url_name = "prcouncil_audience_reasons_results"
    default_ordering = "-voted_at"
    columns = [
        TitleColumn(
            "page",
            label=_("Item"),
            accessor=lambda vote: vote.title or "–",
            get_url=lambda vote: edit_url(vote.page_id),
            width="35%",
        ),
        CodeColumn(lambda vote: vote.about),
        Column("reason", label=_("Reason")),
        BooleanColumn("is_useful", label=_("Useful")),
        JalaliDateColumn("voted_at", label=_("Voted at"), sort_key="voted_at"),
    ]

    def get_base_queryset(self) -> QuerySet[UsefulnessVote]:
        votes = UsefulnessVote.objects.with_reason().with_page()
        return worked_with(votes, self.request.user)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.is_export:
            votes = with_items(self.get_queryset().iterator(chunk_size=CHUNK))
            return download(self.export_table, votes, request.GET["export"])
        return super().get(request, *args, **kwargs)

    def get_table(self, object_list: Any) -> Any:
        return super().get_table(list(with_items(object_list)))
