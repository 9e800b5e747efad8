from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index

from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.news.models import NewsPage, SectionPage
from wagtail_prcouncil.pages.models import PRCouncilPageMixin
from wagtail_prcouncil.ui.renditions import LEAD, TEASER

LATEST = 7
IN_SECTION = 3


class HomePage(PRCouncilPageMixin, Page):
    """The ministry's front page: newest news, then some of each section."""

    intro = CanonicalTextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, "intro"]
    search_fields = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        news = NewsPage.objects.readable(self.locale).published().order_by("-published_at", "-pk")
        newest = list(news.for_cards(*TEASER.specs, *LEAD.specs)[: LATEST + 1])
        sections = SectionPage.objects.readable(self.locale).filter(show_in_menus=True)
        return super().get_context(request, *args, **kwargs) | {
            "lead": newest[0] if newest else None,
            "latest": newest[1:],
            "sections": [
                {
                    "section": section,
                    "items": list(
                        section.news()
                        .for_cards(*TEASER.specs)
                        .order_by("-published_at", "-pk")[:IN_SECTION]
                    ),
                }
                for section in sections
            ],
        }
