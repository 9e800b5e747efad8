"""`{% load prcouncil_bodies %}`: what the components of bodies need beside the other tags."""

from django import template
from django.template.defaultfilters import filesizeformat
from wagtail.images.models import AbstractImage

from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.ui.languages import page_in, page_language
from wagtail_prcouncil.ui.renditions import SIZES

register = template.Library()


@register.simple_tag
def prc_picture_url(image: AbstractImage | None, size: str) -> str:
    """`{% prc_picture_url image "text" %}`: where its widest rendition of that size lies."""
    return SIZES[size].largest_url(image) if image else ""


@register.simple_tag(takes_context=True)
def prc_file_size(context: template.Context, size: int | None) -> str:
    """Bytes as readers say them: «۱٫۲ مگابایت». Empty for a size nobody knows."""
    if size is None:
        return ""
    words = filesizeformat(size)
    if not page_language(page_in(context)).is_persian:
        return words
    return to_persian(words.replace(".", "٫").replace(",", "٬"))
