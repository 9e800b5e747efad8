from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index

from wagtail_prcouncil.charters.models.charter import Charter
from wagtail_prcouncil.charters.models.queryset import charter_pages
from wagtail_prcouncil.charters.routes import CharterIndexRoutes
from wagtail_prcouncil.charters.states import FROZEN
from wagtail_prcouncil.councils.models.below import ListBelowCouncilMixin
from wagtail_prcouncil.ui.forms import PRCouncilPageForm


class CharterIndexMixin(ListBelowCouncilMixin):
    """Charters: below a council those of that council, elsewhere those of all councils of the
    site."""

    facts: ClassVar[str] = "prcouncil_charters.Charter"

    class Meta:
        abstract = True


class AbstractCharterIndexPage(CharterIndexRoutes, CharterIndexMixin, Page):
    """The list as a Wagtail page. Subclass `CharterIndexPage` to extend; this to start afresh."""

    base_form_class = PRCouncilPageForm
    content_panels = [*Page.content_panels, "intro"]
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.SearchField("intro")]
    parent_page_types: ClassVar[list[str] | None] = None
    subpage_types: ClassVar[list[str]] = ["prcouncil_charters.CharterPage"]

    class Meta:
        abstract = True

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """The list, and of its charters who signed them. Two queries, so that the pages of
        charters need none."""
        address = self.get_full_url(request)
        adopted = Charter.objects.readable().filter(versions__state__in=FROZEN)
        pages = charter_pages().open(self.locale_id).child_of(self).of(adopted)
        return super().get_sitemap_urls(request) + [
            {"location": f"{address}{slug}/signatures/"}
            for slug in pages.values_list("slug", flat=True)
        ]

    def get_cached_paths(self) -> list[str]:
        """What caches in front of the site may hold of it when any of its charters changes."""
        return ["/"]


class CharterIndexPage(AbstractCharterIndexPage):
    """فهرست میثاق‌نامه‌ها و آیین‌نامه‌ها."""

    class Meta(AbstractCharterIndexPage.Meta):
        verbose_name = _("list of charters")
        verbose_name_plural = _("lists of charters")
