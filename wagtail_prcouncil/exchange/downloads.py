"""Tables, and other data, as answers to a request."""

import hashlib
import json
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import content_disposition_header
from wagtail.models import Page

from wagtail_prcouncil.exchange.tables import Cell, Table
from wagtail_prcouncil.exchange.writing import csv_chunks, csv_of_lines, xlsx_of_lines

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_BYTES_IN_MEMORY = 2_000_000
KEPT_FOR = 300  # seconds that a cache may hold a public file before it asks again


def download(table: Table, rows: Iterable[Any], kind: str) -> HttpResponseBase:
    """A file of `kind` "csv" or "xlsx", in the active language. CSV leaves as rows are read."""
    if kind == "xlsx":
        workbook = _workbook(table, table.lines(rows))
        return _file(workbook, table, kind)
    chunks = _in_language(csv_chunks(table, rows), translation.get_language())
    return StreamingHttpResponse(chunks, headers=_headers(table, kind))


def public_download(
    request: HttpRequest, table: Table, rows: Iterable[Any], kind: str
) -> HttpResponseBase:
    """The same for anonymous readers: with an ETag, 304 for who has the table already; neither
    session nor cookie is touched. The rows are read once, and no workbook is made in vain."""
    lines = list(table.lines(rows))
    content = b"".join(csv_of_lines(table, lines))
    etag = f'W/"{kind}-{hashlib.sha256(content).hexdigest()[:32]}"'
    known = get_conditional_response(request, etag=etag)
    if known is not None:
        return known
    response: HttpResponseBase
    if kind == "xlsx":
        response = _file(_workbook(table, lines), table, kind)
    else:
        response = HttpResponse(content, headers=_headers(table, kind))
    response["ETag"] = etag
    return response


def public_json(request: HttpRequest, document: dict[str, Any]) -> HttpResponseBase:
    """Data for other systems: with an ETag, 304 for who has them already."""
    content = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return public_content(request, content, "application/json; charset=utf-8")


def public_content(request: HttpRequest, content: bytes, content_type: str) -> HttpResponseBase:
    """Whatever has been made for them: with an ETag, 304 for who has it already."""
    etag = f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'
    known = get_conditional_response(request, etag=etag)
    if known is not None:
        return known
    response = HttpResponse(content, content_type=content_type)
    response["ETag"] = etag
    return response


def kept_as(page: Page, response: HttpResponseBase) -> HttpResponseBase:
    """Says how long caches may keep a file below a page; that of a private page is its reader's
    alone."""
    if page.get_view_restrictions().exists():
        patch_cache_control(response, private=True, no_store=True)
    else:
        patch_cache_control(response, public=True, max_age=KEPT_FOR)
    return response


def _file(workbook: IO[bytes], table: Table, kind: str) -> FileResponse:
    """Named as an argument: a Content-Type among the headers is guessed anew by FileResponse."""
    headers = _headers(table, kind)
    return FileResponse(workbook, content_type=headers.pop("Content-Type"), headers=headers)


def _headers(table: Table, kind: str) -> dict[str, str]:
    named = content_disposition_header(as_attachment=True, filename=f"{table.name}.{kind}")
    return {"Content-Type": CONTENT_TYPES[kind], "Content-Disposition": str(named)}


def _workbook(table: Table, lines: Iterable[list[Cell]]) -> IO[bytes]:
    """The file, read from its start and deleted when it is closed."""
    output = tempfile.SpooledTemporaryFile(max_size=_BYTES_IN_MEMORY)  # noqa: SIM115
    xlsx_of_lines(table, lines, output)
    output.seek(0)
    return output


def _in_language(chunks: Iterator[bytes], language: str | None) -> Iterator[bytes]:
    """A stream is read after the view has ended, when Wagtail has put back the site's language."""
    while True:
        with translation.override(language):
            chunk = next(chunks, None)
        if chunk is None:
            return
        yield chunk
