"""Print pages for readers: the text of a version, and the certificate of a signature."""

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from wagtail_prcouncil.charters.models.signature import Signature
from wagtail_prcouncil.charters.models.version import CharterVersion
from wagtail_prcouncil.charters.printed.kinds import Print, key_of_signature, key_of_version
from wagtail_prcouncil.charters.printed.papers import (
    certificate_paper,
    charter_paper,
    signature_of,
)
from wagtail_prcouncil.charters.public.reading import Reading
from wagtail_prcouncil.exchange.downloads import kept_as
from wagtail_prcouncil.printing.downloads import read_out
from wagtail_prcouncil.printing.models import PrintedFile
from wagtail_prcouncil.printing.printables import fingerprint

if TYPE_CHECKING:
    from wagtail_prcouncil.charters.models import CharterPage


class Written(Protocol):
    """A paper, with what a screen shows beside it."""

    def __call__(self, **screen: Any) -> str | None: ...


class Paper(NamedTuple):
    """One that a reader asked for: by which key it is printed, where its page lies below the
    charter's, whence the reader came, and what its file is called."""

    key: str
    written: Written
    path: str
    back: str
    file_name: str


def text(request: HttpRequest, page: "CharterPage", number: int | None = None) -> HttpResponseBase:
    """Of the version that is read now, or the one with that number; 404 where none was adopted."""
    return _print_page(page, _text(request, page, number))


def text_pdf(
    request: HttpRequest, page: "CharterPage", number: int | None = None
) -> HttpResponseBase:
    return _pdf(page, _text(request, page, number))


def certificate(
    request: HttpRequest, page: "CharterPage", version: int, number: int
) -> HttpResponseBase:
    """404 for a signature that was not given, or was withdrawn."""
    return _print_page(page, _certificate(request, page, version, number))


def certificate_pdf(
    request: HttpRequest, page: "CharterPage", version: int, number: int
) -> HttpResponseBase:
    return _pdf(page, _certificate(request, page, version, number))


def _text(request: HttpRequest, page: "CharterPage", number: int | None) -> Paper:
    reading = Reading.of(page, request)
    version = _adopted(reading if number is None else reading.of_version(number))
    written = partial(charter_paper, version, page.locale.language_code)
    path = f"print/{Print.CHARTER.value}/" if number is None else f"versions/{number}/print/"
    back = "" if number is None else f"versions/{number}/"
    name = f"{page.slug}-{version.number}.pdf"
    return Paper(key_of_version(version), written, path, back, name)


def _certificate(request: HttpRequest, page: "CharterPage", version: int, number: int) -> Paper:
    found = _adopted(Reading.of(page, request).of_version(version))
    key = found.signatures.filter(number=number).values_list("pk", flat=True).first()
    signature: Signature | None = signature_of(key) if key else None
    if signature is None:
        raise Http404("There is no such signature, or it does not stand.")
    back = f"versions/{version}/signatures/{number}/"
    written = partial(certificate_paper, signature, page.locale.language_code)
    name = f"{page.slug}-{version}-{number}.pdf"
    return Paper(key_of_signature(signature), written, f"{back}print/", back, name)


def _adopted(reading: Reading) -> CharterVersion:
    if reading.version is None:
        raise Http404("A draft is not printed.")
    return reading.version


def _print_page(page: "CharterPage", paper: Paper) -> HttpResponseBase:
    address = page.get_url() or ""
    row = _file(page, paper)
    shown = paper.written(
        is_screen=True,
        back_url=f"{address}{paper.back}",
        pdf_url=f"{address}{paper.path}pdf/" if row else "",
    )
    if shown is None:
        raise Http404("There is nothing to print.")
    return kept_as(page, HttpResponse(shown))


def _pdf(page: "CharterPage", paper: Paper) -> HttpResponseBase:
    """If it was made and says what the page says now; 404 else, and of every page that only some
    may read: such a file would be handed on."""
    row = _file(page, paper)
    if row is None:
        raise Http404("There is no such file.")
    return read_out(row, paper.file_name, is_public=True)


def _file(page: "CharterPage", paper: Paper) -> PrintedFile | None:
    row = PrintedFile.objects.of(paper.key, page.locale.language_code).first()
    if row is None or page.get_view_restrictions().exists():
        return None
    words = paper.written()
    return row if words and row.shows(fingerprint(words)) else None
