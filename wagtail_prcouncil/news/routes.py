"""Public addresses of the news pages, one line each."""

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path

from wagtail_prcouncil.news import listing_views, views
from wagtail_prcouncil.news.codes import PATTERN, parse

DIGIT = "[0-9۰-۹٠-٩]"


class NewsRoutes(RoutablePageMixin):
    """Below a news index or a section."""

    @path("", name="listing")
    def listing(self, request: HttpRequest) -> HttpResponse:
        return listing_views.listing(request, self)

    @path("archive/", name="archive")
    def archive(self, request: HttpRequest) -> HttpResponse:
        return listing_views.archive_start(request, self)

    @path("archive/<str:year>/", name="archive_year")
    def archive_year(self, request: HttpRequest, year: str) -> HttpResponse:
        return listing_views.archive(request, self, year)

    @path("archive/<str:year>/<str:month>/", name="archive_month")
    def archive_month(self, request: HttpRequest, year: str, month: str) -> HttpResponse:
        return listing_views.archive(request, self, year, month)


class NewsIndexRoutes(NewsRoutes):
    """Below a news index, besides its items (`NewsIndexPage.route`)."""

    @re_path(rf"^(?P<number>{PATTERN})/(?:[^/]+/)?(?:print/)?$", name="withdrawn")
    def withdrawn(self, request: HttpRequest, number: str) -> HttpResponse:
        return views.withdrawn(request, parse(number))

    @path("tag/<str:slug>/", name="tag")
    def tag(self, request: HttpRequest, slug: str) -> HttpResponse:
        return listing_views.tag(request, self, slug)


class SectionRoutes(NewsRoutes):
    """Below a section."""

    @re_path(rf"^(?P<year>{DIGIT}{{4}})/(?:(?P<month>{DIGIT}{{1,2}})/)?$", name="archive_in_short")
    def archive_in_short(
        self, request: HttpRequest, year: str, month: str | None = None
    ) -> HttpResponse:
        return listing_views.archive_in_short(request, self, year, month)


class NewsPageRoutes(RoutablePageMixin):
    """Below a news item's own address, `/<index>/<code>/<slug>/`."""

    @path("", name="news_page")
    def news_page(self, request: HttpRequest) -> HttpResponse:
        return views.news_page(request, self)

    @path("print/", name="print")
    def printable(self, request: HttpRequest) -> HttpResponse:
        return views.printable(request, self)
