"""Downloads of Wagtail's listings."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from wagtail_prcouncil.exchange.downloads import download
from wagtail_prcouncil.exchange.tables import CHUNK, Table


class PlainListMixin(SpreadsheetExportMixin):
    """Put before a listing view of Wagtail that leaves as no file: whoever writes `?export=csv`
    behind its address reads the list, where Wagtail alone hands out a file of empty lines. A view
    that has a table (`TableExportMixin`) stays as it is."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.is_export = self.is_export and isinstance(self, TableExportMixin)


class PlainListing(PlainListMixin, IndexView):
    """Of a viewset that has nothing else to say of its list."""


class TableExportMixin(SpreadsheetExportMixin):
    """Put before a listing view of Wagtail (`IndexView` of a viewset, `ReportView`): its menu
    offers what is filtered and searched for as CSV and XLSX, all pages of it, by `export_table`
    instead of Wagtail's own columns.
    """

    export_table: Table
    show_export_buttons = True

    def get_base_queryset(self) -> QuerySet[Any]:
        """Prepared before it is filtered and searched: results of a search no longer can be."""
        rows = super().get_base_queryset()
        prepare = self.export_table.prepare
        return prepare(rows) if self.is_export and prepare else rows

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.is_export:
            found = self.get_queryset()
            rows = found.iterator(chunk_size=CHUNK) if isinstance(found, QuerySet) else found
            return download(self.export_table, rows, request.GET["export"])
        return super().get(request, *args, **kwargs)
