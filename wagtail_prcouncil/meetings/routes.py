"""Addresses below a meeting and below a list of meetings, one line each."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from wagtail_prcouncil.meetings import files, views
from wagtail_prcouncil.meetings.printed import views as print_views


class MeetingIndexRoutes(RoutablePageMixin):
    """Below a list of meetings. Files come without the last slash, by `meetings/urls.py`."""

    @path("", name="meetings")
    def show_meetings(self, request: HttpRequest) -> HttpResponse:
        return views.meetings(request, self)

    @path("calendar/", name="calendar_now")
    def show_calendar_now(self, request: HttpRequest) -> HttpResponse:
        return views.calendar_now(request, self)

    @path("calendar/<int:year>/<int:month>/", name="calendar")
    def show_calendar(self, request: HttpRequest, year: int, month: int) -> HttpResponse:
        return views.calendar(request, self, year, month)

    @path("resolutions/", name="resolutions")
    def show_resolutions(self, request: HttpRequest) -> HttpResponse:
        return views.resolutions(request, self)

    @path("meetings.ics/", name="meetings_calendar")
    def meetings_calendar(self, request: HttpRequest) -> HttpResponseBase:
        return files.calendar_of_list(request, self)

    @path("resolutions.csv/", name="resolutions_table")
    def resolutions_table(self, request: HttpRequest) -> HttpResponseBase:
        return files.resolutions_table(request, self)


class MeetingRoutes(RoutablePageMixin):
    """Below a meeting."""

    @path("", name="meeting")
    def show_meeting(self, request: HttpRequest) -> HttpResponse:
        return views.meeting(request, self)

    @path("minutes/", name="minutes")
    def show_minutes(self, request: HttpRequest) -> HttpResponse:
        return views.minutes(request, self)

    @path("agenda/<int:number>/", name="agenda_edition")
    def show_agenda_edition(self, request: HttpRequest, number: int) -> HttpResponse:
        return views.agenda_edition(request, self, number)

    @path("meeting.ics/", name="meeting_calendar")
    def meeting_calendar(self, request: HttpRequest) -> HttpResponseBase:
        return files.calendar_of_meeting(request, self)

    @path("meeting.json/", name="meeting_data")
    def meeting_data(self, request: HttpRequest) -> HttpResponseBase:
        return files.data_of_meeting(request, self)

    @path("print/<slug:kind>/", name="print_page")
    def print_page(self, request: HttpRequest, kind: str) -> HttpResponseBase:
        return print_views.print_page(request, self, kind)

    @path("print/<slug:kind>/pdf/", name="print_pdf")
    def print_pdf(self, request: HttpRequest, kind: str) -> HttpResponseBase:
        return print_views.print_pdf(request, self, kind)
