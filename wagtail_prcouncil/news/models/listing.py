from collections.abc import Sequence
from functools import cache
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageManager
from wagtail.search import index
from wagtail.url_routing import RouteResult

from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.news import codes, slugs
from wagtail_prcouncil.news.forms import SectionCopyForm, SectionPageForm
from wagtail_prcouncil.news.models.page import NewsPage
from wagtail_prcouncil.news.models.queryset import NewsQuerySet, seen_whole
from wagtail_prcouncil.news.models.section_tree import SectionTree
from wagtail_prcouncil.news.public.standing import Standing, standing_of
from wagtail_prcouncil.news.routes import NewsIndexRoutes, SectionRoutes
from wagtail_prcouncil.news.teasers import listing_teaser
from wagtail_prcouncil.pages.facets import Facets
from wagtail_prcouncil.pages.joined import Joined
from wagtail_prcouncil.pages.models import PRCouncilPageMixin, ReadableQuerySet
from wagtail_prcouncil.pages.originals import default_language
from wagtail_prcouncil.pages.shown import Shown
from wagtail_prcouncil.ui.forms import PRCouncilPageForm
from wagtail_prcouncil.ui.rows import PageRows
from wagtail_prcouncil.ui.teasers import Teaser


class SectionQuerySet(ReadableQuerySet):
    """Sections with what belongs to them."""

    def below(self, page: Page) -> list["SectionPage"]:
        """Readable sections in a page's subtree, in tree order.

        Sorted here and not by the database: asked for the order of paths, SQLite reads every
        page of the site to find the few that are sections.
        """
        found = self.descendant_of(page).readable().order_by("pk")
        return sorted(found, key=lambda section: section.path)

    def tree(self) -> SectionTree:
        """All there are, in one query."""
        return SectionTree(self)

    def originals(self) -> Self:
        """Those that news are filed under (rule A18): sections in the default language, and others
        that have no translation in it."""
        first = SectionPage.objects.filter(
            translation_key=OuterRef("translation_key"), locale__language_code=default_language()
        )
        is_first = Q(locale__language_code=default_language())
        return self.without_aliases().filter(is_first | ~Exists(first))

    def family_ids(self, sections: Sequence["SectionPage"]) -> dict[int, list[int]]:
        """For each of `sections`, the ids of the originals of itself and the sections below it.

        News are filed under originals (rule A18), whichever language they are in. One query.
        """
        tree = self.tree()
        return {section.pk: tree.family_ids(section.path) for section in sections}


class ListingMixin(PRCouncilPageMixin):
    """A page that lists news, newest first."""

    intro = CanonicalTextField(_("introduction"), blank=True)

    top_slot = "listing_top"
    showing: Shown | None = None  # what a view has put on show: a month, a tag
    about: Facets | None = None  # what a reader has narrowed it to, where that is one thing

    also_cached: Sequence[str] = ()  # paths below it that a change of an item concerns too

    base_form_class = PRCouncilPageForm
    content_panels = [*Page.content_panels, "intro"]
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        abstract = True

    def news(self) -> NewsQuerySet:
        """What this page lists, in no order yet. An item without a time of publication may be among
        them: a list in order of time leaves it out by the bound it has anyway."""
        raise NotImplementedError

    def get_cached_paths(self) -> list[str]:
        """What caches in front of the site may hold of it."""
        return ["/", *self.also_cached]

    def facets(self) -> Facets:
        return self.about or super().facets()

    def shown(self) -> Shown:
        return self.showing or super().shown()

    def teaser(self, request: HttpRequest | None) -> Teaser:
        return listing_teaser(self, request)

    @cached_property
    def section_tree(self) -> SectionTree:
        """Read once for all that the page asks of sections."""
        return SectionPage.objects.tree()

    @cached_property
    def standing(self) -> Standing:
        return standing_of(self)

    def sections(self) -> PageRows:
        """The sections a reader may go to from here: those below, or else beside this page."""
        below = self.section_tree.directly_below(self.path)
        return below or self.section_tree.directly_below(self.path[: -self.steplen])


class NewsIndexPage(NewsIndexRoutes, ListingMixin, Page):
    """The news of the ministry, or of one unit with editors of its own; a site has several."""

    parent_page_types: ClassVar[list[str] | None] = None
    subpage_types: ClassVar[list[str]] = ["prcouncil_news.NewsPage", "prcouncil_news.SectionPage"]

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")

    def news(self) -> NewsQuerySet:
        return NewsPage.objects.child_of(self).readable()

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """An item is found by its code, in one query, however deep or many the news are.

        Whether the rest of the address is right is for the item to say, after Wagtail has
        checked who may read it: a redirect would tell a private headline.
        """
        number = codes.parse(path_components[0]) if path_components else None
        if number is None:
            return super().route(request, path_components)
        # The few translations of an item, parted here: the statement stays the same for all.
        group = _whole().find(number)
        found = next((page for page in group if page.is_child_of(self)), None)
        if found is None:
            # Moved to another index: its own view leads on to where it stands now.
            here = (page for page in group if page.locale_id == self.locale_id)
            found = next((page for page in here if not page.alias_of_id), None)
        if found is None:
            return super().route(request, path_components)
        return found.specific.route(request, path_components[2:])

    @classmethod
    def answers(cls, path_components: list[str]) -> bool:
        return codes.parse(path_components[0]) is not None or super().answers(path_components)


@cache
def _whole() -> Joined[NewsPage]:
    """An item with all that a reader sees of it, as `NewsQuerySet.whole` has it."""
    links = dict(seen_whole(NewsPage))
    return Joined(NewsPage, links.pop(""), links, by="code", live=True)


class SectionPage(SectionRoutes, ListingMixin, Page):
    """سرویس: a subject under which units file their news. Sections nest.

    News point at it by a foreign key and live elsewhere in the tree, so an item changes
    section without changing its address.
    """

    parent_page_types: ClassVar[list[str] | None] = None
    subpage_types: ClassVar[list[str]] = ["prcouncil_news.SectionPage"]

    base_form_class = SectionPageForm
    copy_form_class = SectionCopyForm

    objects = PageManager.from_queryset(SectionQuerySet)()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def clean(self) -> None:
        super().clean()
        self._refuse_shadowed()

    def minimal_clean(self) -> None:
        super().minimal_clean()
        self._refuse_shadowed()

    def _refuse_shadowed(self) -> None:
        try:
            slugs.refuse_shadowed(self.slug, self.get_parent())
        except ValidationError as refusal:
            raise ValidationError({"slug": refusal}) from refusal

    def news(self) -> NewsQuerySet:
        """News of this section and those below it, in this page's language."""
        ids = self.section_tree.family_ids(self.path)
        return NewsPage.objects.in_sections(ids).readable(self.locale_id).without_aliases()

    def facets(self) -> Facets:
        return Facets(section_id=self.section_tree.original_id(self))
