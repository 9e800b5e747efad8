"""`{% load prcouncil_admin %}`: tags of the templates that stand in for some of Wagtail's admin."""

import datetime as dt
from typing import Any

from django import template
from django.template.base import Template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from wagtail_prcouncil.ui.dates import machine_readable
from wagtail_prcouncil.ui.jalali.admin_dates import in_full, in_short, speaks_jalali

register = template.Library()


@register.simple_tag
def prc_speaks_jalali(row: object = None) -> bool:
    """`{% prc_speaks_jalali instance as jalali %}`: for this row of a list, or, without one, for
    whatever there is in the admin."""
    return speaks_jalali(row)


@register.inclusion_tag("prcouncil_ui/admin/date.html")
def prc_admin_date(value: dt.date, description: str = "", placement: str = "top") -> dict[str, Any]:
    """A Jalali date with its weekday in a tooltip, as Wagtail's own `human_readable_date`."""
    return {
        "machine": machine_readable(value),
        "short": in_short(value),
        "full": in_full(value),
        "description": description,
        "placement": placement,
    }


@register.simple_tag(takes_context=True)
def prc_wagtails_own(context: template.Context, name: str) -> SafeString:
    """The template of that name which the current one stands in for, with the same variables."""
    return _next_template(context, name).render(context)


@register.simple_tag(takes_context=True)
def prc_wagtails_own_in_jalali(context: template.Context, name: str, *dates: str) -> SafeString:
    """The same, where the variables named by `dates` hold Jalali words instead of moments."""
    # Set apart from the English words that stand before them where Wagtail is not translated.
    words = {
        key: format_html("<bdi>{}</bdi>", in_short(context[key]))
        for key in dates
        if context.get(key)
    }
    with context.push(**words):
        return _next_template(context, name).render(context)


def _next_template(context: template.Context, name: str) -> Template:
    here = context.render_context.template
    return here.engine.find_template(name, skip=[here.origin])[0]
