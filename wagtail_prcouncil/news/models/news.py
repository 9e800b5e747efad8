from typing import Any, ClassVar, Self

from django.db import models
from django.http import Http404, HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageManager
from wagtail.search import index
from wagtail.url_routing import RouteResult

from wagtail_prcouncil import conf
from wagtail_prcouncil.blocks.body import BodyBlock
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.directory.public.addresses import agency_url
from wagtail_prcouncil.fields import CanonicalCharField, CanonicalTextField, OpenStreamField
from wagtail_prcouncil.news import panels, schema, slugs
from wagtail_prcouncil.news.forms import NewsPageForm
from wagtail_prcouncil.news.models.life import PublicationLife
from wagtail_prcouncil.news.models.queryset import NewsQuerySet
from wagtail_prcouncil.news.models.source import SourceCredit, with_outlet
from wagtail_prcouncil.news.routes import NewsPageRoutes
from wagtail_prcouncil.news.teasers import news_teaser, shared_news
from wagtail_prcouncil.news.title_keys import TitleKeyField
from wagtail_prcouncil.pages.facets import Facets
from wagtail_prcouncil.pages.models import PRCouncilPageMixin
from wagtail_prcouncil.pages.originals import original
from wagtail_prcouncil.persian.reading import reading_minutes
from wagtail_prcouncil.ui.keeping import Parts
from wagtail_prcouncil.ui.sharing import Shared
from wagtail_prcouncil.ui.teasers import Teaser


class NewsMixin(SourceCredit, PublicationLife, PRCouncilPageMixin):
    """A news item: headline parts, body, where it belongs and where it came from.

    `title` is the headline (تیتر). The `live_fields` are written by actions and survive drafts
    (rule A17); `code` repeats the number of the item's NewsCode so that lists build addresses
    without a join.
    """

    kicker = CanonicalCharField(_("kicker"), max_length=200, blank=True)
    deck = CanonicalCharField(_("deck"), max_length=300, blank=True)
    lead = CanonicalTextField(_("lead"), blank=True)
    body = OpenStreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    section = models.ForeignKey(
        "prcouncil_news.SectionPage",
        verbose_name=_("section"),
        null=True,
        blank=True,
        on_delete=models.RESTRICT,
        related_name="+",
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    agency_name = CanonicalCharField(
        _("agency that is not in the register"), max_length=200, blank=True
    )
    province = models.ForeignKey(
        "prcouncil_directory.Province",
        verbose_name=_("province"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Left empty, it becomes the agency's."),
    )
    hero_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_alt = CanonicalCharField(_("alternative text"), max_length=200, blank=True)
    hero_caption = CanonicalCharField(_("caption"), max_length=250, blank=True)
    hero_credit = CanonicalCharField(
        _("credit"),
        max_length=120,
        blank=True,
        help_text=_("Printed as written, for example: «عکس: …»"),
    )
    is_republished = models.BooleanField(
        _("republished word for word"),
        default=False,
        help_text=_("Search engines are told that the quoted address has the original."),
    )
    code = models.PositiveBigIntegerField(_("news code"), null=True, editable=False, db_index=True)
    title_key = TitleKeyField(_("key of the headline"))

    live_fields: ClassVar[tuple[str, ...]] = (*PublicationLife.live_fields, "code")
    exclude_fields_in_copy: ClassVar[list[str]] = ["update_kind", "update_note", "is_republished"]
    objects = PageManager.from_queryset(NewsQuerySet)()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> Any:
        named = kwargs.get("update_fields")
        if named is not None and "draft_title" in named:
            # A draft is known for the same as another by its own headline, not by the row's.
            kwargs["update_fields"] = named = [*named, "title_key"]
        if named is None or {"agency", "province"} & set(named):
            self._place_by_agency()
        if self.section is not None and (named is None or "section" in named):
            # Where an item is filed is a fact (rule A18). One id per section, whatever the
            # language, also lets one index answer a section's list.
            self.section = original(self.section)
        return super().save(*args, **kwargs)

    def _place_by_agency(self) -> None:
        if self.province_id is None and self.agency is not None:
            self.province_id = self.agency.province_id

    def with_content_json(self, content: dict[str, Any]) -> Self:
        return super().with_content_json(with_outlet(content))

    @property
    def byline(self) -> str:
        """Whose news it is, for readers of the page's language; empty when nobody is named."""
        if self.agency is None:
            return self.agency_name
        return self.agency.name_in(self.locale.language_code)

    def profile_url(self, agency: Agency | None, request: HttpRequest) -> str:
        """Where readers of this page's language find the agency; empty where they cannot."""
        return agency_url(agency, request, self.locale_id) if agency else ""

    @property
    def province_name(self) -> str:
        """Where it happened, for readers of the page's language; empty when nobody said."""
        return self.province.name_in(self.locale.language_code) if self.province else ""

    @property
    def public_slug(self) -> str:
        return slugs.public_slug(self.slug)

    @cached_property
    def reading_minutes(self) -> int:
        """Minutes to read lead and body; at least one."""
        speed = conf.reading_words_per_minute()
        kept = Parts("reading", (speed, self.lead, list(self.body.raw_data)))
        return kept.part("minutes", lambda: reading_minutes(self._words, words_per_minute=speed))

    @property
    def _words(self) -> str:
        """The text without its tags."""
        return " ".join([self.lead, *self.body.stream_block.get_searchable_content(self.body)])

    @property
    def short_path(self) -> str | None:
        """Address for a text message, "/n/50421/", or None before the first publication."""
        if self.code is None:
            return None
        try:
            with translation.override(self.locale.language_code):
                return reverse("prcouncil_news:short", args=[self.code])
        except NoReverseMatch:
            return None

    def teaser(self, request: HttpRequest | None) -> Teaser:
        return news_teaser(self, request)

    @property
    def keywords(self) -> list[Tag]:
        """Its tags, where the type of news has them."""
        return []

    @cached_property
    def section_here(self) -> "models.Model | None":
        """The section in this page's language, or else as it is filed; None when readers may
        see neither."""
        if self.section is None:
            return None
        here = (
            []
            if self.section.locale_id == self.locale_id
            else [self.section.get_translation_or_none(self.locale)]
        )
        return next((page for page in [*here, self.section] if page and page.is_readable), None)


class AbstractNewsPage(NewsPageRoutes, NewsMixin, Page):
    """A news item as a Wagtail page. Subclass `NewsPage` to extend; this to start afresh."""

    base_form_class = NewsPageForm
    content_panels = panels.NEWS_CONTENT
    promote_panels = panels.NEWS_PROMOTE
    search_fields: ClassVar[list[Any]] = [
        *Page.search_fields,
        index.SearchField("kicker"),
        index.SearchField("deck"),
        index.SearchField("lead"),
        index.SearchField("body"),
        index.SearchField("agency_name"),
        index.RelatedFields("agency", [index.SearchField("name"), index.SearchField("name_en")]),
        index.RelatedFields("province", [index.SearchField("name")]),
        index.SearchField("source_outlet"),
        index.SearchField("quoted_source"),
        index.RelatedFields("quoted_agency", [index.SearchField("name")]),
        index.SearchField("dateline_place"),
        index.SearchField("code"),
        index.FilterField("alias_of"),
        index.FilterField("published_at"),
        index.FilterField("section"),
        index.FilterField("agency"),
        index.FilterField("province"),
        index.FilterField("code"),
    ]
    parent_page_types: ClassVar[list[str]] = ["prcouncil_news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or slugs.stored_slug(self.title)
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        self.slug = self.slug or slugs.stored_slug(self.title)
        super().minimal_clean()

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Of an item under embargo there is nothing at any address, whoever asks; editors have the
        preview."""
        if self.is_withheld:
            raise Http404("Under embargo.")
        return super().route(request, path_components)

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[Any, ...] | None:
        """`/<index>/<code>/<slug>/`; before a first publication the tree's own address."""
        if self.code is None:
            return super().get_url_parts(request)
        index = self._index_parts(request)
        if index is None or index[2] is None:
            return index
        return *index[:2], f"{index[2]}/{slugs.path_below_index(self.code, self.slug)}"

    def _index_parts(self, request: HttpRequest | None) -> tuple[Any, ...] | None:
        """Site, host and path of the index. All its items share them, so that a list resolves
        one address instead of twenty: the request keeps what it was told, as Wagtail has it keep
        the sites."""
        kept = getattr(request, "_prcouncil_news_indexes", {})
        key = self.url_path.rstrip("/").rpartition("/")[0], translation.get_language()
        if key not in kept:
            parts = super().get_url_parts(request)
            if parts is not None and parts[2] is not None:
                parts = *parts[:2], parts[2].rstrip("/").rpartition("/")[0]
            kept[key] = parts
            if request is not None:
                request._prcouncil_news_indexes = kept
        return kept[key]

    def index_url(self, request: HttpRequest | None) -> str:
        """The list that holds it and is narrowed by its tags, agency and province; empty where
        readers have no address for it."""
        parts = self._index_parts(request)
        return f"{parts[2]}/" if parts and parts[2] is not None else ""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        address = self.get_url(request)
        return super().get_context(request, *args, **kwargs) | {
            "index_url": self.index_url(request),
            "short_url": self.short_path,
            "print_url": f"{address}print/" if address and self.code else None,
            "original_url": self.get_full_url(request),
            "agency_url": self.profile_url(self.agency, request),
            "quoted_at": self.profile_url(self.quoted_agency, request),
        }

    def get_cached_paths(self) -> list[str]:
        """What caches in front of the site may hold of it."""
        return ["/", "/print/"]

    def facets(self) -> Facets:
        return Facets(self.section_id, self.agency_id, self.province_id)

    def shared(self, request: HttpRequest) -> Shared:
        return shared_news(self)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """A change that was not announced is none to search engines either."""
        found = super().get_sitemap_urls(request)
        return [entry | {"lastmod": self.modified_at or entry["lastmod"]} for entry in found]

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """schema.org NewsArticle."""
        return schema.news_article(self, request)
