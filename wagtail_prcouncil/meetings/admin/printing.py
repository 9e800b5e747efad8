"""The desk's print tab: the papers of a meeting, to be printed or made into PDF files."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import get_content_languages

from wagtail_prcouncil.councils.admin.paper_notes import note_of
from wagtail_prcouncil.meetings.admin.reading import moment_as_read
from wagtail_prcouncil.meetings.admin.tabs import MeetingTab, tab_url
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage
from wagtail_prcouncil.meetings.printed.kinds import FOR_READERS, Audience, Print, key_of
from wagtail_prcouncil.meetings.printed.papers import paper
from wagtail_prcouncil.printing import pdf
from wagtail_prcouncil.printing.actions import PrintingError, ask
from wagtail_prcouncil.printing.downloads import read_out
from wagtail_prcouncil.printing.models import PrintedFile
from wagtail_prcouncil.printing.printables import fingerprint


class Asked(NamedTuple):
    """A paper in a language."""

    kind: Print
    audience: Audience
    language: str

    @classmethod
    def of(cls, data: Any) -> "Asked":
        """Raises Http404 for what is no paper."""
        kind, audience = data.get("kind", ""), data.get("audience", "")
        language = data.get("language", "")
        is_known = language in get_content_languages()
        if kind not in Print.values or audience not in Audience.values or not is_known:
            raise Http404("No such paper.")
        return cls(Print(kind), Audience(audience), language)

    @property
    def query(self) -> str:
        said = (self.kind.value, self.audience.value, self.language)
        return urlencode(dict(zip(("kind", "audience", "language"), said, strict=True)))


class PaperShown(NamedTuple):
    """A paper on the tab. `note` says where its PDF
    stands, `pdf_url` where it is, empty where there is none."""

    asked: Asked
    url: str
    pdf_url: str
    note: str
    is_current: bool

    @property
    def language(self) -> str:
        """By its own name."""
        return str(get_language_info(self.asked.language)["name_local"])

    @property
    def group(self) -> tuple[Audience, str]:
        """Papers stand together by who reads them, in which language."""
        return (self.asked.audience, self.language)


class PrintTab(MeetingTab):
    """All papers that there are by now, in each language of the meeting."""

    slug = "print"
    page_title = _("Print")
    template_name = "prcouncil_meetings/admin/print.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = {
            (row.key, row.language): row
            for row in PrintedFile.objects.filter(key__startswith=f"meeting:{self.meeting.pk}:")
        }
        languages = MeetingPage.objects.filter(
            translation_key=self.meeting.key, alias_of=None
        ).values_list("locale__language_code", flat=True)
        first = self.meeting.page.locale.language_code
        papers = [
            shown
            for language in sorted(set(languages), key=lambda code: (code != first, code))
            for audience in Audience
            for kind in (Print if audience == Audience.MEMBERS else FOR_READERS)
            if (shown := self._shown(Asked(kind, audience, language), found)) is not None
        ]
        told = {"papers": papers, "makes_pdf": pdf.is_installed()}
        return super().get_context_data(**kwargs) | told

    def _shown(self, asked: Asked, found: dict[tuple[str, str], PrintedFile]) -> PaperShown | None:
        words = paper(self.meeting, *asked)
        if words is None:
            return None
        row = found.get((key_of(self.meeting.pk, asked.kind, asked.audience), asked.language))
        is_current = row is not None and row.shows(fingerprint(words))
        has_file = row is not None and bool(row.file)
        return PaperShown(
            asked,
            _url("print_page", self.meeting, asked),
            _url("print_pdf", self.meeting, asked) if has_file else "",
            note_of(row, moment_as_read(row.made_at if row else None), is_current=is_current),
            is_current,
        )


class PrintPageView(MeetingTab):
    """A print page in a window of its own."""

    slug = "print"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = Asked.of(request.GET)
        back = tab_url(self.meeting, self.slug)
        words = paper(self.meeting, *asked, is_screen=True, back_url=back)
        if words is None:
            raise Http404("There is nothing to print.")
        return HttpResponse(words)


class PrintPdfView(MeetingTab):
    """A PDF that was made, whether or not something has changed since."""

    slug = "print"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        asked = Asked.of(request.GET)
        key = key_of(self.meeting.pk, asked.kind, asked.audience)
        row = PrintedFile.objects.of(key, asked.language).first()
        if row is None or not row.file:
            raise Http404("It was not made.")
        return read_out(row, f"{asked.kind.value}-{self.meeting.day or self.meeting.pk}.pdf")


class MakePdfView(MeetingTab):
    """Asks for a PDF."""

    slug = "print"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = Asked.of(request.POST)
        if not self.may("change") and not self.may("settle"):
            raise PermissionDenied
        key = key_of(self.meeting.pk, asked.kind, asked.audience)
        try:
            ask(key, asked.language, by=request.user)
        except PrintingError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, gettext("The PDF will be here within some minutes."))
        return redirect(tab_url(self.meeting, self.slug))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(tab_url(self.meeting, self.slug))


def _url(name: str, meeting: Meeting, asked: Asked) -> str:
    return f"{reverse(f'prcouncil_meetings:{name}', args=[meeting.pk])}?{asked.query}"
