import datetime as dt

import pytest
from django.db import connection
from django.http import Http404, QueryDict
from django.test.utils import CaptureQueriesContext

from tests.comments.making import open_page, published
from tests.comments.reading import START, answered, long_thread
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ReaderComment, Thread
from wagtail_prcouncil.comments.public.conversations import conversation_of
from wagtail_prcouncil.comments.public.strands import (
    IN_FEED,
    REPLIES_A_PAGE,
    REPLIES_SHOWN,
    ROOTS_SHOWN,
    newest_of,
    replies_to,
    shown_comments,
    strands_of,
)
from wagtail_prcouncil.comments.states import AnswerStatus
from wagtail_prcouncil.pages.keyset import Window


def _window(thread: Thread | int | None, query: str = "", *, oldest_first: bool = False) -> Window:
    key = thread.pk if isinstance(thread, Thread) else thread
    return strands_of(key, QueryDict(query.lstrip("?")), oldest_first=oldest_first)


@pytest.mark.parametrize("oldest_first", [False, True])
def test_sixty_comments_are_walked_through_by_key(site: SmallSite, oldest_first: bool) -> None:
    made = long_thread(open_page(site), 60)
    ReaderComment.objects.filter(pk__in=[c.pk for c in made[18:22]]).update(posted_at=START)
    expected = sorted(ReaderComment.objects.all(), key=lambda c: (c.posted_at, c.pk))
    expected = expected if oldest_first else expected[::-1]
    thread, walked, query = made[0].thread, [], ""
    windows = []
    while query is not None:
        window = _window(thread, query, oldest_first=oldest_first)
        windows.append(window)
        walked += [strand.comment for strand in window.items]
        query = window.newer_url if oldest_first else window.older_url
    assert walked == expected
    assert [len(window.items) for window in windows] == [ROOTS_SHOWN] * 3
    back = windows[2].older_url if oldest_first else windows[2].newer_url
    again = _window(thread, back, oldest_first=oldest_first)
    assert [s.comment for s in again.items] == [s.comment for s in windows[1].items]


def test_a_thread_of_many_costs_what_one_of_few_does(site: SmallSite) -> None:
    """Queries: one for what the policy allows, one each for thread, comments and replies."""
    page = open_page(site)
    conversation_of(page.pk)
    made = long_thread(page, 200, replies=50)
    conversation = conversation_of(page.pk)
    assert conversation is not None
    with CaptureQueriesContext(connection) as asked:
        window = _window(conversation.thread_id, oldest_first=True)
    assert len(asked) == 2, [query["sql"] for query in asked]
    assert [len(strand.replies) for strand in window.items[:2]] == [REPLIES_SHOWN, 0]
    assert window.items[0].has_more
    with CaptureQueriesContext(connection) as asked:
        told = [(s.comment.name, s.comment.public_text, s.answer, s.url) for s in window.items]
        told += [(r.comment.name, r.comment.public_text, r.answer) for r in window.items[0].replies]
    assert len(asked) == 0
    assert made[0].name == told[0][0]


def test_what_was_sent_stays_in_the_database(site: SmallSite) -> None:
    published(open_page(site), email="a@example.ir")
    comment = shown_comments().get()
    left = {"text", "email", "address_hash", "email_hash", "note", "folded"}
    assert left <= comment.get_deferred_fields()


def test_replies_at_one_moment_are_bounded_too(site: SmallSite) -> None:
    made = long_thread(open_page(site), 1, replies=REPLIES_SHOWN + 3)
    ReaderComment.objects.filter(parent=made[0]).update(posted_at=START + dt.timedelta(days=1))
    strand = _window(made[0].thread).items[0]
    assert len(strand.replies) == REPLIES_SHOWN
    assert strand.has_more


def test_as_many_as_there_is_room_for_are_no_more(site: SmallSite) -> None:
    made = long_thread(open_page(site), 1, replies=REPLIES_SHOWN)
    strand = _window(made[0].thread).items[0]
    assert (len(strand.replies), strand.has_more) == (REPLIES_SHOWN, False)


def test_the_official_reply_is_there_once_published(site: SmallSite) -> None:
    comment = published(open_page(site))
    reply = answered(comment, "پاسخ")
    assert _window(comment.thread).items[0].answer == reply
    reply.status = AnswerStatus.WITHDRAWN
    reply.save()
    assert _window(comment.thread).items[0].answer is None


def test_a_reply_is_found_among_hundreds(site: SmallSite) -> None:
    root = long_thread(open_page(site), 1, replies=REPLIES_A_PAGE * 2 + 5)[0]
    replies = list(ReaderComment.objects.filter(parent=root).order_by("posted_at"))
    wanted = replies[REPLIES_A_PAGE + 3]
    found = replies_to(root, QueryDict(), around=wanted)
    assert found.items[0].comment == wanted
    assert found.older_url
    assert found.newer_url
    first = replies_to(root, QueryDict(), around=replies[3])
    assert [s.comment for s in first.items] == replies[:REPLIES_A_PAGE]
    assert first.older_url is None


def test_the_newest_are_told_replies_among_them(site: SmallSite) -> None:
    page = open_page(site)
    made = long_thread(page, IN_FEED, replies=10)
    told = [strand.comment for strand in newest_of(made[0].thread_id)]
    assert len(told) == IN_FEED
    assert told[0].parent_id == made[0].pk
    assert told == sorted(told, key=lambda c: c.posted_at, reverse=True)
    assert newest_of(None) == []


def test_a_position_that_is_none(site: SmallSite) -> None:
    thread = long_thread(open_page(site), 1)[0].thread
    with pytest.raises(Http404):
        _window(thread, "before=x")


def test_indexes_lead_to_what_is_shown(site: SmallSite) -> None:
    """Neither by walking through the comments of other pages, nor by sorting those of this one."""
    made = long_thread(open_page(site), 40, replies=REPLIES_SHOWN + 2)
    long_thread(open_page(site), 60)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "postgresql":
            cursor.execute("SET enable_seqscan = off")
    with CaptureQueriesContext(connection) as asked:
        _window(made[0].thread, oldest_first=True)
    roots, replies = (_plan(query["sql"]) for query in asked)
    assert "readercomment_thread" in roots
    assert "readercomment_replies" in roots
    assert "readercomment_replies" in replies


def _plan(sql: str) -> str:
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        cursor.execute(f"{explain} {sql}".replace("%", "%%"))
        return "\n".join(str(row[-1]) for row in cursor.fetchall())
