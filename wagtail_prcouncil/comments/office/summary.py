"""The figures above every report of moderation: what came, how fast it was decided, what waits."""

import datetime as dt
from typing import NamedTuple

from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.office.groupings import Waited
from wagtail_prcouncil.comments.office.spans import Days
from wagtail_prcouncil.comments.quantities import span_as_read
from wagtail_prcouncil.comments.scopes import Scope, within
from wagtail_prcouncil.comments.statistics import Spans, waits_of
from wagtail_prcouncil.pages.numerals import in_numerals

DAY = dt.timedelta(days=1)


class Figure(NamedTuple):
    """A number in words, and what it is."""

    words: str | Promise
    value: str


def of_days(days: Days, scope: Scope, waited: Waited) -> list[Figure]:
    """One query over the span, beside that for how long comments waited."""
    came = within(ReaderComment.objects.all(), scope)
    received = came.filter(posted_at__gte=days.begin, posted_at__lt=days.end).count()
    together = sum(waited.values(), Spans())
    waits = waits_of(together)
    return [
        Figure(_("received"), in_numerals(received)),
        Figure(_("decided"), in_numerals(together.total())),
        Figure(_("half within"), span_as_read(waits.median if waits else None)),
        Figure(_("nine in ten within"), span_as_read(waits.ninetieth if waits else None)),
    ]


def of_queue(scope: Scope) -> list[Figure]:
    """What waits now, whatever days are asked for. One query."""
    now = timezone.now()
    pending = within(ReaderComment.objects.pending(), scope)
    older = {
        f"older_{days}": Count("pk", filter=Q(posted_at__lt=now - days * DAY)) for days in (1, 3, 7)
    }
    queue = pending.aggregate(all=Count("pk"), oldest=Min("posted_at"), **older)
    oldest = now - queue["oldest"] if queue["oldest"] else None
    return [
        Figure(_("wait now"), in_numerals(queue["all"])),
        Figure(_("is how long the oldest waits"), span_as_read(oldest)),
        Figure(_("wait for more than a day"), in_numerals(queue["older_1"])),
        Figure(_("for more than three days"), in_numerals(queue["older_3"])),
        Figure(_("for more than a week"), in_numerals(queue["older_7"])),
    ]
