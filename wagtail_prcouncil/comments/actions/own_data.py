"""A reader asks for his own comments, and erases them."""

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.core.cache import cache
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from wagtail_prcouncil.comments.actions.erasing import erase
from wagtail_prcouncil.comments.actions.errors import CommentError
from wagtail_prcouncil.comments.addresses import own_data_path
from wagtail_prcouncil.comments.models import MailedLink
from wagtail_prcouncil.comments.own_data.exporting import comments_of
from wagtail_prcouncil.comments.senders import email_hash, mail_to
from wagtail_prcouncil.comments.states import Reason
from wagtail_prcouncil.outbox.actions import put

VALID_FOR = dt.timedelta(days=7)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
MOST_TO_ONE = 3
"""Links to one address in a day; who asks again is told the same as before."""
MOST_OF_ONE = 10
"""Asked for from one network address in an hour."""
MOST_OF_ALL = 500
"""Mailed in an hour to everybody, whatever caches say. Who asks for addresses that are not known
here does not use it up for others."""


class TooManyLinksError(CommentError):
    """More is asked for than readers do (HTTP 429)."""

    def __init__(self) -> None:
        super().__init__(_("This was asked for very often just now. Please try again in an hour."))


class LinkOverError(CommentError):
    """The link has been used, or its time is over."""

    def __init__(self) -> None:
        super().__init__(_("This link is not valid any more."))


class Erased(NamedTuple):
    """How many comments were erased, and how many the law demands to keep."""

    erased: int
    held: int


@transaction.atomic
def ask_for_link(email: str, *, asker: str, root: str) -> None:
    """Have a link to his comments mailed to whoever reads mail at `email`, if there are any. The
    caller learns nothing of that: what is done takes as long either way.

    `asker` is a hash of where this comes from, `root` where the site is served. Raises
    TooManyLinksError.
    """
    _check_limits(asker)
    hashed = email_hash(email)
    now = timezone.now()
    recent = MailedLink.objects.filter(email_hash=hashed, made_at__gt=now - DAY)
    is_enough = recent.count() >= MOST_TO_ONE
    is_known = comments_of(hashed).exists()
    is_mailed = is_known and not is_enough
    secret = secrets.token_urlsafe(32)
    link = MailedLink.objects.create(
        purpose=MailedLink.Purpose.OWN_DATA,
        secret_hash=hash_of(secret),
        email_hash=hashed,
        ends_at=now + VALID_FOR if is_mailed else now,  # what nobody is told opens nothing
    )
    subject = _("Your comments")
    words = {
        "address": f"{root}{own_data_path(secret)}?lang={get_language()}",
        "subject": subject,
        "language": get_language(),
        "is_rtl": get_language_bidi(),
    }
    text = render_to_string("prcouncil_comments/mail/own_data.txt", words)
    html = render_to_string("prcouncil_comments/mail/own_data.html", words)
    if is_mailed:
        put(f"comments.own_data:{link.pk}", email, subject, text, html, about=mail_to(hashed))


def _check_limits(asker: str) -> None:
    """That of one place is kept in the cache: an emptied cache, or none, leaves that of all."""
    recent = MailedLink.objects.filter(made_at__gt=timezone.now() - HOUR)
    if recent.filter(ends_at__gt=F("made_at")).count() >= MOST_OF_ALL:
        raise TooManyLinksError
    key = f"prcouncil_comments.own_data.{asker}"
    times = cache.get(key) or 0
    if asker and times >= MOST_OF_ONE:
        raise TooManyLinksError
    cache.set(key, times + 1, HOUR.total_seconds())


def hash_of(secret: str) -> str:
    """A secret of 256 random bits needs no slow hash."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def link_of(secret: str) -> MailedLink | None:
    """The link that was mailed with the secret, as long as it is valid."""
    rows = MailedLink.objects.filter(purpose=MailedLink.Purpose.OWN_DATA, used_at=None)
    return rows.filter(secret_hash=hash_of(secret), ends_at__gt=timezone.now()).first()


@transaction.atomic
def erase_own(link: MailedLink, public_ids: Iterable[UUID | str] | None = None) -> Erased:
    """Erase those of the reader's comments, or all of them where None is given. This uses up the
    link; of two at once, one does it. Raises LinkOverError."""
    end_link(link)
    rows = comments_of(link.email_hash)
    if public_ids is not None:
        rows = rows.filter(public_id__in=list(public_ids))
    keys = list(rows.values_list("pk", flat=True))
    erased = erase(keys, reason=Reason.OWN_WISH)
    return Erased(len(erased), len(keys) - len(erased))


def end_link(link: MailedLink) -> None:
    """Let the link open nothing any more. Raises LinkOverError where it does not already."""
    now = timezone.now()
    rows = MailedLink.objects.filter(pk=link.pk, used_at=None, ends_at__gt=now)
    if not rows.update(used_at=now):
        raise LinkOverError
