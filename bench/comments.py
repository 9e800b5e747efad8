"""Comments for measuring: one page with thousands of them, and a queue of many times as many."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import count
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.db.models import F
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone
from home.demo.loading import Tree
from wagtail.models import Page, Site

from wagtail_prcouncil.comments.models import CommentPolicy, ReaderComment, RuleHit, Thread
from wagtail_prcouncil.comments.states import Hold, Mode, Shown, Status
from wagtail_prcouncil.comments.tokens import new_token
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.pages.keyset import Position

MOST = 10_000
"""Published on the one page, however large N is; ten times as many wait in the queue."""
PAGES = 50
BATCH = 2_000
AT_ONCE = 50
REPLIES = 10  # every tenth comment is a reply
NO_LIMITS = {
    "COMMENTS_HARD_LIMIT": 10**9,
    "COMMENTS_HARD_LIMIT_PAGE": 10**9,
}

WORDS = "برای آب روستای ما هم فکری بکنید. هر سال همین است و کسی پاسخ نمی‌دهد."

_numbers = count(1)


def grow(tree: Tree, total: int) -> None:
    """Let there be `total` published comments on the middle item and ten times as many pending, on
    items around it."""
    news = commented(tree)
    CommentPolicy.objects.get_or_create(
        page_id=tree.indexes["ministry"].pk, defaults={"mode": Mode.OPEN}
    )
    threads = [_thread(page) for page in news]
    total = min(total, MOST)
    here = ReaderComment.objects.filter(thread=threads[0]).count()
    _write(_published(threads[0], here, total))
    Thread.objects.filter(pk=threads[0].pk).update(approved=total, version=F("version") + 1)
    waiting = ReaderComment.objects.pending().count()
    _write(_pending(threads[1:], waiting, 10 * total))


def commented(tree: Tree) -> list[NewsPage]:
    """The page with the many comments first."""
    own = NewsPage.objects.child_of(tree.indexes["ministry"]).order_by("published_at", "pk")
    return list(own[:PAGES])


def _thread(page: NewsPage) -> Thread:
    thread = Thread.objects.filter(page=page).first() or Thread(page=page)
    thread.refile(page)
    thread.save()
    return thread


def _published(thread: Thread, start: int, stop: int) -> Iterator[ReaderComment]:
    parent = None
    for number in range(start, stop):
        comment = _comment(thread, number, Status.APPROVED)
        comment.shown = Shown.TEXT
        if number % REPLIES == 0:
            comment.parent = parent
        elif number % REPLIES == 1:
            comment.save()
            parent = comment
            continue
        yield comment


def _pending(threads: list[Thread], start: int, stop: int) -> Iterator[ReaderComment]:
    for number in range(start, stop):
        comment = _comment(threads[number % len(threads)], number, Status.PENDING)
        if number % 3 == 0:
            comment.hold_codes = [Hold.LINK.value]
        yield comment


def _comment(thread: Thread, number: int, status: Status) -> ReaderComment:
    text = f"دیدگاه شمارهٔ {number}: {WORDS}"
    return ReaderComment(
        thread=thread,
        status=status,
        name="شهروند نمونه",
        text=text,
        public_text=text,
        folded=text,
        nonce=f"bench-{next(_numbers)}",
        address_hash=f"{number % 5000:064d}",
        text_hash=f"{number % 9000}",
        posted_at=timezone.now() - dt.timedelta(days=30, seconds=-number),
    )


def _write(comments: Iterator[ReaderComment]) -> None:
    batch: list[ReaderComment] = []
    for comment in comments:
        batch.append(comment)
        if len(batch) == BATCH:
            _store(batch)
            batch = []
    _store(batch)


def _store(batch: list[ReaderComment]) -> None:
    RuleHit.objects.bulk_create(
        RuleHit(comment=comment, code=code, start=8, end=20)
        for comment in ReaderComment.objects.bulk_create(batch)
        for code in comment.hold_codes
    )


def older(page: Page) -> str:
    """The address of the window in the middle of the page's thread."""
    roots = ReaderComment.objects.filter(thread__page=page, parent=None).order_by("posted_at", "pk")
    middle = roots[roots.count() // 2]
    place = Position(middle.posted_at, middle.pk)
    return f"{reverse('prcouncil_comments:thread', args=[page.pk])}?before={place}"


def post(page: Page) -> Callable[[], object]:
    """A reader sends a comment that he had a minute for; each from an address of his own."""
    client = Client()
    address, site = reverse("prcouncil_comments:post", args=[page.pk]), Site.objects.get()

    def call() -> object:
        number = next(_numbers)
        token = new_token(page.pk, site.pk)
        token = token._replace(issued_at=token.issued_at - dt.timedelta(minutes=1))
        sent = {
            "name": "شهروند",
            "text": f"این دیدگاه شمارهٔ {number} است و دربارهٔ آب روستا می‌گوید.",
            "token": str(token),
        }
        came_from = ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0))
        with override_settings(WAGTAIL_PRCOUNCIL=NO_LIMITS):
            response = client.post(address, sent, REMOTE_ADDR=came_from)
        assert response.status_code == 303, f"the form answers {response.status_code}"
        return response

    return call


def queue() -> Callable[[], object]:
    client, address = _moderator(), reverse("prcouncil_comments_queue")

    def call() -> object:
        response = client.get(address)
        assert response.status_code == 200, f"the queue answers {response.status_code}"
        return response

    return call


def bare() -> Callable[[], object]:
    """A page of the admin with nothing on it, for the same moderator: Wagtail's own frame."""
    client, address = _moderator(), reverse("bench_bare")

    def call() -> object:
        response = client.get(address)
        assert response.status_code == 200, f"the bare page answers {response.status_code}"
        return response

    return call


def approve() -> Callable[[], object]:
    """Fifty of the queue at once, as its form sends them."""
    client, address = _moderator(), reverse("prcouncil_comments_bulk")

    def call() -> object:
        first = ReaderComment.objects.pending().in_order_of_work()[:AT_ONCE]
        chosen = [f"{pk}:{version}" for pk, version in first.values_list("pk", "version")]
        sent = urlencode({"id": chosen, "verb": "approve"}, doseq=True)
        response = client.post(address, sent, "application/x-www-form-urlencoded")
        assert response.status_code in (200, 302, 303), f"approval answers {response.status_code}"
        return response

    return call


def _moderator() -> Client:
    name = "bench-moderator"
    users = get_user_model().objects
    user = users.filter(username=name).first() or users.create_superuser(name, "", "secret")
    client = Client()
    client.force_login(user)
    return client
