from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index

from wagtail_prcouncil.fields import CanonicalTextField
from wagtail_prcouncil.news.fronts import newest_of_each
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage
from wagtail_prcouncil.pages.models import PRCouncilPageMixin
from wagtail_prcouncil.ui.forms import PRCouncilPageForm
from wagtail_prcouncil.ui.renditions import LEAD, TEASER

LATEST = 6
IN_SECTION = 3


class HomePage(PRCouncilPageMixin, Page):
    """The ministry's front page: newest news, then some of each section."""

    intro = CanonicalTextField(_("introduction"), blank=True)

    top_slot = "home_top"
    base_form_class = PRCouncilPageForm
    content_panels = [*Page.content_panels, "intro"]
    search_fields = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        news = NewsPage.objects.descendant_of(self).readable().without_aliases().recommended()
        newest = list(news.newest_first().for_cards(*LEAD.specs)[: LATEST + 1])
        sections = [page for page in SectionPage.objects.below(self) if page.show_in_menus]
        # All of the few there are: asked for the first alone, SQLite looks through every page.
        index = next(iter(NewsIndexPage.objects.child_of(self).readable().order_by("pk")), None)
        return super().get_context(request, *args, **kwargs) | {
            "lead": newest[0] if newest else None,
            "latest": newest[1:],
            "all_news_url": index.get_url(request) if index else "",
            "sections": newest_of_each(sections, IN_SECTION, *TEASER.specs, besides=newest),
        }
