"""Mailing lists for tests, and what waits in the outbox."""

from typing import Any

from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.meetings.models import Recipient
from wagtail_prcouncil.outbox.models import Message


def recipient(council: CouncilPage, email: str, seat: Seat | None = None, **said: Any) -> Recipient:
    return Recipient.objects.create(council=council, seat=seat, email=email, **said)


def waiting(name: str = "") -> list[Message]:
    """Of one kind ("invited"), or all, in the order in which they were put."""
    return list(Message.objects.waiting().filter(key__startswith=f"meetings.{name}").order_by("pk"))


def only(name: str) -> Message:
    (found,) = waiting(name)
    return found


def to(name: str) -> list[str]:
    """Addresses that got one of a kind."""
    return sorted(message.to for message in waiting(name))
