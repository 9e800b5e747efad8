"""What a comment of another system becomes here, or why it cannot."""

import datetime as dt
import hashlib

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.actions.posting import hash_of, thread_of
from wagtail_prcouncil.comments.cleaning import clean_email, clean_name, clean_text
from wagtail_prcouncil.comments.importing.items import SourceComment
from wagtail_prcouncil.comments.importing.pages import Pages
from wagtail_prcouncil.comments.models import LONGEST_NAME, ReaderComment, Thread
from wagtail_prcouncil.comments.senders import email_hash
from wagtail_prcouncil.comments.states import DECIDED, Shown, Status
from wagtail_prcouncil.persian.dates_parsing import parse_datetime
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.text import fold

AHEAD = dt.timedelta(hours=24)  # of now: another clock or zone; what lies further is a slip
LONGEST_NONCE = 64

STATUSES: dict[Status, tuple[str, ...]] = {
    Status.APPROVED: ("1", "approved", "published", "تأیید شده", "منتشر شده", "منتشرشده"),
    Status.PENDING: ("", "0", "hold", "pending", "unapproved", "در انتظار", "در انتظار بررسی"),
    Status.REJECTED: ("rejected", "trash", "رد شده", "ردشده"),
    Status.SPAM: ("spam", "هرزنامه"),
}
"""How sources call them; compared folded. What says nothing waits for a moderator."""

_BY_WORD = {fold(word): status for status, words in STATUSES.items() for word in words}


KEPT_DAYS = {
    Status.PENDING: conf.comments_pending_kept_days,
    Status.REJECTED: conf.comments_refused_kept_days,
    Status.SPAM: conf.comments_refused_kept_days,
}


class BadCommentError(Exception):
    """A comment that cannot be taken over; the sentence says why."""


class OutlivedError(Exception):
    """One that would be erased at once: refused (COMMENTS_REFUSED_KEPT_DAYS), or waiting for too
    long (COMMENTS_PENDING_KEPT_DAYS)."""


def let_wait(comment: ReaderComment) -> None:
    """A reply that cannot be shown yet: what it answers is not. Raises OutlivedError."""
    if _is_old(comment.posted_at, conf.comments_pending_kept_days()):
        raise OutlivedError
    comment.status, comment.shown, comment.decided_at = Status.PENDING, Shown.NOT, None


class Checker:
    """Turns comments of a source into unsaved ones. Asks for each page once."""

    def __init__(self, source: str, *, is_dry: bool) -> None:
        self._source, self._is_dry, self._pages = source, is_dry, Pages()
        self._threads: dict[int, Thread] = {}

    def check(self, comment: SourceComment, remarks: list[str]) -> ReaderComment:
        """Raises BadCommentError, OutlivedError. The thread is stored, but on a dry run."""
        if not comment.source_id:
            raise BadCommentError(gettext("It has no number of its own."))
        status = _status(comment.status)
        posted_at = _moment(comment.date)
        if status in KEPT_DAYS and _is_old(posted_at, KEPT_DAYS[status]()):
            raise OutlivedError
        name, text = _name(comment.name, remarks), _cleaned_text(comment.text)
        email = _email(comment.email, remarks)
        folded = fold(text)
        is_forgotten = status in DECIDED and _is_old(posted_at, conf.comments_email_kept_days())
        return ReaderComment(
            thread=self._thread(comment.page),
            status=status,
            shown=Shown.TEXT if status == Status.APPROVED else Shown.NOT,
            name=name,
            email="" if is_forgotten else email,
            email_hash=email_hash(email),
            text=text,
            public_text=text,
            folded=f"{fold(name)} {folded}",
            text_hash=hash_of(folded),
            nonce=nonce_of(self._source, comment.source_id),
            posted_at=posted_at,
            decided_at=posted_at if status in DECIDED else None,
        )

    def _thread(self, reference: str) -> Thread:
        page = self._pages.find(reference)
        if page is None:
            sentence = gettext("No page here that takes comments is meant by “%(text)s”.")
            raise BadCommentError(sentence % {"text": reference[:200]})
        if page.pk not in self._threads:
            made = Thread(page=page) if self._is_dry else thread_of(page)
            self._threads[page.pk] = made
        return self._threads[page.pk]


def nonce_of(source: str, source_id: str) -> str:
    """By which a comment is known to have come before."""
    named = f"import:{source}:{source_id}"
    if len(named) <= LONGEST_NONCE:
        return named
    return f"import:{hashlib.blake2b(named.encode(), digest_size=24).hexdigest()}"


def _status(word: str) -> Status:
    try:
        return _BY_WORD[fold(word)]
    except KeyError as error:
        sentence = gettext("“%(text)s” is no status. Write approved, pending, rejected or spam.")
        raise BadCommentError(sentence % {"text": word[:80]}) from error


def _moment(text: str) -> dt.datetime:
    try:
        moment = parse_datetime(text)
    except PersianError as error:
        sentence = gettext("“%(text)s” is no date. Write 1403/01/01 12:30 or 2024-03-20 12:30.")
        raise BadCommentError(sentence % {"text": text[:80]}) from error
    now = timezone.now()
    if moment > now + AHEAD:
        raise BadCommentError(gettext("“%(text)s” lies ahead.") % {"text": text[:80]})
    return min(moment, now)


def _is_old(moment: dt.datetime, days: int) -> bool:
    return moment < timezone.now() - dt.timedelta(days=days)


def _name(name: str, remarks: list[str]) -> str:
    if not name.strip():
        return gettext("Anonymous")
    if len(name.strip()) > LONGEST_NAME:
        remarks.append(gettext("The name was cut."))
    try:
        return clean_name(name.strip()[:LONGEST_NAME])
    except ValidationError:
        remarks.append(gettext("The name could not be taken over."))
        return gettext("Anonymous")


def _cleaned_text(text: str) -> str:
    try:
        return clean_text(text)
    except ValidationError as error:
        raise BadCommentError(" ".join(error.messages)) from error


def _email(email: str, remarks: list[str]) -> str:
    try:
        return clean_email(email)
    except ValidationError:
        remarks.append(gettext("The email address is none, and was left out."))
        return ""
