"""Shares, moments and spans of time, as whoever reads writes them."""

import datetime as dt

from django.utils.translation import gettext, ngettext

from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import page_language

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
NOTHING = "–"


def moment_as_read(moment: dt.datetime | None) -> str:
    """Day and hour in Tehran; Wagtail's own column says of what is to come that it is now."""
    return displayed(moment, "datetime", page_language(None)) if moment else ""


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
        return told % {"count": in_numerals(minutes)}
    if span < 2 * DAY:
        hours = round(span / HOUR)
        told = ngettext("%(count)s hour", "%(count)s hours", hours)
        return told % {"count": in_numerals(hours)}
    days = round(span / DAY)
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": in_numerals(days)}
