"""Long threads, and all that readers see of a comment, for tests of the public side."""

import datetime as dt
from uuid import uuid4

from django.test import Client
from wagtail.models import Page

from tests.comments.making import published
from wagtail_prcouncil.comments.models import OfficialReply, ReaderComment, Thread
from wagtail_prcouncil.comments.states import AnswerStatus, Shown, Status

START = dt.datetime(2026, 3, 21, tzinfo=dt.UTC)


def long_thread(page: Page, roots: int, *, replies: int = 0) -> list[ReaderComment]:
    """Published comments, a minute apart, oldest first; `replies` hang on the oldest."""
    thread = Thread.objects.get_or_create(page=page, defaults={"page_title": page.title})[0]
    made = ReaderComment.objects.bulk_create(_published(thread, number) for number in range(roots))
    ReaderComment.objects.bulk_create(
        _published(thread, roots + number, made[0]) for number in range(replies)
    )
    Thread.objects.filter(pk=thread.pk).update(approved=roots + replies, version=1)
    return made


def _published(thread: Thread, number: int, parent: ReaderComment | None = None) -> ReaderComment:
    return ReaderComment(
        thread=thread,
        parent=parent,
        name=f"شهروند {number}",
        text=f"متن {number}.",
        public_text=f"متن {number}.",
        status=Status.APPROVED,
        shown=Shown.TEXT,
        nonce=uuid4().hex,
        posted_at=START + dt.timedelta(minutes=number),
        decided_at=START + dt.timedelta(days=1),
    )


def answered(comment: ReaderComment, text: str, **fields: object) -> OfficialReply:
    """An official reply, published unless said."""
    return OfficialReply.objects.create(
        comment=comment,
        text=text,
        **{
            "agency_name": "سازمان نمونهٔ آب",
            "status": AnswerStatus.PUBLISHED,
            "published_at": START,
            **fields,
        },
    )


def surfaces(page: Page, comment: ReaderComment | None = None) -> dict[str, str]:
    """What an anonymous reader gets of a thread at each of its addresses; "404" where there is
    nothing, "" for a page that shows no thread."""
    addresses = {
        "article": page.url,
        "thread": f"/comments/thread/{page.pk}/",
        "oldest first": f"/comments/thread/{page.pk}/?order=oldest",
        "feed": f"/comments/thread/{page.pk}/feed/",
    }
    if comment is not None:
        addresses["permalink"] = f"/comments/c/{comment.public_id}/"
    shown = {name: _read(address) for name, address in addresses.items()}
    shown["part"] = _read(addresses["thread"], {"X-Requested-With": "fetch"})
    if 'id="comments"' not in shown["article"] and shown["article"] != "404":
        shown["article"] = ""
    return shown


def _read(address: str, headers: dict[str, str] | None = None) -> str:
    response = Client().get(address, headers=headers)
    if response.status_code == 200:
        return response.content.decode()
    return str(response.status_code)


def published_twice(page: Page, text: str) -> tuple[ReaderComment, ReaderComment]:
    """A comment and a reply to it, both published."""
    root = published(page, text)
    return root, published(page, "پاسخ یک خواننده", parent=root)
