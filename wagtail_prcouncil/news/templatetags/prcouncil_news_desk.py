"""`{% load prcouncil_news_desk %}`: what panels of the editing form tell."""

from typing import Any

from django import template
from django.http import HttpRequest

from wagtail_prcouncil.news.admin import advice, duplicates
from wagtail_prcouncil.news.models import NewsPage

register = template.Library()


@register.simple_tag
def prc_findings(page: NewsPage) -> list[advice.Finding]:
    """`{% prc_findings page as findings %}`: what may be put right."""
    return advice.findings(page)


@register.inclusion_tag("prcouncil_news/admin/named_alike.html")
def prc_named_alike(page: NewsPage | None, request: HttpRequest) -> dict[str, Any]:
    """Other news with the headline of a saved item."""
    return duplicates.context(page.title if page else "", request, page)
