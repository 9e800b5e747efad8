"""Sentences of a report on the screen."""

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

# "2017-08-03", «۱۳۹۶/۰۵»: digits of either script, in two parts or three.
_DAY = re.compile(r"(?<![\w/-])(\d{4}(?:[-/]\d{1,2}){1,2})(?![\w/-])")


@register.filter
def with_whole_days(sentence: str) -> SafeString:
    """Days written with hyphens or strokes stand on one line, and the sentence around them does not
    turn their parts: in a Persian one "2017-08-03" would break at its hyphen and begin with it."""
    day = '<bdi class="prc-import__day" dir="ltr">{}</bdi>'
    parts = _DAY.split(sentence)  # every second one is a day
    shown = (format_html(day, part) if at % 2 else part for at, part in enumerate(parts))
    return format_html_join("", "{}", ((part,) for part in shown))
