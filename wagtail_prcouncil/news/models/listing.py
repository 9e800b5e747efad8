from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.news import codes
from wagtail_prcouncil.news.models.article import NewsPage, NewsQuerySet
from wagtail_prcouncil.news.routes import NewsRoutes
from wagtail_prcouncil.pages.facets import Facets
from wagtail_prcouncil.pages.models import PRCouncilPageMixin


class ListingMixin(PRCouncilPageMixin):
    """A page that lists news, newest first."""

    intro = CanonicalTextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, "intro"]
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        abstract = True

    def news(self) -> NewsQuerySet:
        """What this page lists, in no order yet."""
        raise NotImplementedError

    def sections(self) -> QuerySet["SectionPage"]:
        """The sections a reader may go to from here."""
        return SectionPage.objects.child_of(self).readable()


class NewsIndexPage(NewsRoutes, ListingMixin, Page):
    """The news of the ministry, or of one unit with editors of its own; a site has several."""

    parent_page_types: ClassVar[list[str] | None] = None
    subpage_types: ClassVar[list[str]] = ["prcouncil_news.NewsPage", "prcouncil_news.SectionPage"]

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")

    def news(self) -> NewsQuerySet:
        return NewsPage.objects.child_of(self).readable().published()

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """An article is found by its code, in one query, however deep or many the news are.

        Whether the rest of the address is right is for the article to say, after Wagtail has
        checked who may read it: a redirect would tell a private headline.
        """
        number = codes.parse(path_components[0]) if path_components else None
        if number is None:
            return super().route(request, path_components)
        article = NewsPage.objects.child_of(self).with_code(number).live().first()
        if article is None:
            return super().route(request, path_components)
        return article.specific.route(request, path_components[2:])


class SectionPage(NewsRoutes, ListingMixin, Page):
    """سرویس: a subject under which units file their news. Sections nest.

    News point at it by a foreign key and live elsewhere in the tree, so an article changes
    section without changing its address.
    """

    parent_page_types: ClassVar[list[str] | None] = None
    subpage_types: ClassVar[list[str]] = ["prcouncil_news.SectionPage"]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def news(self) -> NewsQuerySet:
        """News of this section and those below it, in this page's language.

        A translated article may point at the section of either language, so the whole
        translation group counts.
        """
        keys = SectionPage.objects.descendant_of(self, inclusive=True).live()
        ids = SectionPage.objects.filter(
            translation_key__in=list(keys.values_list("translation_key", flat=True))
        ).values_list("pk", flat=True)
        return NewsPage.objects.in_sections(list(ids)).readable(self.locale).published()

    def facets(self) -> Facets:
        return Facets(section_id=self.pk)
