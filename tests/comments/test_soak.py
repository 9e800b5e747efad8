"""Eight readers at once who send and send: nothing is lost, nothing is stored twice, and queue and
thread cost what they cost before. CI sends some hundreds; `make soak` sends ten thousand.
"""

import datetime as dt
import os
import time
from collections.abc import Callable
from functools import partial
from statistics import median

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.comments.making import open_page
from tests.making import NewsPage, chosen, small_site
from tests.parallel import in_threads
from wagtail_prcouncil.comments.actions import decide_many
from wagtail_prcouncil.comments.models import ReaderComment, RuleHit, Thread
from wagtail_prcouncil.comments.states import Status, Verb
from wagtail_prcouncil.comments.tokens import new_token

READERS = 8
POSTS = int(os.environ.get("PRCOUNCIL_SOAK", "400"))
TWICE = 10  # every tenth presses the button once more
NO_LIMITS = {"COMMENTS_HARD_LIMIT": 10**9, "COMMENTS_HARD_LIMIT_PAGE": 10**9}
QUEUE_QUERIES, THREAD_QUERIES = 12, 4

pytestmark = [
    pytest.mark.needs("postgres"),
    pytest.mark.django_db(transaction=True),
]


def test_no_comment_is_lost_or_stored_twice(admin_client: Client) -> None:
    site = small_site()
    pages = [open_page(site) for _ in range(3)]
    numbers = range(POSTS)
    took: list[float] = []
    began = time.perf_counter()
    with chosen(**NO_LIMITS):
        in_threads(
            [_reader(pages, site.site.pk, numbers[own::READERS], took) for own in range(READERS)]
        )
    _tell(f"\n{POSTS / (time.perf_counter() - began):.0f} posts a second by {READERS} at once")
    _tell("a post, first tenth", took[: len(took) // 10])
    _tell("a post, last tenth", took[-len(took) // 10 :])
    stored = ReaderComment.objects.values_list("text", flat=True)
    assert sorted(stored) == sorted(map(_text, numbers))
    assert Thread.objects.count() == len(pages)
    assert not RuleHit.objects.exclude(comment__in=ReaderComment.objects.all()).exists()
    _queue_and_thread_are_as_quick(admin_client, pages[0])


def _tell(what: str, took: list[float] | None = None) -> None:
    """For whoever runs `make soak`: medians in milliseconds, by the clock."""
    print(what, f"{median(took) * 1000:.0f} ms" if took else "")  # noqa: T201


def _timed(ask: Callable[[], object], times: int = 20) -> list[float]:
    """How many seconds each of so many took."""
    took = []
    for _time in range(times):
        began = time.perf_counter()
        ask()
        took.append(time.perf_counter() - began)
    return took


def _text(number: int) -> str:
    return f"دیدگاه شمارهٔ {number} دربارهٔ آب روستای ما."


def _reader(
    pages: list[NewsPage], site_id: int, numbers: range, took: list[float]
) -> Callable[[], None]:
    """One who sends the comments with these numbers, each from a form of its own, and adds how
    long each took."""
    client = Client()

    def send() -> None:
        for number in numbers:
            page = pages[number % len(pages)]
            token = new_token(page.pk, site_id)
            token = token._replace(issued_at=token.issued_at - dt.timedelta(minutes=1))
            sent = {"name": f"خواننده {number}", "text": _text(number), "token": str(token)}
            for _press in range(2 if number % TWICE == 0 else 1):
                began = time.perf_counter()
                response = client.post(
                    reverse("prcouncil_comments:post", args=[page.pk]),
                    sent,
                    REMOTE_ADDR=f"192.0.{number // 250 % 250}.{number % 250}",
                )
                took.append(time.perf_counter() - began)
                assert response.status_code == 303, response.status_code

    return send


def _queue_and_thread_are_as_quick(moderator: Client, page: NewsPage) -> None:
    queue = partial(moderator.get, reverse("prcouncil_comments_queue"))
    thread = partial(
        Client().get,
        reverse("prcouncil_comments:thread", args=[page.pk]),
        headers={"X-Requested-With": "fetch"},
    )
    bare = _timed(lambda: Client().get(page.get_url()))
    _tell("an article, for comparison", bare)
    queue()  # content types are known from now on
    with CaptureQueriesContext(connection) as asked:
        assert queue().status_code == 200
    assert len(asked) <= QUEUE_QUERIES, [query["sql"] for query in asked]
    _tell(f"queue, {len(asked)} queries", _timed(queue))
    for _batch in range(0, POSTS, 100):
        some = ReaderComment.objects.pending().order_by("pk")[:100]
        decide_many({comment.pk: comment.version for comment in some}, Verb.APPROVE, by=None)
    assert set(ReaderComment.objects.values_list("status", flat=True)) == {Status.APPROVED}
    with CaptureQueriesContext(connection) as asked:
        assert thread().status_code == 200
    # Which site, which page, what is private: asked for with every address.
    assert len(asked) <= THREAD_QUERIES + 3, [query["sql"] for query in asked]
    _tell(f"thread, {len(asked)} queries", _timed(thread))
