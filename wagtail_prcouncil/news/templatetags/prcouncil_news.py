"""`{% load prcouncil_news %}`: what only pages that list news show."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Site

from wagtail_prcouncil.news.public.lists import NewsList
from wagtail_prcouncil.ui.keeping import Parts, may_keep
from wagtail_prcouncil.ui.languages import page_in

register = template.Library()

MARGIN = "prcouncil_news/components/listing_margin.html"


@register.simple_tag(takes_context=True)
def news_margin(context: template.Context) -> SafeString:
    """The form, sections and archive beside a list: kept while nothing was asked for and none of
    its months and sections changed. Provinces lag by a minute."""
    answer: NewsList = context["answer"]
    request = context["request"]

    def render() -> SafeString:
        variables = {"answer": answer, "page": page_in(context), "request": request}
        return render_to_string(MARGIN, variables)

    if answer.is_narrow or not may_keep(request):
        return render()
    return Parts("news_margin", _state(answer)).part(f"margin.{get_language()}", render)


def _state(answer: NewsList) -> object:
    page = answer.page
    months = answer.archive and (answer.archive.year, answer.archive.months)
    return page.pk, page.url_path, Site.get_site_root_paths(), answer.sections.read, months
