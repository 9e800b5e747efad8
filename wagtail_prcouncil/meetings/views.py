"""The public HTTP side of meetings."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.files import files_are_served, told_session
from wagtail_prcouncil.meetings.public.lists import MeetingList
from wagtail_prcouncil.meetings.public.resolutions import ResolutionList
from wagtail_prcouncil.meetings.public.scopes import Scope
from wagtail_prcouncil.meetings.public.sessions import MeetingSession
from wagtail_prcouncil.meetings.public.sheets import Sheet, path_of
from wagtail_prcouncil.pages.numerals import in_digits
from wagtail_prcouncil.pages.shown import Shown
from wagtail_prcouncil.ui.languages import page_language

if TYPE_CHECKING:
    from wagtail_prcouncil.meetings.models import MeetingIndexPage, MeetingPage


def meetings(request: HttpRequest, page: "MeetingIndexPage") -> HttpResponse:
    """Meetings of a council, or of all: those to come and those gone by; 404 for a place that is
    none."""
    scope = Scope.above(page, request)
    listed = MeetingList(scope, request.GET)
    shown = {"listed": listed, "scope": scope, "has_files": files_are_served()}
    return page.render(request, context_overrides=shown)


def calendar_now(request: HttpRequest, page: "MeetingIndexPage") -> HttpResponse:
    """To the month that it is in Tehran."""
    path = path_of(today(), page_language(page))
    return redirect(f"{page.get_url(request)}{path}")


def calendar(request: HttpRequest, page: "MeetingIndexPage", year: int, month: int) -> HttpResponse:
    """The meetings of a month; 404 for what is no month, and for one before the first meeting or
    after the last."""
    try:
        sheet = Sheet(Scope.above(page, request), year, month)
    except ValueError as error:
        raise Http404("No such month.") from error
    if not sheet.is_within_reach:
        raise Http404("No meetings so long ago, or so far ahead.")
    page.part = Shown(sheet.month.title, sheet.path, only_here=True)
    return page.render(
        request,
        template="prcouncil_meetings/calendar.html",
        context_overrides={
            "sheet": sheet,
            "scope": sheet.scope,
            "has_files": files_are_served(),
        },
    )


def resolutions(request: HttpRequest, page: "MeetingIndexPage") -> HttpResponse:
    """What a council has resolved, by year; 404 where no council stands above the list."""
    listed = ResolutionList(Scope.above(page, request), request.GET)
    page.part = Shown(gettext("Resolutions"), "resolutions/")
    return page.render(
        request,
        template="prcouncil_meetings/resolutions.html",
        context_overrides={
            "listed": listed,
            "scope": listed.scope,
            "has_files": files_are_served(),
        },
    )


def meeting(request: HttpRequest, page: "MeetingPage") -> HttpResponse:
    """One meeting: notice, agenda, who came, what was decided."""
    page.session = MeetingSession.of(page, request)
    shown = {"session": page.session, "has_files": files_are_served()}
    return page.render(request, context_overrides=shown)


def minutes(request: HttpRequest, page: "MeetingPage") -> HttpResponse:
    """What the minutes say, once they are published; 404 before."""
    session = told_session(request, page)
    if not (session.record.is_published or session.is_preview):
        raise Http404("These minutes are not published.")
    page.part = Shown(gettext("Minutes"), "minutes/")
    return page.render(
        request,
        template="prcouncil_meetings/minutes.html",
        context_overrides={"session": session},
    )


def agenda_edition(request: HttpRequest, page: "MeetingPage", number: int) -> HttpResponse:
    """The agenda as an earlier edition had it; 404 for a number that there is not."""
    session = told_session(request, page)
    edition = next((row for row in session.agenda.editions if row.number == number), None)
    if edition is None:
        raise Http404("The agenda has no such edition.")
    title = gettext("Agenda, edition %(number)s") % {"number": in_digits(number)}
    page.part = Shown(title, f"agenda/{number}/")
    items = session.agenda.items_of(edition)
    return page.render(
        request,
        template="prcouncil_meetings/agenda_edition.html",
        context_overrides={"session": session, "edition": edition, "items": items},
    )
