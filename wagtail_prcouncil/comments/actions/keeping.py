"""How long what is known of authors is kept. Each rule looks at what there is to do, works in
batches, and does nothing the second time; what is under legal hold, none of them touches."""

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.actions.erasing import erase
from wagtail_prcouncil.comments.actions.showing import lock_threads_of
from wagtail_prcouncil.comments.models import (
    Ban,
    Decision,
    HashKey,
    MailedLink,
    ReaderComment,
    ReaderReport,
)
from wagtail_prcouncil.comments.states import DECIDED, Reason, Status
from wagtail_prcouncil.outbox.actions import tidy

logger = logging.getLogger("wagtail_prcouncil.comments")

BATCH = 500
"""Rows of one transaction: readers and moderators wait for no longer one."""


def keep_to_rules(*, is_dry: bool = False) -> dict[str, int]:
    """Empty, erase and delete what has been kept for as long as the settings say; how many rows
    each rule was about. Nothing is written where `is_dry`."""
    now = timezone.now()
    told = {name: rule(now, is_dry) for name, rule in RULES.items()}
    if not is_dry and any(told.values()):
        counts = ", ".join(f"{name} {number}" for name, number in told.items() if number)
        logger.info("Kept for as long as allowed: %s.", counts)
    return told


def _email_addresses(now: dt.datetime, is_dry: bool) -> int:
    """Of decided comments; the hash stays, by which an author finds what is his."""
    before = now - dt.timedelta(days=conf.comments_email_kept_days())
    rows = _free().filter(status__in=DECIDED, decided_at__lt=before)
    due = rows.filter(email__gt="") | rows.filter(wants_mail=True)
    return _each(due, is_dry, lambda batch: batch.update(email="", wants_mail=False))


def _refused_comments(now: dt.datetime, is_dry: bool) -> int:
    before = now - dt.timedelta(days=conf.comments_refused_kept_days())
    due = _free().filter(status__in=(Status.REJECTED, Status.SPAM), decided_at__lt=before)
    return _each(due, is_dry, _erased)


def _undecided_comments(now: dt.datetime, is_dry: bool) -> int:
    """Nobody has come to them in so long a time; their authors do not wait any more. One that was
    reopened waits from then on."""
    before = now - dt.timedelta(days=conf.comments_pending_kept_days())
    looked_at = Decision.objects.filter(comment=OuterRef("pk"), at__gte=before)
    due = _free().filter(~Exists(looked_at), status=Status.PENDING, posted_at__lt=before)
    return _each(due, is_dry, _erased)


def _hash_keys(now: dt.datetime, is_dry: bool) -> int:
    """What was hashed by a key that is gone, nobody can try addresses on. One that a comment under
    legal hold was hashed by stays with it."""
    held = ReaderComment.objects.filter(
        is_held_by_law=True,
        posted_at__gte=OuterRef("begins_at"),
        posted_at__lt=OuterRef("ends_at"),
    )
    due = HashKey.objects.filter(~Exists(held), ends_at__lt=_recognised_since(now))
    return due.count() if is_dry else due.delete()[0]


def _network_addresses(now: dt.datetime, is_dry: bool) -> int:
    """Hashes by keys that are over, and with them who of several comments was the same."""
    since = _recognised_since(now)
    keys = HashKey.objects.filter(ends_at__gte=since).order_by("begins_at")
    oldest = keys.values_list("begins_at", flat=True).first()
    due = _free().filter(address_hash__gt="", posted_at__lt=min(oldest or since, since))
    return _each(due, is_dry, lambda batch: batch.update(address_hash=""))


def _recognised_since(now: dt.datetime) -> dt.datetime:
    return now - dt.timedelta(days=conf.comments_address_kept_days())


def _words_of_reports(now: dt.datetime, is_dry: bool) -> int:
    before = now - dt.timedelta(days=conf.comments_refused_kept_days())
    is_over = Q(closed_at__lt=before) | Q(closed_at=None, at__lt=before)
    due = ReaderReport.objects.filter(is_over, words__gt="")
    due = due.filter(comment__is_held_by_law=False)
    return _each(due, is_dry, lambda batch: batch.update(words=""))


def _mailed_links(now: dt.datetime, is_dry: bool) -> int:
    due = MailedLink.objects.filter(ends_at__lt=now)
    return due.count() if is_dry else due.delete()[0]


def _bans(now: dt.datetime, is_dry: bool) -> int:
    """That are over for as long as network addresses are recognised."""
    due = Ban.objects.filter(until__lt=_recognised_since(now))
    return due.count() if is_dry else due.delete()[0]


def _sent_mail(now: dt.datetime, is_dry: bool) -> int:
    return tidy(is_dry=is_dry)


RULES: dict[str, Callable[[dt.datetime, bool], int]] = {
    "email addresses": _email_addresses,
    "refused comments": _refused_comments,
    "undecided comments": _undecided_comments,
    "network addresses": _network_addresses,
    "hash keys": _hash_keys,
    "words of reports": _words_of_reports,
    "mailed links": _mailed_links,
    "bans": _bans,
    "sent mail": _sent_mail,
}


def _free() -> QuerySet[ReaderComment]:
    return ReaderComment.objects.filter(is_held_by_law=False)


def _each(due: QuerySet[Any], is_dry: bool, change: Callable[[QuerySet[Any]], int]) -> int:
    if is_dry:
        return due.count()
    return sum(_changed(due.filter(pk__in=keys), change) for keys in _batches(due))


def _batches(due: QuerySet[Any]) -> Iterator[list[int]]:
    """Keys in their order; one that is not due any more after its batch is not asked for again."""
    last = 0
    while keys := list(due.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        yield keys
        last = keys[-1]


@transaction.atomic
def _changed(batch: QuerySet[Any], change: Callable[[QuerySet[Any]], int]) -> int:
    return change(batch)


def _erased(batch: QuerySet[ReaderComment]) -> int:
    lock_threads_of(batch.values_list("pk", flat=True))
    # Asked for anew: a moderator may have come to one of them a moment ago.
    keys = list(batch.values_list("pk", flat=True))
    return len(erase(keys, reason=Reason.RETENTION))
