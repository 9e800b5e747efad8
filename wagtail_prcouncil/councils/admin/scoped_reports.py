"""The frame of reports on what councils keep: who sees which rows, and who takes them away."""

from typing import Any, ClassVar, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView

from wagtail_prcouncil.councils.admin.asking import LOOK
from wagtail_prcouncil.councils.admin.policies import CouncilPolicy
from wagtail_prcouncil.councils.scopes import within
from wagtail_prcouncil.exchange.downloads import download
from wagtail_prcouncil.exchange.listings import TableExportMixin

Rows = TypeVar("Rows", bound="QuerySet[Any]")


class ScopedReport(TableExportMixin, ReportView):
    """Rows that lead to a council by `link`. They are seen by whoever has one of `seeing` on them,
    and taken away by whoever may "export" by `taking`, of the councils where he may. Its addresses
    are called `index_url_name` and `index_results_url_name`."""

    policy: CouncilPolicy
    taking: CouncilPolicy
    seeing: ClassVar[tuple[str, ...]] = ()
    link = ""
    paginate_by = 50

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.policy.user_has_any_permission(request.user, self.seeing):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def show_export_buttons(self) -> bool:  # type: ignore[override]
        return self.taking.user_has_permission(self.request.user, "export")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.is_export:
            if not self.show_export_buttons:
                raise PermissionDenied
            found = self.filter_queryset(self.get_queryset())
            return download(self.export_table, found, request.GET["export"])
        return super().get(request, *args, **kwargs)

    def kept(self, rows: Rows) -> Rows:
        """Those that the user sees; of a file, those that he may take away, too."""
        rows = within(rows, self.policy.scope_of_any(self.request.user, self.seeing), self.link)
        if self.is_export:
            rows = within(rows, self.taking.scope(self.request.user, "export"), self.link)
        return rows

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        return context | {"media": context["media"] + LOOK}

    @classmethod
    def addresses(cls, place: str) -> list[URLPattern]:
        """The report, and below it its rows alone, for Wagtail's filters."""
        results = cls.as_view(results_only=True)
        return [
            path(place, cls.as_view(), name=cls.index_url_name),
            path(f"{place}results/", results, name=cls.index_results_url_name),
        ]


class ReportItem(MenuItem):
    """In Wagtail's menu of reports, for those who see any row of it."""

    def __init__(self, report: type[ScopedReport], name: str, order: int) -> None:
        self.report = report
        url, icon = reverse(report.index_url_name), report.header_icon
        super().__init__(report.page_title, url, name=name, icon_name=icon, order=order)

    def is_shown(self, request: HttpRequest) -> bool:
        return self.report.policy.user_has_any_permission(request.user, self.report.seeing)
