"""`{% load prcouncil_news %}`: what only pages that list news show."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from wagtail_prcouncil.news.public.lists import NewsList
from wagtail_prcouncil.ui.languages import page_in

register = template.Library()

MARGIN = "prcouncil_news/components/listing_margin.html"


@register.simple_tag(takes_context=True)
def news_margin(context: template.Context) -> SafeString:
    """The form, and sections and archive or else counts, beside a list; kept as `NewsList.kept`
    is."""
    answer: NewsList = context["answer"]
    request = context["request"]

    def render() -> SafeString:
        variables = {"answer": answer, "page": page_in(context), "request": request}
        return render_to_string(MARGIN, variables)

    return answer.kept.part(f"margin.{get_language()}", render)
