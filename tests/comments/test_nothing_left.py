"""T22: after an erasure nothing is left, wherever it is looked for."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache, caches
from django.db import connection
from django.test import Client
from wagtail.models import ModelLogEntry

from tests.comments.making import moderator, open_page, posted, published
from tests.comments.reading import surfaces
from tests.comments.writing import send
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import Because, decide, erase, redact
from wagtail_prcouncil.comments.actions.answering import draft_answer, publish_answer
from wagtail_prcouncil.comments.actions.own_data import ask_for_link
from wagtail_prcouncil.comments.models import (
    CommentVote,
    Decision,
    OfficialReply,
    ReaderComment,
    ReaderReport,
    RuleHit,
    Thread,
)
from wagtail_prcouncil.comments.own_data.exporting import as_json, comments_of
from wagtail_prcouncil.comments.senders import address_hash, email_hash
from wagtail_prcouncil.comments.states import Hold, Reason, Verb
from wagtail_prcouncil.outbox.actions import send_waiting
from wagtail_prcouncil.outbox.models import Message
from wagtail_prcouncil.ui.keeping import KEPT_FOR

NAME, EMAIL, ADDRESS = "ژیلاژیلا", "zhila-once@example.ir", "203.0.113.77"
WORD, NUMBER = "ژرفناپیما", "09121234567"
TEXT = f"دزدی {WORD} شمارهٔ من {NUMBER} است."
TRACES = (NAME, EMAIL, ADDRESS, WORD, NUMBER)


def in_database() -> Iterator[tuple[str, str]]:
    """Every value of every column of every table, as text, with where it stands."""
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    yield f"{table}.{name}", _text(value)


def in_caches() -> Iterator[tuple[str, str]]:
    """Every entry that a cache would still give, whichever cache the run has."""
    for alias in settings.CACHES:
        one = caches[alias]
        entries: dict[Any, Any] = getattr(one, "_cache", {})
        if isinstance(entries, dict):  # memory of the process
            keys = [key.rpartition(":")[2] for key in entries]
        else:
            keys = [key.decode().rpartition(":")[2] for key in entries.get_client().scan_iter()]
        for key in keys:
            yield f"{alias}: {key}", repr(one.get(key))


def _text(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode("utf-8", "replace")
    return str(value)


def found(places: Iterator[tuple[str, str]], *traces: str) -> set[str]:
    return {place for place, text in places for trace in traces if trace in text}


@pytest.fixture
def comment(site: SmallSite) -> ReaderComment:
    """One that has left a trace wherever a comment can: sent through the form, held by rules,
    redacted, published, answered with a quotation, reported, voted on, announced."""
    page = open_page(site)
    user = moderator(page)
    client = Client(REMOTE_ADDR=ADDRESS, enforce_csrf_checks=True)
    send(page, client, name=NAME, email=EMAIL, text=TEXT, wants_mail="on")
    made = ReaderComment.objects.get()
    assert made.address_hash == address_hash(ADDRESS)
    RuleHit.objects.create(comment=made, code=Hold.PERSONAL_DATA, start=5, end=9)
    redact(made.pk, f"{WORD} [حذف شده]", expected_version=1, by=user)
    because = Because(note=f"نام او {NAME}", note_to_author=f"{WORD} بماند")
    decide(made.pk, Verb.APPROVE, expected_version=2, by=user, because=because)
    draft_answer(made.pk, "روابط عمومی", f"نوشته‌اید {WORD}", expected_version=0, by=user)
    publish_answer(made.pk, expected_version=1, by=user)
    ReaderReport.objects.create(comment=made, reporter="a", reason="insult", words=f"{NAME} کیست")
    CommentVote.objects.create(comment=made, voter="b", is_like=True)
    return ReaderComment.objects.get()


def test_nothing_is_left_of_an_erased_comment(
    comment: ReaderComment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T22: in any table, cache, page, feed, mail or file."""
    page = comment.thread.page.specific
    assert any(WORD in html for html in surfaces(page, comment).values())
    assert {place.partition(".")[0] for place in found(in_database(), *TRACES)} >= {
        "prcouncil_comments_readercomment",
        "prcouncil_comments_officialreply",
        "prcouncil_comments_readerreport",
        "prcouncil_outbox_message",
    }
    assert found(in_caches(), WORD)
    assert not found(in_database(), ADDRESS)
    hashes = comment.address_hash, comment.email_hash, comment.text_hash
    assert all(hashes)

    (decision,) = erase([comment.pk], reason=Reason.OWN_WISH)

    assert found(in_database(), *TRACES, *hashes) == set()
    assert not any(WORD in html for html in surfaces(page, comment).values())
    # What was kept as HTML no page asks for any more; it goes within the minute.
    later = time.time() + KEPT_FOR + 1
    monkeypatch.setattr(time, "time", lambda: later)
    assert found(in_caches(), *TRACES) == set()
    assert as_json(comments_of(hashes[1])) == []
    assert (decision.after, decision.reason, decision.by) == ("erased", Reason.OWN_WISH, None)
    assert ModelLogEntry.objects.filter(action="prcouncil_comments.erase").count() == 1


def test_nothing_is_left_of_mail_that_was_sent(
    comment: ReaderComment, mailoutbox: list[Any]
) -> None:
    """T22: nor of the address that asked for its own data."""
    ask_for_link(EMAIL, asker="", root="https://ministry.example")
    Message.objects.update(due_at=comment.posted_at)
    assert send_waiting() == {"sent": 3}
    assert len(mailoutbox) == 3
    erase([comment.pk], reason=Reason.OWN_WISH)
    assert found(in_database(), *TRACES) == set()
    assert Message.objects.count() == 3


def test_what_hangs_on_it_stays_readable(comment: ReaderComment) -> None:
    """Its place is kept for the reply of another reader, whose words are his own."""
    page = comment.thread.page.specific
    published(page, "پاسخ خواننده‌ای دیگر", parent=comment)
    erase([comment.pk], reason=Reason.OWN_WISH)
    thread = Thread.objects.get()
    assert thread.approved == 1
    shown = surfaces(page)
    assert "پاسخ خواننده‌ای دیگر" in shown["thread"]
    assert OfficialReply.objects.get().text == ""
    assert list(Decision.objects.filter(comment=comment).values_list("verb", flat=True))[-1] == (
        "erase"
    )


def test_an_address_that_comes_back_is_a_new_one(site: SmallSite) -> None:
    """Nothing of the first is joined to what the same reader writes later."""
    page = open_page(site)
    comment = posted(page, email=EMAIL)
    erase([comment.pk], reason=Reason.OWN_WISH)
    cache.clear()
    assert not comments_of(email_hash(EMAIL)).exists()
