"""`{% load prcouncil_directory %}`: words of the directory in the language of the page.

Agencies, persons and provinces are one row each for all languages (rule A18). Where one has no
English words, an English page shows the Persian ones and says so to browsers and screen readers.
"""

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from wagtail_prcouncil.directory.models import Agency, Person, Province
from wagtail_prcouncil.directory.public.tiles import Tile
from wagtail_prcouncil.persian.digits import to_ascii, to_persian
from wagtail_prcouncil.ui.languages import page_in, page_language

register = template.Library()

Row = Agency | Person | Province


@register.simple_tag(takes_context=True)
def prc_words(context: template.Context, row: Row, name: str = "name") -> SafeString:
    """`{% prc_words agency "summary" %}`: a field that has an English twin, lines kept."""
    language = page_language(page_in(context))
    own = getattr(row, name if language.is_persian else f"{name}_en")
    words = _lines(own or getattr(row, name))
    if own or not words or language.is_persian:
        return words
    return format_html('<bdi lang="fa" dir="rtl">{}</bdi>', words)


@register.simple_tag(takes_context=True)
def prc_name(context: template.Context, row: Row) -> str:
    """The name alone, for titles and attributes, which hold no elements."""
    return row.name_in(page_language(page_in(context)).code)


@register.simple_tag(takes_context=True)
def prc_telephone(context: template.Context, number: str) -> str:
    """A telephone number or postal code, typed in whatever digits, in those of the reader."""
    digits = to_ascii(number)
    return to_persian(digits) if page_language(page_in(context)).is_persian else digits


@register.simple_tag(takes_context=True)
def prc_lines(context: template.Context, tile: Tile) -> list[tuple[int, str]]:
    """`{% prc_lines entry.tile as lines %}`: a province's name on its tile, line by line."""
    return tile.lines_in(page_language(page_in(context)).code)


def _lines(text: str) -> SafeString:
    escaped = str(conditional_escape(text)).replace("\n", "<br>")
    return mark_safe(escaped)  # noqa: S308 - escaped above
