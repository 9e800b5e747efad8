import io
from collections.abc import Iterator

import pytest
from django.test import RequestFactory
from django.utils.translation import gettext_lazy, override
from openpyxl import load_workbook
from wagtail.models import PageViewRestriction

from tests.making import small_site
from wagtail_prcouncil.exchange.downloads import download, kept_as, public_download, public_json
from wagtail_prcouncil.exchange.tables import Column, Table

pytestmark = pytest.mark.once

TABLE = Table(gettext_lazy("News"), [Column(gettext_lazy("News"), str)])


def test_the_language_is_that_of_the_view() -> None:
    with override("fa"):
        response = download(TABLE, ["یک"], "csv")
    with override("en"):
        content = b"".join(response)
    assert content.decode() == "\ufeffخبرها\r\nیک\r\n"
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "filename*=utf-8''%D8%AE" in response["Content-Disposition"]


def test_a_workbook_has_its_length() -> None:
    response = download(TABLE, ["یک"], "xlsx")
    content = b"".join(response)
    assert int(response["Content-Length"]) == len(content)
    assert load_workbook(io.BytesIO(content)).active["A2"].value == "یک"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_reader_gets_the_same_table_once(kind: str, rf: RequestFactory) -> None:
    first = public_download(rf.get("/"), TABLE, ["یک"], kind)
    known = rf.get("/", headers={"If-None-Match": first["ETag"]})
    assert public_download(known, TABLE, ["یک"], kind).status_code == 304
    changed = public_download(known, TABLE, ["دو"], kind)
    assert (first.status_code, changed.status_code) == (200, 200)
    assert not first.cookies
    assert "Cookie" not in first.get("Vary", "")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_rows_are_read_once(kind: str, rf: RequestFactory) -> None:
    read: list[str] = []

    def rows() -> Iterator[str]:
        for row in ("یک", "دو"):
            read.append(row)
            yield row

    response = public_download(rf.get("/"), TABLE, rows(), kind)
    content = b"".join(response)
    if kind == "xlsx":
        sheet = load_workbook(io.BytesIO(content)).active
        assert [cell.value for cell in sheet["A"]][1:] == ["یک", "دو"]
    else:
        assert content.decode().splitlines()[1:] == ["یک", "دو"]
    assert read == ["یک", "دو"]


def test_data_are_sent_once(rf: RequestFactory) -> None:
    first = public_json(rf.get("/"), {"name": "آب"})
    assert first.content.decode() == '{"name":"آب"}'
    known = rf.get("/", headers={"If-None-Match": first["ETag"]})
    assert public_json(known, {"name": "آب"}).status_code == 304
    assert public_json(known, {"name": "راه"}).status_code == 200


@pytest.mark.django_db
def test_files_of_a_private_page_are_their_readers_alone(rf: RequestFactory) -> None:
    page = small_site().index
    assert "public" in kept_as(page, public_json(rf.get("/"), {}))["Cache-Control"]
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    kept = kept_as(page, public_json(rf.get("/"), {}))["Cache-Control"]
    assert "no-store" in kept
    assert "public" not in kept
