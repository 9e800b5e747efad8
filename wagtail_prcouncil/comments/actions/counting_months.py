"""The numbers that everybody may read, counted ahead of whoever asks for them."""

import datetime as dt

from django.utils import timezone

from wagtail_prcouncil.comments.models import CountedMonth
from wagtail_prcouncil.comments.months import SHOWN_MONTHS, Month, numbers_of, shown_months

ANEW_AFTER = dt.timedelta(days=1)
"""A month that is over changes little: by an undone decision, an import of old comments."""
KEPT_MONTHS = dt.timedelta(days=31 * (SHOWN_MONTHS + 1))


def count_months() -> int:
    """How many months were counted: the one that runs each time, the others once a day. Those that
    are not shown any more are forgotten."""
    now = timezone.now()
    fresh = dict.fromkeys(
        CountedMonth.objects.filter(counted_at__gt=now - ANEW_AFTER).values_list("begin", "end")
    )
    due = [month for month in shown_months() if month.end > now or month[1:] not in fresh]
    for month in due:
        _count(month, now)
    CountedMonth.objects.filter(end__lt=now - KEPT_MONTHS).delete()
    return len(due)


def _count(month: Month, now: dt.datetime) -> None:
    numbers = numbers_of([month])
    CountedMonth.objects.update_or_create(
        begin=month.begin,
        end=month.end,
        defaults={
            "received": numbers.received.get(0, 0),
            "decided": [[verb, reason, n] for (_, verb, reason), n in numbers.decided.items()],
            "median": numbers.median.get(0),
            "counted_at": now,
        },
    )
