"""`{% load prcouncil_bodies %}`: what the components of bodies need beside the other tags."""

from decimal import Decimal

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.images.models import AbstractImage

from wagtail_prcouncil.persian.numbers import format_number
from wagtail_prcouncil.ui.bodies import kept_body
from wagtail_prcouncil.ui.languages import page_in, page_language
from wagtail_prcouncil.ui.renditions import SIZES

register = template.Library()


@register.simple_tag
def prc_picture_url(image: AbstractImage | None, size: str) -> str:
    """`{% prc_picture_url image "text" %}`: where its widest rendition of that size lies."""
    return SIZES[size].largest_url(image) if image else ""


@register.simple_tag(takes_context=True)
def prc_file_size(context: template.Context, size: int | None) -> str:
    """Bytes as readers say them: «۱٫۲ مگابایت», "1.2 MB". Empty for a size nobody knows."""
    if size is None:
        return ""
    number, words = size / 1000, _("%(number)s KB")
    if number >= 1000:
        number, words = number / 1000, _("%(number)s MB")
    shown = Decimal(f"{number:.1f}" if 1 <= number < 10 else f"{max(number, 1):.0f}")
    is_persian = page_language(page_in(context)).is_persian
    return words % {"number": format_number(shown) if is_persian else f"{shown:,}"}


class KeptBodyNode(template.Node):
    """A body whose HTML is kept (`ui/bodies.py`)."""

    def __init__(self, body: FilterExpression, nodelist: NodeList) -> None:
        self.body = body
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        page, request = page_in(context), context.get("request")
        if page is None or request is None:
            return self.nodelist.render(context)
        body = self.body.resolve(context)
        return kept_body(body, page, request, lambda: self.nodelist.render(context))


@register.tag
def prc_kept_body(parser: Parser, token: Token) -> KeptBodyNode:
    """`{% prc_kept_body page.body %}…{% endprc_kept_body %}`: rendered when the text changes, or
    always, where it shows other pages, pictures or documents.

    What stands within may depend on the text, on its page and on languages, on nothing else.
    """
    try:
        _, body = token.split_contents()
    except ValueError:
        raise template.TemplateSyntaxError(
            "prc_kept_body takes a body: {% prc_kept_body page.body %}."
        ) from None
    nodelist = parser.parse(("endprc_kept_body",))
    parser.delete_first_token()
    return KeptBodyNode(parser.compile_filter(body), nodelist)
