"""A letter goes into the outbox with the change that it tells of, or is taken out again."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils import timezone

from wagtail_prcouncil.outbox.models import EMPTIED, LONGEST_SUBJECT, Message


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail to one recipient; `key` names event and recipient, `about` what it is about."""

    key: str
    to: str
    subject: str
    text: str
    html: str = ""
    about: str = ""
    due_at: dt.datetime | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def put(
    key: str,
    to: str,
    subject: str,
    text: str,
    html: str = "",
    about: str = "",
    due_at: dt.datetime | None = None,
    headers: Mapping[str, str] | None = None,
) -> None:
    """One letter into the outbox; see `put_all`."""
    put_all([Letter(key, to, subject, text, html, about, due_at, headers or {})])


def put_all(letters: Iterable[Letter]) -> None:
    """Have letters sent once the caller's transaction is committed, and not before they are due.

    A letter whose key was put before is passed over. One query.
    """
    now = timezone.now()
    rows = [
        Message(
            key=letter.key,
            about=letter.about,
            to=letter.to,
            # A line break in a header would refuse the mail, or begin another header.
            subject=" ".join(letter.subject.split())[:LONGEST_SUBJECT],
            text=letter.text,
            html=letter.html,
            headers=dict(letter.headers),
            due_at=letter.due_at or now,
        )
        for letter in letters
    ]
    Message.objects.bulk_create(rows, ignore_conflicts=True)


def withdraw(key: str) -> bool:
    """Let a letter that has not gone out stay untold; whether there was one."""
    return bool(Message.objects.waiting().filter(key=key).delete()[0])


def withdraw_about(abouts: Iterable[str]) -> int:
    """Let all that has not gone out about these things stay untold; how many letters it was."""
    return Message.objects.waiting().about(abouts).delete()[0]


def withdraw_beginning(keys: Iterable[str]) -> int:
    """Let all that has not gone out stay untold whose key begins with one of these
    ("press.invited:17:"); how many letters it was."""
    wanted = [Q(key__startswith=key) for key in keys]
    if not wanted:
        return 0
    return Message.objects.waiting().filter(reduce(or_, wanted)).delete()[0]


def empty(abouts: Iterable[str]) -> None:
    """Withdraw all letters about these things, and leave no word of those that are over."""
    rows = Message.objects.about(abouts)
    rows.waiting().delete()
    rows.update(**EMPTIED)
