"""Whom a decision is told: the author, by mail, where he asked for it.

Mail holds no word of the comment itself, nor of the reply, for what is mailed cannot be erased; it
says what became of it and leads there. Its subject is of our own words alone.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from wagtail_prcouncil.comments.addresses import comment_path, unsubscribe_path
from wagtail_prcouncil.comments.models import Decision, OfficialReply, ReaderComment
from wagtail_prcouncil.comments.states import UNDO_WITHIN, Reason, Shown, Verb
from wagtail_prcouncil.outbox.actions import Letter, empty, put_all, withdraw, withdraw_about

WAIT = UNDO_WITHIN + dt.timedelta(seconds=30)
"""Between a decision and the mail that tells of it."""


class News(NamedTuple):
    """What became of a comment, for its author: the subject of the mail, and its first line."""

    subject: Promise
    sentence: Promise


DECIDED: dict[str, News] = {
    Verb.APPROVE: News(
        gettext_lazy("Your comment was published"),
        gettext_lazy("Your comment below this text was published:"),
    ),
    Verb.REJECT: News(
        gettext_lazy("Your comment was not published"),
        gettext_lazy("Your comment below this text was not published:"),
    ),
    Verb.TAKE_DOWN: News(
        gettext_lazy("Your comment is no longer shown"),
        gettext_lazy("Your comment below this text was published, and is no longer shown:"),
    ),
}
"""Decisions that authors are told of. Who sent spam is told nothing."""

ANSWERED = News(
    gettext_lazy("Your comment was answered"),
    gettext_lazy("The institution has answered your comment below this text:"),
)


def announce(decisions: Iterable[Decision]) -> None:
    """Put into the outbox what authors are told of these decisions, due later than they can be
    undone. What still waits to be told of an earlier decision is true no more, and stays untold.

    One query, and two more where somebody asked for it."""
    decisions = list(decisions)
    withdraw_about(f"comment:{one.comment_id}" for one in decisions)
    to_tell = [one for one in decisions if one.verb in DECIDED and _asked_for(one.comment)]
    if not to_tell:
        return
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    letters = []
    for decision in to_tell:
        key = f"comments.decided:{decision.comment_id}:{decision.version}"
        page = decision.comment.thread.page
        with translation.override(languages.get(page.locale_id) if page else None):
            why = dict(_reasons(decision))
            letters.append(_letter(key, decision.comment, DECIDED[decision.verb], why))
    put_all(letters)


def take_back(decision: Decision) -> None:
    """Let what was to be told of a decision stay untold: it was undone."""
    withdraw(f"comments.decided:{decision.comment_id}:{decision.version}")


def tell_again(approval: Decision) -> None:
    """What took a comment away was undone: let its author hear of the approval after all, unless he
    has heard of it already."""
    if approval.verb == Verb.APPROVE and timezone.now() < approval.at + WAIT:
        announce([approval])


def forget(comment_ids: Iterable[int]) -> None:
    """Empty and withdraw all mail about these comments: they are erased, or no mail is wanted."""
    empty(f"comment:{pk}" for pk in comment_ids)


def announce_answer(reply: OfficialReply) -> None:
    """Put into the outbox that the author's comment has an official reply."""
    if not _asked_for(reply.comment):
        return
    key = f"comments.answered:{reply.comment_id}:{reply.version}"
    page = reply.comment.thread.page
    with translation.override(page.locale.language_code if page else None):
        told = {"agency_name": reply.agency_name}
        put_all([_letter(key, reply.comment, ANSWERED, told)])


def take_back_answer(reply: OfficialReply) -> None:
    """Let the news of an official reply stay untold: it was withdrawn, one version later."""
    withdraw(f"comments.answered:{reply.comment_id}:{reply.version - 1}")


def _asked_for(comment: ReaderComment) -> bool:
    return bool(comment.wants_mail and comment.email)


def _reasons(decision: Decision) -> Iterator[tuple[str, str]]:
    """Why, in the words of the list, and what moderators wrote to the author."""
    # Another reason is one that only the note names, which is for colleagues.
    if decision.reason and decision.reason != Reason.OTHER:
        yield "reason", str(Reason(decision.reason).label)
    if decision.comment.note_to_author:
        yield "note", decision.comment.note_to_author


def _letter(key: str, comment: ReaderComment, news: News, told: dict[str, str]) -> Letter:
    root = _root_of(comment)
    path = unsubscribe_path(comment.public_id)  # empty where `comments.urls` is left out
    stop = f"{root}{path}" if root and path else ""
    is_shown = comment.shown == Shown.TEXT
    words = {
        **told,
        "subject": str(news.subject),
        "sentence": str(news.sentence),
        "page_title": comment.thread.page_title,
        "address": f"{root}{comment_path(comment.public_id)}" if root and is_shown else "",
        "stop": stop,
        "language": translation.get_language(),
        "is_rtl": translation.get_language_bidi(),
    }
    headers = {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
    }
    return Letter(
        key,
        comment.email,
        str(news.subject),
        render_to_string("prcouncil_comments/mail/decided.txt", words),
        render_to_string("prcouncil_comments/mail/decided.html", words),
        about=f"comment:{comment.pk}",
        due_at=timezone.now() + WAIT,
        headers=headers if stop else {},
    )


def _root_of(comment: ReaderComment) -> str:
    """Where the page's site is served, "https://ministry.example"; empty for a page without."""
    page = comment.thread.page
    address = urlsplit((page.full_url if page else "") or "")
    return f"{address.scheme}://{address.netloc}" if address.netloc else ""
