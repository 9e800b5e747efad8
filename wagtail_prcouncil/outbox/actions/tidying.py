"""Rows of the outbox that have served."""

import datetime as dt

from django.db.models import Q
from django.utils import timezone

from wagtail_prcouncil import conf
from wagtail_prcouncil.outbox.models import Message


def tidy(*, is_dry: bool = False) -> int:
    """Delete what was sent or given up OUTBOX_KEPT_DAYS ago; how many rows that are."""
    before = timezone.now() - dt.timedelta(days=conf.outbox_kept_days())
    rows = Message.objects.filter(Q(sent_at__lt=before) | Q(given_up_at__lt=before))
    return rows.count() if is_dry else rows.delete()[0]
