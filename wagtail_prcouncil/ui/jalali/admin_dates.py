"""Dates that the admin prints: Jalali for Persian editors, where the thing they belong to is ours.

Wagtail's lists, logs and status panel print dates by templates; those under `wagtailadmin/` in this
app stand in for them and ask here. On sites with JALALI_EVERYWHERE all models count as ours.
"""

import datetime as dt

from django.contrib.contenttypes.models import ContentType
from wagtail.models import BaseLogEntry, Page

from wagtail_prcouncil import conf
from wagtail_prcouncil.persian.dates import format_datetime, format_long, format_short
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.ui.dates import in_tehran
from wagtail_prcouncil.ui.languages import page_language

PACKAGE = "wagtail_prcouncil."


def speaks_jalali(row: object = None) -> bool:
    """Whether dates of a row of a list, or of the object on screen, are printed in Jalali now."""
    return page_language(None).is_persian and (conf.jalali_everywhere() or is_ours(row))


def is_ours(row: object) -> bool:
    """Whether a model of the package, or a site's subclass of one, stands behind a row; behind an
    entry of a log stands what it tells of."""
    kind = _model_of(row)
    return any(base.__module__.startswith(PACKAGE) for base in kind.__mro__)


def _model_of(row: object) -> type:
    if isinstance(row, BaseLogEntry):
        return ContentType.objects.get_for_id(row.content_type_id).model_class() or type(row)
    if isinstance(row, Page):
        return row.specific_class or type(row)
    return type(row)


def in_short(value: dt.date) -> str:
    """«۱ آذر ۱۴۰۵، ۱۰:۳۰», or the day alone: what a column has room for."""
    here = in_tehran(value)
    try:
        day = format_short(here)
    except PersianError:  # typed in English, before the calendar begins
        return here.isoformat()
    return f"{day}، {to_persian(f'{here:%H:%M}')}" if isinstance(here, dt.datetime) else day


def in_full(value: dt.date) -> str:
    """«یکشنبه ۱ آذر ۱۴۰۵ - ۱۰:۳۰», or the day alone."""
    here = in_tehran(value)
    try:
        return format_datetime(here) if isinstance(here, dt.datetime) else format_long(here)
    except PersianError:
        return here.isoformat()
