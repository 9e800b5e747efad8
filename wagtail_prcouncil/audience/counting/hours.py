"""Hours and days of counting, by Tehran's clock, which is half an hour beside UTC's."""

import datetime as dt

from wagtail_prcouncil.persian.jalali import in_tehran


def hour_of(moment: dt.datetime) -> dt.datetime:
    """The beginning of its hour, in UTC."""
    here = in_tehran(moment).replace(minute=0, second=0, microsecond=0)
    return here.astimezone(dt.UTC)


def day_of(moment: dt.datetime) -> dt.datetime:
    """Midnight in Tehran before it, in UTC."""
    here = in_tehran(moment).replace(hour=0, minute=0, second=0, microsecond=0)
    return here.astimezone(dt.UTC)


def minute_of(moment: dt.datetime) -> int:
    """Minutes since 1970: what the cache's counters are named after."""
    return int(moment.timestamp() // 60)


def beginning_of(minute: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(minute * 60, dt.UTC)
