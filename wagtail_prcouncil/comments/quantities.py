"""Numbers, shares and spans of time, as whoever reads writes them."""

import datetime as dt

from django.utils.translation import gettext, ngettext

from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.numbers import format_number
from wagtail_prcouncil.ui.languages import page_language

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
NOTHING = "–"


def number_as_read(number: int) -> str:
    """«۱۲٬۳۴۵» or "12,345"."""
    return format_number(number) if page_language(None).is_persian else f"{number:,}"


def share_as_read(part: int, whole: int) -> str:
    """In whole percent; a dash of nothing."""
    if not whole:
        return NOTHING
    percent = str(round(100 * part / whole))
    return f"{to_persian(percent)}٪" if page_language(None).is_persian else f"{percent}%"


def span_as_read(span: dt.timedelta | None) -> str:
    """Roughly: minutes below an hour, hours below two days, then days."""
    if span is None:
        return NOTHING
    if span < dt.timedelta(minutes=1):
        return gettext("less than a minute")
    if span < HOUR:
        minutes = span // dt.timedelta(minutes=1)
        told = ngettext("%(count)s minute", "%(count)s minutes", minutes)
        return told % {"count": number_as_read(minutes)}
    if span < 2 * DAY:
        hours = round(span / HOUR)
        told = ngettext("%(count)s hour", "%(count)s hours", hours)
        return told % {"count": number_as_read(hours)}
    days = round(span / DAY)
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": number_as_read(days)}
