"""Public addresses of councils, one line each."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from wagtail_prcouncil.councils import views


class CouncilIndexRoutes(RoutablePageMixin):
    """Below a list of councils."""

    @path("", name="councils")
    def show_councils(self, request: HttpRequest) -> HttpResponse:
        return views.councils(request, self)

    @path("persons/<int:number>/", name="person")
    def show_person(self, request: HttpRequest, number: int) -> HttpResponse:
        return views.person(request, self, number)


class CouncilRoutes(RoutablePageMixin):
    """Below a council. Files come without the last slash, by `councils/urls.py`."""

    @path("", name="council")
    def show_council(self, request: HttpRequest) -> HttpResponse:
        return views.council(request, self)

    @path("seats/", name="seats")
    def show_seats(self, request: HttpRequest) -> HttpResponse:
        return views.seats(request, self)

    @path("members/", name="members")
    def show_members(self, request: HttpRequest) -> HttpResponse:
        return views.members(request, self)

    @path("elections/", name="elections")
    def show_elections(self, request: HttpRequest) -> HttpResponse:
        return views.elections(request, self)

    @path("popolo.json/", name="popolo")
    def popolo(self, request: HttpRequest) -> HttpResponseBase:
        return views.popolo_of_council(request, self)

    @path("members.csv/", name="members_table")
    def members_table(self, request: HttpRequest) -> HttpResponseBase:
        return views.members_table(request, self)
