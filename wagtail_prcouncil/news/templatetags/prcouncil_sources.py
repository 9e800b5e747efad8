"""`{% load prcouncil_sources %}`: where a news item comes from."""

from typing import TYPE_CHECKING

from django import template
from django.utils.safestring import SafeString

from wagtail_prcouncil.news import phrases

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models import NewsMixin

register = template.Library()


@register.simple_tag
def prc_source_phrase(page: "NewsMixin", quoted_url: str = "") -> SafeString:
    """`{% prc_source_phrase page quoted_url %}` → «به گزارش … به نقل از <a>…</a>»."""
    return phrases.source_phrase(page, quoted_url)
