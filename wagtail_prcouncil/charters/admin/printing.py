"""The desk's print tab: the adopted texts of a charter, to be printed or made into PDF files."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import get_content_languages

from wagtail_prcouncil.charters.admin.places import LISTING
from wagtail_prcouncil.charters.admin.reading import number_as_read, pages_of
from wagtail_prcouncil.charters.admin.tabs import CharterTab, tab_url
from wagtail_prcouncil.charters.models import Charter, CharterVersion
from wagtail_prcouncil.charters.printed.kinds import key_of_version, prefix_of
from wagtail_prcouncil.charters.printed.papers import charter_paper, version_of
from wagtail_prcouncil.councils.admin.paper_notes import note_of
from wagtail_prcouncil.printing import pdf
from wagtail_prcouncil.printing.actions import PrintingError, ask
from wagtail_prcouncil.printing.downloads import read_out
from wagtail_prcouncil.printing.models import PrintedFile
from wagtail_prcouncil.printing.states import PrintState
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import language_name, page_language

MOST_DIGITS = 9  # of a version's number


class Asked(NamedTuple):
    """A version in a language."""

    version: CharterVersion
    language: str

    @classmethod
    def of(cls, charter: Charter, data: Any) -> "Asked":
        """Raises Http404 for what was not adopted."""
        number, language = data.get("number", ""), data.get("language", "")
        is_number = number.isdecimal() and len(number) <= MOST_DIGITS
        version = version_of(charter.pk, int(number)) if is_number else None
        if version is None or language not in get_content_languages():
            raise Http404("No such paper.")
        return cls(version, language)


class PaperShown(NamedTuple):
    """A text on the tab. `note` says where its PDF stands, `pdf_url` where it is, empty where there
    is none; `number` and `code` say to the form which one it is."""

    name: str
    language: str
    number: int
    code: str
    url: str
    pdf_url: str
    note: str
    is_waiting: bool


class PrintTab(CharterTab):
    """Each adopted version in each language of the charter. Files are made by themselves of what
    readers may see, and anew with each change."""

    slug = "print"
    page_title = _("Print")
    template_name = "prcouncil_charters/admin/print.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = PrintedFile.objects.filter(key__startswith=prefix_of(self.charter.pk))
        found = {(row.key, row.language): row for row in rows}
        codes = [page.locale.language_code for page in pages_of(self.charter)]
        papers = [
            self._shown(version, code, found.get((key_of_version(version), code)))
            for version in self.versions
            if version.is_frozen
            for code in codes
        ]
        told = {"papers": papers, "makes_pdf": pdf.is_installed()}
        return super().get_context_data(**kwargs) | told

    def _shown(self, version: CharterVersion, code: str, row: PrintedFile | None) -> PaperShown:
        has_file = row is not None and bool(row.file)
        return PaperShown(
            number_as_read(version),
            language_name(code),
            version.number,
            code,
            _url("print_page", version, code),
            _url("print_pdf", version, code) if has_file else "",
            note_of(row, _moment(row)),
            row is not None and row.state == PrintState.WAITING,
        )


class PrintPageView(CharterTab):
    """A print page in a window of its own, of what readers do not see, too."""

    slug = "print"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = Asked.of(self.charter, request.GET)
        words = charter_paper(*asked, is_screen=True, back_url=tab_url(self.charter, self.slug))
        if words is None:
            raise Http404("There is nothing to print.")
        return HttpResponse(words)


class PrintPdfView(CharterTab):
    """A PDF that was made, whether or not something has changed since."""

    slug = "print"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        asked = Asked.of(self.charter, request.GET)
        row = PrintedFile.objects.of(key_of_version(asked.version), asked.language).first()
        if row is None or not row.file:
            raise Http404("It was not made.")
        return read_out(row, f"{self.charter.page.slug}-{asked.version.number}.pdf")


class MakePdfView(CharterTab):
    """Asks for a PDF."""

    slug = "print"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = Asked.of(self.charter, request.POST)
        if not self.may("change") and not self.may("adopt"):
            raise PermissionDenied
        try:
            ask(key_of_version(asked.version), asked.language, by=request.user)
        except PrintingError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, gettext("The PDF will be here within some minutes."))
        return redirect(tab_url(self.charter, self.slug))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(tab_url(self.charter, self.slug))


def _moment(row: PrintedFile | None) -> str:
    """When it was made."""
    if row is None or row.made_at is None:
        return ""
    return displayed(row.made_at, "datetime", page_language(None))


def _url(name: str, version: CharterVersion, code: str) -> str:
    address = reverse(f"{LISTING.name}:{name}", args=[version.charter_id])
    return f"{address}?{urlencode({'number': str(version.number), 'language': code})}"
