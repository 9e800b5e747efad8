"""Page types of a site that is not ours. They answer to the names that tests use for ours."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.pages.facets import Facets
from wagtail_prcouncil.ui.teasers import Teaser


class HomePage(Page):
    """The root of a language."""

    template = "alone/page.html"


class NewsIndexPage(Page):
    """Articles stand below it."""

    template = "alone/page.html"


class SectionPage(Page):
    """What articles are filed under, wherever they stand."""

    template = "alone/page.html"


class NewsPage(Page):
    """An article that says what section it belongs to, in the one way that comments ask for."""

    template = "alone/page.html"

    lead = models.TextField(blank=True)
    body = models.JSONField(default=list)
    section = models.ForeignKey(
        SectionPage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    def facets(self) -> Facets:
        return Facets(section_id=self.section_id)

    def teaser(self, request: HttpRequest | None) -> Teaser:
        return Teaser(self.title, self.get_url(request) or "", text=self.lead)

    @property
    def published_at(self) -> Any:
        return self.first_published_at
