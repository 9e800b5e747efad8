"""How a comment of the demo came, what moderators did to it, and when."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, User
from django.db.models import QuerySet
from django.utils import timezone

from home.demo.tables import made
from wagtail_prcouncil.comments.actions import Because, decide, erase, post, redact
from wagtail_prcouncil.comments.actions.answering import draft_answer, publish_answer
from wagtail_prcouncil.comments.actions.banning import ban
from wagtail_prcouncil.comments.models import Ban, Decision, OfficialReply, ReaderComment
from wagtail_prcouncil.comments.rules import Entry, Sender
from wagtail_prcouncil.comments.senders import address_hash, email_hash
from wagtail_prcouncil.comments.states import Reason, Status, Verb
from wagtail_prcouncil.news.models import NewsPage

WHERE = "comments.toml"
DONE: Mapping[str, tuple[Verb, ...]] = {
    Status.PENDING: (),
    Status.APPROVED: (Verb.APPROVE,),
    Status.REJECTED: (Verb.REJECT,),
    Status.SPAM: (Verb.MARK_SPAM,),
    Status.ERASED: (Verb.APPROVE, Verb.ERASE),
    "redacted": (Verb.REDACT, Verb.APPROVE),
    "reopened": (Verb.REJECT, Verb.REOPEN),
    "taken_down": (Verb.APPROVE, Verb.TAKE_DOWN),
}
"""What moderators did until a comment was what the file says; what hangs on it came after the first
of that."""
BAN_FOR = dt.timedelta(days=14)

_numbers = count(1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What the institution says to it, `hours` after it came."""

    agency: str
    text: str
    hours: int = 24
    is_draft: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A comment or a reply, `hours` after its page was published, else `days` ago; moderators took
    `decided` hours. `decoy` and `seconds` are what a program gives itself away by."""

    name: str
    text: str
    days: int = 0
    hours: int | None = None
    decided: int = 2
    news: str = ""
    english: bool = False
    status: str = Status.PENDING.value
    reason: str = ""
    note: str = ""
    to_author: str = ""
    redacted: str = ""
    email: str = ""
    wants_mail: bool = False
    sender: str = ""
    is_banned: bool = False
    likes: int = 0
    decoy: bool = False
    seconds: int = 90
    replies: Sequence[Mapping[str, Any]] = ()
    answer: Mapping[str, Any] | None = None


def say(said: Said, page: NewsPage, parent: ReaderComment | None = None) -> None:
    comment = post(
        page,
        Entry(name=said.name, text=said.text.strip(), email=said.email, raw_text=said.text),
        Sender(
            address_hash=address_hash(said.sender),
            email_hash=email_hash(said.email),
            seconds=said.seconds,
            decoy=said.decoy,
        ),
        nonce=f"demo-{next(_numbers)}",
        parent=parent,
        wants_mail=said.wants_mail,
    )
    came = _came(said, page, comment)
    ReaderComment.objects.filter(pk=comment.pk).update(posted_at=came, likes=said.likes)
    verbs = DONE[said.status]
    shown = verbs.index(Verb.APPROVE) + 1 if Verb.APPROVE in verbs else len(verbs)
    for verb in verbs[:shown]:
        _do(comment, verb, said)
    for row in said.replies:
        comment.refresh_from_db()
        say(made(Said, row, WHERE), page, comment)
    for verb in verbs[shown:]:
        _do(comment, verb, said)
    _backdate(comment, said, came)
    administrator = _login(is_superuser=True)
    if administrator is not None:
        _respond(comment, said, came, administrator)


def _came(said: Said, page: NewsPage, comment: ReaderComment) -> dt.datetime:
    """After its page was published and before now, none at a full hour."""
    minutes = dt.timedelta(minutes=7 * comment.pk % 60)
    now, begin = timezone.now(), page.published_at or timezone.now()
    if said.hours is not None:
        return min(begin + dt.timedelta(hours=said.hours) + minutes, now)
    return min(max(now - dt.timedelta(days=said.days) - minutes, begin + minutes), now)


def _login(**which: Any) -> User | None:
    return User.objects.filter(**which).order_by("pk").first()


def _do(comment: ReaderComment, verb: Verb, said: Said) -> None:
    comment.refresh_from_db()
    by = _login(username="moderator")
    seen = comment.version
    if verb == Verb.ERASE:
        erase([comment.pk], reason=Reason(said.reason))
    elif verb == Verb.REDACT:
        by = by or _login(is_superuser=True)
        if by is not None:
            redact(comment.pk, said.redacted, expected_version=seen, by=by)
    else:
        decide(comment.pk, verb, expected_version=seen, by=by, because=_why(verb, said))


def _why(verb: Verb, said: Said) -> Because | None:
    if verb == Verb.REOPEN:
        return Because(Reason.OTHER, note=said.note)
    return Because(Reason(said.reason), note_to_author=said.to_author) if said.reason else None


def _backdate(comment: ReaderComment, said: Said, came: dt.datetime) -> None:
    """Let decisions be as old as the comment makes them; the ledger itself lets nobody do that."""
    at = min(came + dt.timedelta(hours=said.decided), timezone.now())
    QuerySet.update(Decision.objects.filter(comment=comment), at=at)
    decided = ReaderComment.objects.filter(pk=comment.pk, decided_at__isnull=False)
    decided.update(decided_at=at)


def _respond(
    comment: ReaderComment, said: Said, came: dt.datetime, administrator: AbstractBaseUser
) -> None:
    if said.is_banned:
        until = timezone.now() + BAN_FOR
        why = "تبلیغ پیاپی یک فروشگاه"
        ban(comment.pk, Ban.Kind.ADDRESS, until=until, why=why, by=administrator)
    if said.answer is None:
        return
    answer = made(Answer, said.answer, WHERE)
    draft_answer(comment.pk, answer.agency, answer.text, expected_version=0, by=administrator)
    if answer.is_draft:
        return
    publish_answer(comment.pk, expected_version=1, by=administrator)
    at = min(came + dt.timedelta(hours=answer.hours), timezone.now())
    OfficialReply.objects.filter(comment=comment).update(published_at=at)
