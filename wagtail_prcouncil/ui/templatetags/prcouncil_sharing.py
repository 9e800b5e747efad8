"""`{% load prcouncil_sharing %}`: how a page shows on other sites."""

from django import template

from wagtail_prcouncil.ui.languages import page_in
from wagtail_prcouncil.ui.sharing import OpenGraph, open_graph

register = template.Library()


@register.simple_tag(takes_context=True)
def prc_open_graph(context: template.Context) -> OpenGraph | None:
    """`{% prc_open_graph as og %}`: what messengers and networks are told of the page."""
    request = context.get("request")
    return open_graph(page_in(context), request) if request else None
