"""What waits in the outbox goes out: each message by one process, and if it can be, once.

Between the moment in which a server has taken a message and the one in which that is noted, a
process may be killed; the message then goes a second time, under the same Message-ID, by which
mail programs know it for the same. The log tells keys and codes, never an address or a word.
"""

import datetime as dt
import hashlib
import logging
import smtplib
from collections import Counter
from email.utils import parseaddr
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F, Q
from django.utils import timezone

from wagtail_prcouncil.clock.attempts import Attempt
from wagtail_prcouncil.compat import mail_backend
from wagtail_prcouncil.outbox.models import EMPTIED, Message

logger = logging.getLogger("wagtail_prcouncil.outbox")

AT_ONCE = 200
"""Messages of one run; what remains goes with the next tick."""
LEASE = dt.timedelta(minutes=10)
"""For how long whoever sends a message is believed to be at it."""
FIRST_PAUSE = dt.timedelta(minutes=1)
LAST_PAUSE = dt.timedelta(hours=6)
MOST_FAILURES = 8
"""Attempts, over some twelve hours: greylisting and most repairs of a server pass meanwhile."""


def send_waiting() -> Counter[str]:
    """Send what is due, the oldest first; how many were "sent", "postponed" and "given up".

    May be called by several processes at once. Raises what the mail backend does when no
    connection can be had; messages then wait as they are, for it is not theirs.
    """
    told: Counter[str] = Counter()
    backend = mail_backend()
    try:
        for key in _due():
            message = _take(key)
            if message is not None:
                told[_send(message, backend)] += 1
    finally:
        with Attempt():
            backend.close()
    if told:
        logger.info("Mail: %s.", ", ".join(f"{number} {what}" for what, number in told.items()))
    return told


def _due() -> list[int]:
    rows = Message.objects.waiting().filter(_free(timezone.now()))
    return list(rows.order_by("due_at", "pk").values_list("pk", flat=True)[:AT_ONCE])


def _free(now: dt.datetime) -> Q:
    return (Q(taken_until=None) | Q(taken_until__lte=now)) & Q(due_at__lte=now)


def _take(pk: int) -> Message | None:
    """One statement looks and takes: of two processes the second changes no row."""
    now = timezone.now()
    until = now + LEASE
    if not Message.objects.waiting().filter(_free(now), pk=pk).update(taken_until=until):
        return None
    return Message.objects.filter(pk=pk, taken_until=until).first()


def _send(message: Message, backend: BaseEmailBackend) -> str:
    """What became of it, in a word."""
    mine = Message.objects.filter(pk=message.pk, taken_until=message.taken_until)
    try:
        backend.open()
    except OSError:  # SMTPException is one
        mine.update(taken_until=None)
        raise
    with Attempt() as attempt:
        backend.send_messages([_mail(message)])
    if attempt.raised is None:
        mine.update(sent_at=timezone.now(), taken_until=None, error="", **EMPTIED)
        return "sent"
    with Attempt():
        backend.close()  # what state it is in is not known; the next message opens a new one
    return _postpone(message, attempt.raised, mine)


def _mail(message: Message) -> EmailMultiAlternatives:
    mail = EmailMultiAlternatives(message.subject, message.text, to=[message.to])
    named = hashlib.blake2b(message.key.encode(), digest_size=16).hexdigest()
    host = parseaddr(mail.from_email)[1].rpartition("@")[2] or "localhost"
    mail.extra_headers = {
        "Message-ID": f"<{named}.{message.pk}@{host}>",
        "Auto-Submitted": "auto-generated",  # RFC 3834: no holiday notes in return
        **message.headers,
    }
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    return mail


def _postpone(message: Message, raised: Exception, mine: Any) -> str:
    now = timezone.now()
    code = _code(raised)
    told = f"{type(raised).__name__} {code}".strip()
    is_over = _is_final(raised, code) or message.failures + 1 >= MOST_FAILURES
    logger.warning("Mail %s was not sent: %s.", message.key, told)
    noted: dict[str, Any] = {"failures": F("failures") + 1, "error": told, "taken_until": None}
    if is_over:
        mine.update(given_up_at=now, **noted, **EMPTIED)
        return "given up"
    pause = min(FIRST_PAUSE * 4**message.failures, LAST_PAUSE)
    mine.update(due_at=now + pause, **noted)
    return "postponed"


def _code(raised: Exception) -> str:
    """The server's number. Its sentence quotes the address, and is not kept."""
    if isinstance(raised, smtplib.SMTPRecipientsRefused):
        return str(next(iter(raised.recipients.values()))[0])
    return str(raised.smtp_code) if isinstance(raised, smtplib.SMTPResponseException) else ""


def _is_final(raised: Exception, code: str) -> bool:
    """A recipient that is refused for good, or what is no address at all."""
    is_refused = isinstance(raised, smtplib.SMTPRecipientsRefused) and code.startswith("5")
    return is_refused or isinstance(raised, ValueError)
