"""The news desk's own list: by date and code instead of by tree."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from wagtail_prcouncil.news.filters import NewsFilterSet
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.ui.jalali.columns import JalaliDateColumn


def code_as_read(page: NewsPage) -> str:
    """The item's code in the digits of the editor's language; empty before it has one."""
    code = "" if page.code is None else str(page.code)
    return to_persian(code) if (get_language() or "").startswith("fa") else code


class NewsListing(PageListingViewSet):
    """All news that the editor may see, whichever index it lives in."""

    model = NewsPage
    filterset_class = NewsFilterSet
    icon = "doc-full"
    menu_label = _("News")
    menu_name = "prcouncil-news"
    menu_order = 110
    add_to_admin_menu = True
    columns = [
        *PageListingViewSet.columns,
        JalaliDateColumn("published_at", label=_("Published"), sort_key="published_at"),
        Column("code", label=_("News code"), sort_key="code", accessor=code_as_read),
    ]
