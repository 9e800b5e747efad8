"""More comments within an hour than readers usually send: from one network or mail address, on one
page, on the whole site. Rows are counted, so no cache that is lost or emptied opens anything.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any, cast

from django.db.models import Exists, QuerySet
from django.utils import timezone

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.models import ReaderComment, RuleHit, Thread
from wagtail_prcouncil.comments.rules.findings import Examined, Hit
from wagtail_prcouncil.comments.states import Hold, Urgency

HOUR = dt.timedelta(hours=1)

_BY: dict[str, Callable[[Examined], dict[str, Any]]] = {
    "address": lambda examined: {"address_hash": examined.sender.address_hash},
    "email": lambda examined: {"email_hash": examined.sender.email_hash},
    "page": lambda examined: {"thread": examined.thread.pk},
    "site": lambda examined: {},
}
_OF_SENDER = ("address", "email")


def many(examined: Examined) -> list[Hit]:
    """One hit for each limit of COMMENTS_LIMITS that this comment goes beyond.

    A limit that is no number, or of something else, cannot be kept and holds everything. Senders
    without an address are counted as one. What one sender sends too much of waits; a page or a site
    on which many write is busy, and that is nobody's fault. One query, that reads no more rows than
    the limits.
    """
    over, counted = unkept(), {}
    for name, most in conf.comments_limits().items():
        if name in over or most is None or (name == "email" and not examined.sender.email_hash):
            continue
        counted[f"over_{name}"] = Exists(_nth_newest(cast("int", most), _BY[name](examined)))
    if counted:
        found = Thread.objects.filter(pk=examined.thread.pk).values(**counted).first()
        over += [name.removeprefix("over_") for name, is_over in (found or {}).items() if is_over]
    return [
        Hit(
            Hold.MANY,
            RuleHit.Field.SENDER,
            detail=f"{name}"[:40],
            urgency=Urgency.LATER if name in _OF_SENDER else Urgency.NORMAL,
        )
        for name in over
    ]


def unkept() -> list[str]:
    """Limits in the settings by which nothing can be counted."""
    return [
        name
        for name, most in conf.comments_limits().items()
        if name not in _BY or not (most is None or (isinstance(most, int) and most > 0))
    ]


def _nth_newest(most: int, alike: dict[str, Any]) -> QuerySet[ReaderComment]:
    """The last of `most` comments that came within the hour, if there were as many."""
    rows = ReaderComment.objects.filter(posted_at__gt=timezone.now() - HOUR, **alike)
    return rows.order_by("-posted_at")[most - 1 : most]
