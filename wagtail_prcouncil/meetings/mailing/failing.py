"""Which addresses of a mailing list get nothing: the outbox gave mail to them up."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q

from wagtail_prcouncil.meetings.mailing.addressees import RECIPIENT
from wagtail_prcouncil.meetings.models import Recipient
from wagtail_prcouncil.outbox.models import Message


class Failure(NamedTuple):
    """What the server said ("SMTPRecipientsRefused 550"), and when."""

    error: str
    at: dt.datetime


def failures(recipients: Iterable[Recipient]) -> dict[int, Failure]:
    """By recipient: of the address that stands there now, and unless a later mail has gone out.
    The outbox keeps no address of what it gave up; its keys name the recipient. Two queries."""
    rows = {f"{RECIPIENT}{row.pk}": row for row in recipients}
    given_up = Message.objects.filter(key__startswith="meetings.", given_up_at__isnull=False)
    found: dict[str, Failure] = {}
    told = given_up.order_by("given_up_at").values_list("key", "error", "given_up_at")
    for key, error, at in told:
        name = _name_in(key)
        if name in rows and at is not None and at > rows[name].address_since:
            found[name] = Failure(error, at)
    healed = _sent_since(found)
    return {rows[name].pk: failure for name, failure in found.items() if name not in healed}


def _sent_since(found: dict[str, Failure]) -> set[str]:
    wanted = Q(pk__in=())
    for name, failure in found.items():
        wanted |= Q(key__endswith=f":{name}", sent_at__gt=failure.at)
    if not found:
        return set()
    sent = Message.objects.filter(wanted, key__startswith="meetings.")
    return {_name_in(key) for key in sent.values_list("key", flat=True)}


def _name_in(key: str) -> str:
    """Of "meetings.invited:17:2:r12" the last: "r12"."""
    return key.rpartition(":")[2]
