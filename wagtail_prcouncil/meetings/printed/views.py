"""Print pages for readers: agenda, minutes and resolutions as far as they are public."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

from wagtail_prcouncil.exchange.downloads import kept_as
from wagtail_prcouncil.meetings.files import told_session
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.printed.kinds import FOR_READERS, Audience, Print, key_of
from wagtail_prcouncil.meetings.printed.papers import paper
from wagtail_prcouncil.printing.downloads import read_out
from wagtail_prcouncil.printing.models import PrintedFile
from wagtail_prcouncil.printing.printables import fingerprint

if TYPE_CHECKING:
    from wagtail_prcouncil.meetings.models import MeetingPage


def print_page(request: HttpRequest, page: "MeetingPage", kind: str) -> HttpResponseBase:
    """404 for what is not public, or not there yet."""
    meeting, chosen = _asked(request, page, kind)
    back = page.get_url(request) or ""
    words = _paper(meeting, chosen, page)
    row = _file(meeting, chosen, page, words)
    shown = _paper(
        meeting,
        chosen,
        page,
        is_screen=True,
        back_url=back,
        pdf_url=f"{back}print/{chosen.value}/pdf/" if row else "",
    )
    return kept_as(page, HttpResponse(shown))


def print_pdf(request: HttpRequest, page: "MeetingPage", kind: str) -> HttpResponseBase:
    """The same as PDF, if it was made and says what the page says now; 404 else: what has been
    closed since is not handed out."""
    meeting, chosen = _asked(request, page, kind)
    row = _file(meeting, chosen, page, _paper(meeting, chosen, page))
    if row is None:
        raise Http404("There is no such file.")
    name = f"{chosen.value}-{meeting.day or meeting.pk}.pdf"
    is_public = not page.get_view_restrictions().exists()
    response = read_out(row, name, is_public=is_public)
    if not is_public:
        patch_cache_control(response, private=True, no_store=True)
    return response


def _asked(request: HttpRequest, page: "MeetingPage", kind: str) -> tuple[Meeting, Print]:
    if kind not in FOR_READERS:
        raise Http404("Readers get no such paper.")
    return told_session(request, page).meeting, Print(kind)


def _paper(meeting: Meeting, kind: Print, page: "MeetingPage", **screen: object) -> str:
    found = paper(meeting, kind, Audience.READERS, page.locale.language_code, **screen)
    if found is None:
        raise Http404("There is nothing to print.")
    return found


def _file(meeting: Meeting, kind: Print, page: "MeetingPage", words: str) -> PrintedFile | None:
    key = key_of(meeting.pk, kind, Audience.READERS)
    row = PrintedFile.objects.of(key, page.locale.language_code).first()
    return row if row and row.shows(fingerprint(words)) else None
