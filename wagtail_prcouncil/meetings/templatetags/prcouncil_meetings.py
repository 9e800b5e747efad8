"""`{% load prcouncil_meetings %}`: times, numbers and states in the language of the page."""

from django import template
from django.db.models import Model
from django.utils.html import format_html
from django.utils.translation import gettext

from wagtail_prcouncil.meetings.models import Resolution
from wagtail_prcouncil.meetings.paper_addresses import address_of
from wagtail_prcouncil.meetings.public.resolutions import anchor_of
from wagtail_prcouncil.meetings.public.scopes import TONES
from wagtail_prcouncil.meetings.public.sessions import Times
from wagtail_prcouncil.meetings.states import Status
from wagtail_prcouncil.persian.digits import to_ascii, to_persian
from wagtail_prcouncil.ui.dates import displayed, in_tehran, machine_readable
from wagtail_prcouncil.ui.languages import PageLanguage, page_in, page_language

register = template.Library()


@register.filter
def prc_tone(status: str) -> str:
    """The tone of a meeting's status: see components/status.html."""
    return TONES.get(Status(status), "off")


@register.simple_tag
def prc_paper_address(row: Model) -> str:
    """Where a paper of a meeting is handed out to whoever may have it; empty where the site does
    not include these addresses."""
    return address_of(row)


@register.filter
def prc_anchor(resolution: Resolution) -> str:
    """By which a resolution is found on its meeting's page."""
    return anchor_of(resolution)


@register.simple_tag(takes_context=True)
def prc_resolution_number(context: template.Context, resolution: Resolution) -> str:
    """«۱۲/۱۴۰۵»."""
    number = f"{resolution.number}/{resolution.year}"
    return to_persian(number) if page_language(page_in(context)).is_persian else number


@register.simple_tag(takes_context=True)
def prc_printed(context: template.Context, label: str) -> str:
    """The number of an agenda item as it was printed, in the digits of the reader."""
    plain = to_ascii(label)
    return to_persian(plain) if page_language(page_in(context)).is_persian else plain


@register.simple_tag(takes_context=True)
def prc_span(context: template.Context, times: Times) -> str:
    """«یکشنبه ۱۷ آبان ۱۴۰۵، ۰۹:۰۰ تا ۱۰:۳۰»; of several days, both."""
    language = page_language(page_in(context))
    start = _moment(times.starts_at, "datetime", language)
    if times.ends_at is None:
        return start
    if not times.lasts_a_day:
        end = _moment(times.ends_at, "datetime", language)
    else:
        hour = f"{in_tehran(times.ends_at):%H:%M}"
        words = to_persian(hour) if language.is_persian else hour
        end = format_html('<time datetime="{}">{}</time>', machine_readable(times.ends_at), words)
    return format_html(gettext("{start} to {end}"), start=start, end=end)


def _moment(value: object, style: str, language: PageLanguage) -> str:
    return format_html(
        '<time datetime="{}">{}</time>',
        machine_readable(value),  # type: ignore[arg-type]
        displayed(value, style, language),  # type: ignore[arg-type]
    )
