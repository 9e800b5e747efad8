"""Days, times in office and persons, as the lists and screens of the admin print them."""

import datetime as dt

from django.utils.translation import gettext

from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.public.known_days import as_known
from wagtail_prcouncil.councils.states import Capacity, Precision
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.ui.languages import page_language


def day_as_read(day: dt.date | None, precision: str = Precision.DAY) -> str:
    """«۱ مهر ۱۳۹۶», «مهر ۱۳۹۶» or «۱۳۹۶», in the editor's calendar; empty for no day."""
    if day is None:
        return ""
    try:
        return as_known(day, precision, page_language(None))
    except PersianError:  # a day before the calendar begins, which only a program can have stored
        return day.isoformat()


def time_as_read(since: dt.date | None, until: dt.date | None) -> str:
    """Since when and until when there is a seat or a term; empty where neither is known."""
    if until is None:
        return gettext("since %(since)s") % {"since": day_as_read(since)} if since else ""
    if since is None:
        return gettext("until %(until)s") % {"until": day_as_read(until)}
    return gettext("%(since)s to %(until)s") % {
        "since": day_as_read(since),
        "until": day_as_read(until),
    }


def stay_as_read(row: Appointment) -> str:
    """The days of an appointment, as exactly as they are known."""
    since = day_as_read(row.since, row.since_precision)
    if row.until is None:
        return gettext("since %(since)s") % {"since": since}
    until = day_as_read(row.until, row.until_precision)
    return gettext("%(since)s to %(until)s") % {"since": since, "until": until}


def holder_as_read(row: Appointment) -> str:
    """Name, and the capacity where it is not the usual one."""
    name = row.person.name_as_read()
    if row.capacity == Capacity.FULL:
        return name
    return f"{name} ({row.get_capacity_display()})"
