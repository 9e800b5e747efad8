"""Addresses below a charter and below a list of charters, one line each."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from wagtail_prcouncil.charters import files, views
from wagtail_prcouncil.charters.printed import views as print_views


class CharterIndexRoutes(RoutablePageMixin):
    """Below a list of charters."""

    @path("", name="charters")
    def show_charters(self, request: HttpRequest) -> HttpResponse:
        return views.charters(request, self)


class CharterRoutes(RoutablePageMixin):
    """Below a charter. A signature's number counts within its version, so that the address of its
    certificate names the version; the shorter one leads there. Data come without the last slash,
    by `charters/urls.py`."""

    @path("", name="charter")
    def show_charter(self, request: HttpRequest) -> HttpResponse:
        return views.charter(request, self)

    @path("versions/<int:number>/", name="charter_version")
    def show_version(self, request: HttpRequest, number: int) -> HttpResponse:
        return views.version(request, self, number)

    @path("on/", name="charter_on")
    def ask_day(self, request: HttpRequest) -> HttpResponse:
        return views.ask_day(request, self)

    @path("on/<str:day>/", name="charter_on_day")
    def show_day(self, request: HttpRequest, day: str) -> HttpResponse:
        return views.on_day(request, self, day)

    @path("compare/", name="charter_compare")
    def ask_versions(self, request: HttpRequest) -> HttpResponse:
        return views.ask_versions(request, self)

    @path("compare/<int:before>/<int:after>/", name="charter_comparison")
    def show_comparison(self, request: HttpRequest, before: int, after: int) -> HttpResponse:
        return views.comparison(request, self, before, after)

    @path("signatures/", name="charter_signatures")
    def show_signatures(self, request: HttpRequest) -> HttpResponse:
        return views.signatures(request, self)

    @path("signatures/<int:number>/", name="charter_signature")
    def lead_to_certificate(self, request: HttpRequest, number: int) -> HttpResponse:
        return views.lead_to_certificate(request, self, number)

    @path("versions/<int:version>/signatures/", name="charter_version_signatures")
    def show_signatures_of(self, request: HttpRequest, version: int) -> HttpResponse:
        return views.signatures(request, self, version)

    @path("versions/<int:version>/signatures/<int:number>/", name="charter_certificate")
    def show_certificate(self, request: HttpRequest, version: int, number: int) -> HttpResponse:
        return views.certificate(request, self, version, number)

    @path("reviews/", name="charter_reviews")
    def show_reviews(self, request: HttpRequest) -> HttpResponse:
        return views.reviews(request, self)

    @path("print/charter/", name="print_charter")
    def print_charter(self, request: HttpRequest) -> HttpResponseBase:
        return print_views.text(request, self)

    @path("print/charter/pdf/", name="print_charter_pdf")
    def print_charter_pdf(self, request: HttpRequest) -> HttpResponseBase:
        return print_views.text_pdf(request, self)

    @path("versions/<int:number>/print/", name="print_version")
    def print_version(self, request: HttpRequest, number: int) -> HttpResponseBase:
        return print_views.text(request, self, number)

    @path("versions/<int:number>/print/pdf/", name="print_version_pdf")
    def print_version_pdf(self, request: HttpRequest, number: int) -> HttpResponseBase:
        return print_views.text_pdf(request, self, number)

    @path("versions/<int:version>/signatures/<int:number>/print/", name="print_certificate")
    def print_certificate(
        self, request: HttpRequest, version: int, number: int
    ) -> HttpResponseBase:
        return print_views.certificate(request, self, version, number)

    @path("versions/<int:version>/signatures/<int:number>/print/pdf/", name="print_certificate_pdf")
    def print_certificate_pdf(
        self, request: HttpRequest, version: int, number: int
    ) -> HttpResponseBase:
        return print_views.certificate_pdf(request, self, version, number)

    @path("charter.json/", name="charter_data")
    def charter_data(self, request: HttpRequest) -> HttpResponseBase:
        return files.data_of_charter(request, self)
