import csv
import io
from collections.abc import Iterable
from typing import cast

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.admin.views.generic import IndexView

from tests.directory.making import agency
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.exchange.listings import PlainListMixin, TableExportMixin
from wagtail_prcouncil.exchange.tables import Column, Table

pytestmark = pytest.mark.django_db


class AgencyListing(TableExportMixin, IndexView):
    model = Agency
    list_filter = ("kind",)
    index_results_url_name = "wagtailadmin_home"  # search is offered where there is one
    paginate_by = 2
    export_table = Table(
        "agencies",
        [
            Column("name", lambda row: row.name),
            Column("parent", lambda row: row.parent and row.parent.code),
        ],
        prepare=lambda rows: rows.select_related("parent"),
    )


def exported(rf: RequestFactory, **query: str) -> list[list[str]]:
    request = rf.get("/", query)
    request.user = User(is_superuser=True)
    with override("en"):
        response = AgencyListing.as_view()(request)
    content = b"".join(cast("Iterable[bytes]", response))
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_all_that_is_filtered_leaves_not_one_page(rf: RequestFactory) -> None:
    top = agency("الف", kind="ministry")
    for name in ("ب", "پ", "ت"):
        agency(name, parent=top)
    assert exported(rf, export="csv", kind="organisation") == [
        ["Name", "Parent"],
        *[[name, top.code] for name in ("ب", "پ", "ت")],
    ]


def test_what_is_searched_for_leaves(rf: RequestFactory) -> None:
    agency("سازمان آب")
    agency("سازمان برق")
    assert exported(rf, export="csv", q="آب")[1:] == [["سازمان آب", ""]]


@pytest.mark.parametrize("query", [{}, {"q": "سازمان"}])
def test_queries_do_not_grow_with_the_rows(rf: RequestFactory, query: dict[str, str]) -> None:
    top = agency("وزارت")
    counts = []
    for _ in range(2):
        agency(parent=top)
        with CaptureQueriesContext(connection) as queries:
            exported(rf, export="csv", **query)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 3


def test_the_menu_offers_both_files_of_what_is_shown(rf: RequestFactory) -> None:
    request = rf.get("/", {"kind": "bank"})
    request.user = User(is_superuser=True)
    response = AgencyListing.as_view()(request)
    links = {button.url for button in response.context_data["view"].header_more_buttons}
    assert links == {"/?kind=bank&export=csv", "/?kind=bank&export=xlsx"}


class PlainListing(PlainListMixin, IndexView):
    model = Agency
    index_results_url_name = "wagtailadmin_home"


class ExportedAfterAll(TableExportMixin, PlainListing):
    export_table = AgencyListing.export_table


@pytest.mark.parametrize(
    ("kind", "is_file"),
    [(PlainListing, False), (ExportedAfterAll, True), (AgencyListing, True)],
    ids=["plain", "exported_after_all", "exported"],
)
def test_a_list_without_a_table_is_no_file(
    rf: RequestFactory, kind: type[IndexView], is_file: bool
) -> None:
    request = rf.get("/", {"export": "csv"})
    request.user = User(is_superuser=True)
    answer = kind.as_view()(request)
    assert answer.status_code == 200
    assert ("csv" in answer["Content-Type"]) == is_file
