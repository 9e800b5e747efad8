"""The news desk in the admin's menu."""

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.permissions import page_permission_policy

from wagtail_prcouncil.news.admin.listing import COLUMNS, NewsListingView
from wagtail_prcouncil.news.filters import NewsFilterSet
from wagtail_prcouncil.news.models import NewsPage


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
    menu_label = _("News")
    menu_name = "prcouncil-news"
    menu_order = 110
    add_to_admin_menu = True

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        return NewsMenuItem
