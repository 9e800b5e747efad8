"""T12, T19: soft limits hold, and what cannot be counted holds too."""

import datetime as dt
from itertools import count as counted
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.comments.making import open_page, posted
from tests.comments.rules.making import USUAL, examined
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ReaderComment, Thread
from wagtail_prcouncil.comments.rules.many import many
from wagtail_prcouncil.comments.states import Urgency

_numbers = counted(1)


@pytest.fixture
def thread(site: SmallSite) -> Thread:
    return posted(open_page(site)).thread


def sent(thread: Thread, count: int, minutes: int = 5, **fields: Any) -> None:
    at = timezone.now() - dt.timedelta(minutes=minutes)
    fields = {"address_hash": USUAL.address_hash} | fields
    ReaderComment.objects.bulk_create(
        ReaderComment(thread=thread, nonce=f"sent-{next(_numbers)}", posted_at=at, **fields)
        for _each in range(count)
    )


def limits(settings: Any, **most: object) -> None:
    none = dict.fromkeys(("address", "email", "page", "site"))
    settings.WAGTAIL_PRCOUNCIL = {"COMMENTS_LIMITS": none | most}


def details(thread: Thread) -> list[str]:
    return [hit.detail for hit in many(examined(thread=thread))]


@pytest.mark.parametrize("kind", ["address", "email", "page", "site"])
def test_as_many_as_usual_and_one_more(kind: str, thread: Thread, settings: Any) -> None:
    limits(settings, **{kind: 4})
    # One is there already, of another sender: it counts for the page and the site.
    before = 3 if kind in ("page", "site") else 4
    sent(thread, before - 1, email_hash=USUAL.email_hash)
    assert details(thread) == []
    sent(thread, 1, minutes=6, email_hash=USUAL.email_hash)
    assert details(thread) == [kind]


def test_an_hour_ago_is_long_ago(thread: Thread, settings: Any) -> None:
    limits(settings, address=2)
    sent(thread, 5, minutes=61)
    assert details(thread) == []


def test_a_sender_waits_and_a_busy_page_does_not(thread: Thread, settings: Any) -> None:
    limits(settings, address=1, page=1)
    sent(thread, 1)
    hits = {hit.detail: hit.urgency for hit in many(examined(thread=thread))}
    assert hits == {"address": Urgency.LATER, "page": Urgency.NORMAL}


def test_senders_without_an_address_share_one_limit(thread: Thread, settings: Any) -> None:
    limits(settings, address=2)
    sent(thread, 2, address_hash="")
    unknown = examined(thread=thread, sender=USUAL._replace(address_hash=""))
    assert [hit.detail for hit in many(unknown)] == ["address"]


@pytest.mark.parametrize("most", [0, -1, "5", 2.5])
def test_a_limit_that_cannot_be_kept_holds(most: object, thread: Thread, settings: Any) -> None:
    """It fails to hold, and never open."""
    limits(settings, address=most)
    assert details(thread) == ["address"]


def test_a_limit_of_something_unknown_holds(thread: Thread, settings: Any) -> None:
    limits(settings, adress=5)
    assert details(thread) == ["adress"]


def test_all_limits_are_one_query(thread: Thread) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        many(examined(thread=thread))
    assert len(queries) == 1
