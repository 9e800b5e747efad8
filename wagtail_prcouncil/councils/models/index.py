from collections.abc import Iterable
from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index

from wagtail_prcouncil.councils import schema
from wagtail_prcouncil.councils.models.appointment import Appointment
from wagtail_prcouncil.councils.public.persons import Card
from wagtail_prcouncil.councils.routes import CouncilIndexRoutes
from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.pages.models import PRCouncilPageMixin
from wagtail_prcouncil.pages.shown import Shown
from wagtail_prcouncil.ui.forms import PRCouncilPageForm
from wagtail_prcouncil.ui.teasers import Teaser


class CouncilIndexMixin(PRCouncilPageMixin):
    """The councils of a site, and the page on which the card of each person who sits or sat in one
    is shown.

    Persons are no pages: they have one row for all languages (rule A18). A view that shows one sets
    its `card` on the page.
    """

    intro = CanonicalTextField(_("introduction"), blank=True)

    card: Card | None = None

    class Meta:
        abstract = True

    def shown(self) -> Shown:
        if self.card is None:
            return super().shown()
        person = self.card.person
        name = person.full_name_in(self.locale.language_code)
        return Shown(name, f"persons/{person.pk}/")

    def structured_data(self, request: HttpRequest) -> dict[str, Any] | None:
        """schema.org: the person whose card is shown."""
        return schema.person(self.card, self, request) if self.card else None

    def teaser(self, request: HttpRequest | None) -> Teaser:
        text = self.intro or self.search_description
        return Teaser(self.title, self.get_url(request) or "", text=text, page=self)


class AbstractCouncilIndexPage(CouncilIndexRoutes, CouncilIndexMixin, Page):
    """The list as a Wagtail page. Subclass `CouncilIndexPage` to extend; this to start afresh."""

    base_form_class = PRCouncilPageForm
    content_panels = [*Page.content_panels, "intro"]
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.SearchField("intro")]
    parent_page_types: ClassVar[list[str] | None] = None
    subpage_types: ClassVar[list[str]] = ["prcouncil_councils.CouncilPage"]

    class Meta:
        abstract = True

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """The list, and the card of everybody who sits or sat in a readable council."""
        address = self.get_full_url(request)
        cards = [{"location": f"{address}persons/{key}/"} for key in _persons()]
        return super().get_sitemap_urls(request) + cards

    def get_cached_paths(self) -> list[str]:
        """What caches in front of the site may hold of it when the page itself changes."""
        return ["/", *(f"/persons/{key}/" for key in _persons())]


def _persons() -> Iterable[int]:
    rows = Appointment.objects.readable().order_by("person")
    return rows.values_list("person", flat=True).distinct()


class CouncilIndexPage(AbstractCouncilIndexPage):
    """فهرست شوراها: a site usually has one, in each of its languages."""

    class Meta(AbstractCouncilIndexPage.Meta):
        verbose_name = _("list of councils")
        verbose_name_plural = _("lists of councils")
