"""`{% load prcouncil_reading %}`: what readers do with a page beside reading it."""

import segno
from django import template
from django.utils.safestring import SafeString, mark_safe

from wagtail_prcouncil.ui.share_ways import ShareWay, share_ways

register = template.Library()


@register.simple_tag
def prc_share_ways(url: str, text: str) -> list[ShareWay]:
    """`{% prc_share_ways url page.title as ways %}`: objects with `key`, `label`, `address`."""
    return list(share_ways(url, text))


@register.simple_tag
def prc_qr(url: str) -> SafeString:
    """`{% prc_qr url %}`: the address as a QR code, black on white, drawn in the page.

    ISO/IEC 18004, error correction M: a creased sheet of paper still reads.
    """
    code = segno.make_qr(url, error="m")
    drawn = code.svg_inline(border=4, light="#fff", svgclass="prc-qr", omitsize=True)
    # Made of numbers and fixed words only; the address is in no text of the drawing.
    return mark_safe(drawn)  # noqa: S308
