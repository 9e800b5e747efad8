"""The desk's list of all news."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Prefetch, QuerySet, Subquery, prefetch_related_objects
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, UserColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView

from wagtail_prcouncil.exchange.listings import TableExportMixin
from wagtail_prcouncil.news import codes
from wagtail_prcouncil.news.admin.desk_states import DeskState, states_of
from wagtail_prcouncil.news.filters import NewsFilterSet, titled_as_read
from wagtail_prcouncil.news.models import NewsPage, NewsQuerySet, SectionPage
from wagtail_prcouncil.news.tables import NEWS, last_publication
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.ui.jalali.columns import JalaliDateColumn

# Those of which an editor must take notice at a glance.
LOUD = {DeskState.EMBARGOED, DeskState.RETRACTED}


def code_as_read(page: NewsPage) -> str:
    """The item's code in the digits of the editor's language; empty before it has one."""
    code = "" if page.code is None else str(page.code)
    return to_persian(code) if (get_language() or "").startswith("fa") else code


def agency_as_read(page: NewsPage) -> str:
    """Whose news it is, in the editor's language; empty when nobody is named."""
    return page.agency.name_as_read() if page.agency else page.agency_name


def searched(pages: NewsQuerySet, typed: str, **options: Any) -> Any:
    """A number that is somebody's code is looked for as that, anything else among the words of
    headlines; all of them for nothing typed."""
    number = codes.parse(typed.strip())
    if number is not None and (coded := pages.with_code(number)).exists():
        return coded
    return pages.autocomplete(typed, **options) if typed.strip() else pages


class StateColumn(BaseColumn):
    """How an item stands, in one tag or more."""

    cell_template_name = "prcouncil_news/admin/state_cell.html"

    def get_cell_context_data(self, instance: NewsPage, parent_context: Any) -> dict[str, Any]:
        states = [(state.label, state in LOUD) for state in states_of(instance)]
        return super().get_cell_context_data(instance, parent_context) | {"states": states}


COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    Column("code", label=_("Code"), sort_key="code", accessor=code_as_read, width="8%"),
    PageTitleColumn("title", label=_("Headline"), sort_key="title", classname="title", width="30%"),
    Column("section", label=_("Section"), accessor="section.title_as_read", width="12%"),
    Column("agency", label=_("Agency"), accessor=agency_as_read, width="14%"),
    StateColumn("state", label=_("Status"), width="10%"),
    JalaliDateColumn("published_at", label=_("Published"), sort_key="published_at", width="12%"),
    UserColumn("last_publisher", label=_("Published by"), width="10%"),
]


class NewsListingView(TableExportMixin, IndexView):
    """All news that an editor may find in the page tree, whichever index it lives in. The number
    of queries does not grow with the list."""

    template_name = "prcouncil_news/admin/listing.html"
    export_table = NEWS
    base_columns = COLUMNS
    base_filterset_class = NewsFilterSet

    def get_base_queryset(self) -> QuerySet[NewsPage]:
        publisher = Subquery(last_publication().values("by_id")[:1])
        pages = super().get_base_queryset().annotate(last_publisher_id=publisher)
        return pages.prefetch_related("agency")

    def search_queryset(self, pages: NewsQuerySet) -> Any:
        if not self.is_searching:
            return pages
        by_relevance = not self.is_explicitly_ordered
        return searched(pages, self.search_query, order_by_relevance=by_relevance)

    def get_table(self, object_list: Any) -> Any:
        """With the sections and the publishers of the rows on show, in a query each."""
        pages = list(object_list)
        sections = titled_as_read(SectionPage.objects.all())
        prefetch_related_objects(pages, Prefetch("section", sections))
        known = get_user_model()._default_manager.select_related("wagtail_userprofile")
        users = known.in_bulk({page.last_publisher_id for page in pages} - {None})
        for page in pages:
            page.last_publisher = users.get(page.last_publisher_id)
        return super().get_table(pages)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Bulk actions of news honour the filters; those that Wagtail has for pages do not."""
        return super().get_context_data(**kwargs) | {"model_opts": NewsPage._meta}
