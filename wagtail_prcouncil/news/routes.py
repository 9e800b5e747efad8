"""Public addresses of the news pages, one line each."""

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from wagtail_prcouncil.news import views


class NewsRoutes(RoutablePageMixin):
    """Below a news index or a section."""

    @path("", name="listing")
    def listing(self, request: HttpRequest) -> HttpResponse:
        return views.listing(request, self)


class NewsPageRoutes(RoutablePageMixin):
    """Below a news item's own address, `/<index>/<code>/<slug>/`."""

    @path("", name="news_page")
    def news_page(self, request: HttpRequest) -> HttpResponse:
        return views.news_page(request, self)

    @path("print/", name="print")
    def printable(self, request: HttpRequest) -> HttpResponse:
        return views.printable(request, self)
