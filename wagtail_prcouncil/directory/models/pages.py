from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index

from wagtail_prcouncil.directory import schema
from wagtail_prcouncil.directory.models.agency import Agency
from wagtail_prcouncil.directory.public.files import FILES
from wagtail_prcouncil.directory.public.profiles import Profile
from wagtail_prcouncil.directory.routes import AgencyIndexRoutes
from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.pages.facets import Facets
from wagtail_prcouncil.pages.models import PRCouncilPageMixin
from wagtail_prcouncil.pages.shown import Shown
from wagtail_prcouncil.ui.forms import PRCouncilPageForm
from wagtail_prcouncil.ui.teasers import Teaser


class AgencyIndexMixin(PRCouncilPageMixin):
    """The public register of agencies, and the page on which each agency's profile is shown.

    Agencies are no pages: they have one row for all languages (rule A18). A view that shows one
    sets its `profile` on the page, and whoever asks for the page's facets, its address or its
    schema.org description then hears of that agency.
    """

    intro = CanonicalTextField(_("introduction"), blank=True)

    top_slot = "agencies_top"
    profile: Profile | None = None

    class Meta:
        abstract = True

    @property
    def agency(self) -> Agency | None:
        """The agency that is shown; None while it is the register itself."""
        return self.profile.agency if self.profile else None

    def shown(self) -> Shown:
        if self.agency is None:
            return super().shown()
        return Shown(self.agency.name_in(self.locale.language_code), f"{self.agency.code}/")

    def facets(self) -> Facets:
        if self.agency is None:
            return Facets()
        return Facets(agency_id=self.agency.pk, province_id=self.agency.province_id)

    def teaser(self, request: HttpRequest | None) -> Teaser:
        text = self.intro or self.search_description
        return Teaser(self.title, self.get_url(request) or "", text=text, page=self)

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """schema.org: the agency that is shown, or the register as data to be had."""
        if self.profile is None:
            return schema.dataset(self, request)
        return schema.organization(self.profile, self, request)


class AbstractAgencyIndexPage(AgencyIndexRoutes, AgencyIndexMixin, Page):
    """The register as a Wagtail page. Subclass `AgencyIndexPage` to extend; this to start
    afresh."""

    base_form_class = PRCouncilPageForm
    content_panels = [*Page.content_panels, "intro"]
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.SearchField("intro")]
    parent_page_types: ClassVar[list[str] | None] = None
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """The register and every profile; those of closed agencies stay where links find them."""
        address = self.get_full_url(request)
        profiles = Agency.objects.values_list("code", "latest_revision__created_at")
        return super().get_sitemap_urls(request) + [
            {"location": f"{address}{code}/", "lastmod": changed} for code, changed in profiles
        ]

    def get_cached_paths(self) -> list[str]:
        """What caches in front of the site may hold of it when the page itself changes."""
        codes = Agency.objects.values_list("code", flat=True)
        files = [f"/{name}" for name in FILES]
        return ["/", *files, *(f"/{code}/" for code in codes)]


class AgencyIndexPage(AbstractAgencyIndexPage):
    """فهرست دستگاه‌ها: who exists. A site usually has one, in each of its languages."""

    class Meta(AbstractAgencyIndexPage.Meta):
        verbose_name = _("register of agencies")
        verbose_name_plural = _("registers of agencies")
