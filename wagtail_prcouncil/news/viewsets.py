"""The news desk's own list: by date and code instead of by tree."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from wagtail_prcouncil.news.models import NewsPage


class NewsListing(PageListingViewSet):
    """All news that the editor may see, whichever index it lives in."""

    model = NewsPage
    icon = "doc-full"
    menu_label = _("News")
    menu_name = "prcouncil-news"
    menu_order = 110
    add_to_admin_menu = True
    columns = [
        *PageListingViewSet.columns,
        Column("code", label=_("News code"), sort_key="code"),
    ]
