"""Meetings as files for readers' programs: their own views, and whether the site serves them."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import NoReverseMatch, reverse

from wagtail_prcouncil.exchange.downloads import (
    kept_as,
    public_content,
    public_download,
    public_json,
)
from wagtail_prcouncil.meetings.public import ics, oparl
from wagtail_prcouncil.meetings.public.resolutions import of_council
from wagtail_prcouncil.meetings.public.scopes import Scope
from wagtail_prcouncil.meetings.public.sessions import MeetingSession
from wagtail_prcouncil.meetings.tables import PUBLIC_RESOLUTIONS

if TYPE_CHECKING:
    from wagtail_prcouncil.meetings.models import MeetingIndexPage, MeetingPage


def files_are_served() -> bool:
    """Only where the site includes `meetings/urls.py`: Wagtail's own addresses have no dots."""
    try:
        reverse("prcouncil_meeting_files:file", args=["meetings.ics"])
    except NoReverseMatch:
        return False
    return True


def calendar_of_list(request: HttpRequest, page: "MeetingIndexPage") -> HttpResponseBase:
    """The meetings of a list, to be subscribed to."""
    content = ics.of_list(Scope.above(page, request), request)
    return kept_as(page, public_content(request, content, ics.CONTENT_TYPE))


def resolutions_table(request: HttpRequest, page: "MeetingIndexPage") -> HttpResponseBase:
    """What a council has resolved, of all years, as CSV; 404 where no council stands above."""
    scope = Scope.above(page, request)
    if scope.council_key is None:
        raise Http404("Resolutions are numbered by council.")
    rows = of_council(scope.council_key).latest_first()
    return kept_as(page, public_download(request, PUBLIC_RESOLUTIONS, rows, "csv"))


def calendar_of_meeting(request: HttpRequest, page: "MeetingPage") -> HttpResponseBase:
    """One meeting; 404 where readers know nothing of it, or not when it is."""
    session = told_session(request, page)
    if session.times is None:
        raise Http404("Nobody has said yet when it is.")
    content = ics.of_meeting(session, request)
    return kept_as(page, public_content(request, content, ics.CONTENT_TYPE))


def data_of_meeting(request: HttpRequest, page: "MeetingPage") -> HttpResponseBase:
    """Agenda, attendance and resolutions; 404 where readers know nothing of it."""
    session = told_session(request, page)
    return kept_as(page, public_json(request, oparl.document(session, request)))


def told_session(request: HttpRequest, page: "MeetingPage") -> MeetingSession:
    """Raises Http404 where readers know nothing of the meeting."""
    session = MeetingSession.of(page, request)
    if session is None or not session.is_told:
        raise Http404("Nothing is known of this meeting yet.")
    return session
