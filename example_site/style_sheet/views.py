from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model

from style_sheet.samples import samples
from wagtail_prcouncil.news.fronts import newest_of_each
from wagtail_prcouncil.news.models import SectionPage
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
    context |= {"pictures": pictures, "sections": sections, "front": next(iter(fronts), None)}
    return render(request, "style_sheet/style_sheet.html", context)
