"""The news desk in the admin's menu."""

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.permissions import page_permission_policy

from wagtail_prcouncil.news.admin.desks import SectionDeskViewSet
from wagtail_prcouncil.news.admin.listing import COLUMNS, NewsListingView
from wagtail_prcouncil.news.admin.placements import PlacementViewSet
from wagtail_prcouncil.news.filters import NewsFilterSet
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.reports import PublicationReport


class NewsMenuItem(MenuItem):
    """For those who may do anything with pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        wanted = NewsListingView.any_permission_required
        return bool(page_permission_policy.user_has_any_permission(request.user, wanted))


class NewsListing(PageListingViewSet):
    """All news by date and code instead of by tree."""

    model = NewsPage
    index_view_class = NewsListingView
    filterset_class = NewsFilterSet
    columns = COLUMNS
    icon = "doc-full"
    menu_label = _("All news")
    menu_name = "prcouncil-all-news"

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        return NewsMenuItem


class NewsGroup(ViewSetGroup):
    """The menu of the desk."""

    menu_label = _("News")
    menu_name = "prcouncil-news"
    menu_icon = "doc-full"
    menu_order = 110
    items = (
        NewsListing("prcouncil_news_listing"),
        PlacementViewSet("prcouncil_placements"),
        SectionDeskViewSet("prcouncil_section_desks"),
    )


def registered() -> list[ViewSet | ViewSetGroup]:
    """The desk, and its ledger among the reports."""
    return [NewsGroup(), PublicationReport("prcouncil_news_publications")]
