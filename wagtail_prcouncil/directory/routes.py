"""Public addresses of the register, one line each."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from wagtail_prcouncil.directory import views


class AgencyIndexRoutes(RoutablePageMixin):
    """Below a register. Files come without the last slash, by `directory/urls.py`."""

    @path("", name="register")
    def show_register(self, request: HttpRequest) -> HttpResponse:
        return views.register(request, self)

    @path("popolo.json/", name="popolo")
    def popolo(self, request: HttpRequest) -> HttpResponseBase:
        return views.popolo_of_all(request, self)

    @path("export.csv/", name="export")
    def export(self, request: HttpRequest) -> HttpResponseBase:
        return views.export(request, self)

    @path("<str:code>/", name="agency")
    def show_agency(self, request: HttpRequest, code: str) -> HttpResponse:
        return views.agency(request, self, code)

    @path("<str:code>/popolo.json/", name="popolo_of_one")
    def popolo_of_one(self, request: HttpRequest, code: str) -> HttpResponseBase:
        return views.popolo_of_one(request, self, code)
