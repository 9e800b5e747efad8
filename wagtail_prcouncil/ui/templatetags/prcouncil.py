"""`{% load prcouncil %}`: the tags of the public face.

Dates and digits follow the language of the page that is shown, never the active one. The work
is done in the modules of `wagtail_prcouncil.ui`; here it only gets its name in templates.
"""

import datetime as dt
import json
from dataclasses import replace
from typing import Any

from django import template
from django.conf import settings
from django.forms import BoundField
from django.template.base import Parser, Token
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from wagtail_prcouncil import conf
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.numbers import format_number
from wagtail_prcouncil.ui.checks import nearest_slot
from wagtail_prcouncil.ui.controls import control
from wagtail_prcouncil.ui.dates import (
    STYLES,
    DayParts,
    day_parts,
    displayed,
    machine_readable,
)
from wagtail_prcouncil.ui.face import Face, face_of
from wagtail_prcouncil.ui.languages import page_in, page_language
from wagtail_prcouncil.ui.renditions import SIZES
from wagtail_prcouncil.ui.schema import breadcrumb_list
from wagtail_prcouncil.ui.slots import SLOTS, filled, media_for
from wagtail_prcouncil.ui.teasers import Teaser
from wagtail_prcouncil.ui.trail import Step

register = template.Library()

# Inside <script> only these could end the element or start another.
SCRIPT_ESCAPES = {"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"}


@register.simple_tag(takes_context=True)
def prc_face(context: template.Context) -> Face:
    """`{% prc_face as prc %}`: language, menu, editions and the rest of `ui/face.py`."""
    return face_of(page_in(context), context.get("request"))


@register.simple_tag(takes_context=True)
def prc_time(context: template.Context, value: dt.date | None, style: str = "long") -> str:
    """`{% prc_time page.published_at "datetime" %}` → `<time datetime="…">…</time>`.

    Styles: long (with weekday), datetime (with weekday and hour), hour (weekday and hour), short,
    month, year, numeric.
    """
    if style not in STYLES:
        raise template.TemplateSyntaxError(
            f"prc_time knows no style '{style}'; the styles are: {', '.join(STYLES)}."
        )
    if value is None:
        return ""
    words = displayed(value, style, page_language(page_in(context)))
    return format_html('<time datetime="{}">{}</time>', machine_readable(value), words)


@register.simple_tag(takes_context=True)
def prc_day_parts(context: template.Context, value: dt.date) -> DayParts:
    """`{% prc_day_parts date as day %}`: its `number`, `month` and `year`."""
    return day_parts(value, page_language(page_in(context)))


@register.filter
def prc_machine_readable(value: dt.date) -> str:
    """For `<time datetime>` round words of one's own."""
    return machine_readable(value)


@register.simple_tag
def prc_control(field: BoundField) -> str:
    """The control of a form's field, without label, help and error."""
    return control(field)


@register.simple_tag(takes_context=True)
def prc_digits(context: template.Context, value: object) -> str:
    """Digits as the page's readers write them, nothing else changed: codes, years, counts."""
    return to_persian(value) if page_language(page_in(context)).is_persian else str(value)


@register.simple_tag(takes_context=True)
def prc_number(context: template.Context, value: int) -> str:
    """A quantity with its thousands parted: «۱٬۲۳۴» or "1,234"."""
    return format_number(value) if page_language(page_in(context)).is_persian else f"{value:,}"


@register.simple_tag(takes_context=True)
def prc_teaser(context: template.Context, page: Page, *, by: bool = True) -> Teaser:
    """`{% prc_teaser page as teaser %}`: what lists show of a page; `by=False` leaves out whose it
    is, where the list says so."""
    teaser = Teaser.of(page, context.get("request"))
    return teaser if by else replace(teaser, by="")


@register.simple_tag
def prc_code_label() -> str:
    """The site's words before a news code (setting NEWS_CODE_LABEL)."""
    return str(conf.news_code_label())


@register.simple_tag
def prc_label(page: Page) -> str:
    """What kind of page this is, in a word: "News page", «خبر»."""
    return capfirst(page.specific_class._meta.verbose_name)


@register.simple_tag
def prc_picture(
    image: AbstractImage | None, size: str, alt: str = "", *, eager: bool = False
) -> str:
    """`{% prc_picture page.hero_image "text" alt=page.hero_alt eager=True %}` → `<img>`.

    Sizes: those of `ui/renditions.py`.
    """
    return SIZES[size].html(image, alt=alt, eager=eager) if image else ""


@register.simple_tag(takes_context=True)
def prc_userbar(context: template.Context) -> str:
    """Wagtail's user bar for whoever has a session.

    For others it is not even asked for: it reads the user, and the page would then say
    `Vary: Cookie` and be useless to shared caches (rule A19).
    """
    request = context.get("request")
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return ""
    return str(wagtailuserbar(context))


@register.simple_tag(takes_context=True)
def prc_structured_data(context: template.Context) -> str:
    """The page's schema.org description as JSON-LD, from `structured_data()` of its class."""
    page = page_in(context)
    describe = getattr(page, "structured_data", None)
    data = describe(context["request"]) if describe else None
    return _json_ld(data) if data else ""


@register.simple_tag(takes_context=True)
def prc_step(context: template.Context, page: Page) -> Step:
    """`{% prc_step page.section_here as section %}`: its `title` and `url`, for links."""
    return face_of(page_in(context), context.get("request")).step(page)


@register.simple_tag(takes_context=True)
def prc_breadcrumb_data(context: template.Context, last: Page | None = None) -> str:
    """The breadcrumbs as JSON-LD; `last` as their template gets it."""
    page, request = page_in(context), context.get("request")
    data = breadcrumb_list(face_of(page, request), last) if page and request else None
    return _json_ld(data) if data else ""


@register.simple_tag
def prc_json_ld(data: dict[str, Any] | None) -> str:
    """`{% prc_json_ld described %}`: a schema.org description that a feature has made."""
    return _json_ld(data) if data else ""


def _json_ld(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False)
    for char, escape in SCRIPT_ESCAPES.items():  # on Persian text much faster than `translate`
        text = text.replace(char, escape)
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(text),  # noqa: S308 - every character that HTML could read is escaped above
    )


@register.simple_tag(takes_context=True)
def prc_slot_media(context: template.Context) -> str:
    """Style sheets and scripts of what installed features show on this page."""
    page = page_in(context)
    if page is None:
        return ""
    # The same on all pages of a type.
    frame = face_of(page, context.get("request")).frame
    return frame.part(f"media.{page._meta.label}", lambda: str(media_for(page)))


class PageSlotNode(template.Node):
    """`{% page_slot "after_body" %}`; with `as name` it is kept, to be shown if not empty."""

    def __init__(self, name: str, variable: str | None) -> None:
        self.name = name
        self.variable = variable

    def render(self, context: template.Context) -> SafeString:
        page, request = page_in(context), context.get("request")
        html = filled(self.name, page, request) if request else SafeString("")
        if self.variable is None:
            return html
        context[self.variable] = html
        return SafeString("")


@register.tag
def page_slot(parser: Parser, token: Token) -> PageSlotNode:
    """A place that installed features fill. The name is written out: `check` compiles it."""
    _, quoted, *rest = [*token.split_contents(), ""]
    rest = [bit for bit in rest if bit]
    name = quoted.strip("\"'")
    if name == quoted or (rest and (len(rest) != 2 or rest[0] != "as")):
        raise template.TemplateSyntaxError(
            'page_slot takes a name in quotes: {% page_slot "after_body" %}, '
            'or {% page_slot "after_body" as variable %}.'
        )
    if name not in SLOTS:
        raise template.TemplateSyntaxError(f"There is no page slot '{name}'. {nearest_slot(name)}")
    return PageSlotNode(name, rest[1] if rest else None)
