"""Reports → Moderation: how fast, by whom and why comments are decided, and which rules help."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.views.reports import ReportView

from wagtail_prcouncil.comments.office import summary
from wagtail_prcouncil.comments.office.asking import LOOK
from wagtail_prcouncil.comments.office.groupings import (
    GROUPINGS,
    Counted,
    Grouping,
    Line,
    Waited,
    waited_for,
)
from wagtail_prcouncil.comments.office.spans import SpanFilterSet
from wagtail_prcouncil.comments.quantities import share_as_read, span_as_read
from wagtail_prcouncil.comments.scopes import Scope, scope_of
from wagtail_prcouncil.comments.states import Right
from wagtail_prcouncil.exchange import tables
from wagtail_prcouncil.exchange.downloads import download
from wagtail_prcouncil.exchange.listings import TableExportMixin
from wagtail_prcouncil.pages.numerals import in_numerals


class Office(StrEnum):
    """A right of those who do not moderate: to see the numbers, within the scope of their group."""

    SEE_NUMBERS = "prcouncil_comments.view_decision"


SEEING = (Right.MODERATE, Office.SEE_NUMBERS)


def seen_by(user: Any) -> Scope:
    """Whose numbers the user sees: of what he moderates, and of what he may see the numbers of."""
    scopes = [scope_of(user, right) for right in SEEING]
    return Scope(
        everything=any(scope.everything for scope in scopes),
        paths=tuple(path for scope in scopes for path in scope.paths),
        section_ids=tuple(key for scope in scopes for key in scope.section_ids),
    )


class ModerationReport(TableExportMixin, ReportView):
    """Added up by `grouping`, over the days asked for, within the user's scope."""

    grouping: Grouping = GROUPINGS[0]
    page_title = _("Moderation")
    header_icon = "comment"
    filterset_class = SpanFilterSet
    results_template_name = "prcouncil_comments/office/report.html"
    paginate_by = 100
    is_filtering = False  # there are always days, and the lines are no matches of a search

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not any(request.user.has_perm(right.value) for right in SEEING):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def export_table(self) -> tables.Table:  # type: ignore[override]
        return table_of(self.grouping)

    @property
    def columns(self) -> list[BaseColumn]:
        grouping = self.grouping
        median = Column("median", label=_("Half within"), accessor=_median)
        return [
            Column("name", label=grouping.heading),
            *(
                Column(counted.key, label=counted.heading, accessor=_words_of(counted))
                for counted in grouping.columns
            ),
            *([median] if grouping.has_median else []),
        ]

    def get_index_url(self) -> str:
        return reverse(_name(self.grouping))

    def get_index_results_url(self) -> str:
        return reverse(f"{_name(self.grouping)}_results")

    def get_queryset(self) -> list[Line]:
        if self.grouping.has_median:
            return self.grouping.lines(self.filters.days, self.scope, self.waited)
        return self.grouping.lines(self.filters.days, self.scope)

    def get_filtered_queryset(self) -> list[Line]:
        """The days are in the lines already."""
        return self.get_queryset()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.is_export:
            return download(self.export_table, self.get_queryset(), request.GET["export"])
        return super().get(request, *args, **kwargs)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        return context | {
            "media": context["media"] + LOOK,
            "days": self.filters.days,
            "of_days": summary.of_days(self.filters.days, self.scope, self.waited),
            "of_queue": summary.of_queue(self.scope),
            "is_part": not self.scope.everything,
            "note": self.grouping.note,
            "switch": [self._link(grouping) for grouping in GROUPINGS],
        }

    @cached_property
    def scope(self) -> Scope:
        return seen_by(self.request.user)

    @cached_property
    def waited(self) -> Waited:
        """Asked once for lines and figures."""
        return waited_for(self.filters.days, self.scope)

    def _link(self, grouping: Grouping) -> dict[str, Any]:
        """The same days, added up another way."""
        asked = self.request.GET.copy()
        for name in ("p", "ordering", "export", "_w_filter_fragment"):
            asked.pop(name, None)
        query = f"?{asked.urlencode()}" if asked else ""
        return {
            "title": grouping.title,
            "url": reverse(_name(grouping)) + query,
            "is_current": grouping is self.grouping,
        }


def table_of(grouping: Grouping) -> tables.Table:
    """What leaves the admin: numbers as numbers, the median in minutes."""
    columns = [tables.Column(grouping.heading, lambda line: line.name)]
    columns += [tables.Column(one.heading, _number_of(one)) for one in grouping.columns]
    if grouping.has_median:
        columns.append(tables.Column(_("half within (minutes)"), _minutes))
    return tables.Table(f"moderation-{grouping.slug}", columns)


def addresses() -> list[URLPattern]:
    found = []
    for grouping in GROUPINGS:
        place = f"reports/comments/{grouping.slug}/"
        view = ModerationReport.as_view(grouping=grouping)
        results = ModerationReport.as_view(grouping=grouping, results_only=True)
        found += [
            path(place, view, name=_name(grouping)),
            path(f"{place}results/", results, name=f"{_name(grouping)}_results"),
        ]
    return found


def permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(
        content_type__app_label="prcouncil_comments", codename="view_decision"
    )


class ReportItem(MenuItem):
    """For those who see numbers of anything."""

    def is_shown(self, request: HttpRequest) -> bool:
        return any(request.user.has_perm(right.value) for right in SEEING)


def report_item() -> MenuItem:
    url = reverse(_name(GROUPINGS[0]))
    name = "prcouncil-moderation"
    return ReportItem(_("Moderation"), url, name=name, icon_name="comment", order=120)


def _name(grouping: Grouping) -> str:
    return f"prcouncil_comments_report_{grouping.slug}"


def _words_of(counted: Counted) -> Callable[[Line], str]:
    def words(line: Line) -> str:
        number = in_numerals(line.numbers[counted.key])
        if not counted.of:
            return number
        share = share_as_read(line.numbers[counted.key], line.numbers[counted.of])
        return f"{number} ({share})"

    return words


def _number_of(counted: Counted) -> Callable[[Line], int]:
    return lambda line: line.numbers[counted.key]


def _median(line: Line) -> str:
    return span_as_read(line.median)


def _minutes(line: Line) -> int | None:
    return None if line.median is None else round(line.median.total_seconds() / 60)
