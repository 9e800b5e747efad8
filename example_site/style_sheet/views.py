from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model

from style_sheet.samples import samples
from wagtail_prcouncil.news.fronts import SectionFront, newest_of_each
from wagtail_prcouncil.news.models import NewsIndexPage, SectionPage
from wagtail_prcouncil.news.public.lists import NewsList
from wagtail_prcouncil.pages.locales import active_locale
from wagtail_prcouncil.ui.languages import page_language
from wagtail_prcouncil.ui.renditions import CARD

PICTURES = 6


@require_safe
def style_sheet(request: HttpRequest) -> HttpResponse:
    """The components with invented content; those that show pages of the site, with its first
    section and the newest item in it."""
    pictures = list(get_image_model().objects.order_by("pk")[:PICTURES])
    sections = SectionPage.objects.readable(active_locale()).order_by("path")
    fronts = newest_of_each(sections[:1], 3, *CARD.specs)
    context = samples(page_language(None), pictures)
    front = next(iter(fronts), None)
    context |= {"pictures": pictures, "sections": sections, "front": front}
    if front:
        context |= _news_list(front, context["read_within"])
    return render(request, "style_sheet/style_sheet.html", context)


def _news_list(front: SectionFront, within: dict[str, Any]) -> dict[str, Any]:
    """The list that holds the newest item, narrowed to its section, and the section's items as the
    most read."""
    index = NewsIndexPage.objects.get(pk=front["items"][0].get_parent().pk)
    return {
        "index": index,
        "answer": NewsList(index, QueryDict(f"section={front['section'].pk}")),
        "read": [tab | {"pages": front["items"]} for tab in within["tabs"]],
    }
