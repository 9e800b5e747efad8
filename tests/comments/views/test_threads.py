"""Addresses of threads as anonymous readers, caches and scripts ask for them."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.comments.making import open_page, published
from tests.comments.reading import answered, long_thread, published_twice
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.public.strands import REPLIES_A_PAGE, ROOTS_SHOWN

PART = {"X-Requested-With": "fetch"}


def test_a_script_gets_the_window_alone(site: SmallSite) -> None:
    page = open_page(site)
    long_thread(page, ROOTS_SHOWN + 5)
    address = f"/comments/thread/{page.pk}/"
    whole = Client().get(address)
    part = Client().get(address, headers=PART)
    assert "<html" in whole.content.decode()
    html = part.content.decode()
    assert "<html" not in html
    assert html.count('<article class="prc-comment"') == ROOTS_SHOWN
    assert "X-Requested-With" in part["Vary"]
    assert part["ETag"] != whole["ETag"]
    onward = re.search(r'href="([^"]+)" data-prc-onward', html)
    assert onward
    rest = Client().get(onward[1].replace("&amp;", "&"), headers=PART).content.decode()
    assert rest.count('<article class="prc-comment"') == 5
    assert "data-prc-onward" not in rest


def test_the_oldest_come_first_where_that_is_asked_for(site: SmallSite) -> None:
    page = open_page(site)
    long_thread(page, ROOTS_SHOWN + 5)
    html = Client().get(f"/comments/thread/{page.pk}/?order=oldest").content.decode()
    assert html.index("متن 0.") < html.index("متن 1.")
    assert "order=oldest&amp;after=" in html
    newest = Client().get(f"/comments/thread/{page.pk}/").content.decode()
    assert newest.index(f"متن {ROOTS_SHOWN + 4}.") < newest.index(f"متن {ROOTS_SHOWN + 3}.")
    assert "متن 0." not in newest


def test_a_comment_is_shown_with_all_replies_to_it(site: SmallSite) -> None:
    page = open_page(site)
    root = long_thread(page, 2, replies=REPLIES_A_PAGE + 5)[0]
    replies = list(ReaderComment.objects.filter(parent=root).order_by("posted_at"))
    html = Client().get(f"/comments/c/{root.public_id}/").content.decode()
    assert html.count('<article class="prc-comment') == REPLIES_A_PAGE + 1
    assert f'id="c-{root.public_id}" aria-labelledby' in html
    assert "متن 1." not in html, "of another comment"
    last = Client().get(f"/comments/c/{replies[-1].public_id}/").content.decode()
    named = re.findall(r'prc-comment--named" id="c-([^"]+)"', last)
    assert named == [str(replies[-1].public_id)]
    assert f'id="c-{root.public_id}"' in last, "with what it answers"


@pytest.mark.parametrize("query", ["?before=x", "?after=1-x", "?before=9999999999999999-1-1"])
def test_a_position_that_is_none_is_no_page(site: SmallSite, query: str) -> None:
    page = open_page(site)
    comment = published(page)
    for address in (f"/comments/thread/{page.pk}/", f"/comments/c/{comment.public_id}/"):
        assert Client().get(f"{address}{query}").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["thread/0/", "thread/999999999999999999/", "thread/9999999999999999999/", "thread/1/feed/",
     "c/1/", "c/00000000-0000-4000-8000-000000000000/", "thread/-1/", "thread/%D9%A1/"],
)  # fmt: skip
def test_what_there_is_not_is_not_found(site: SmallSite, address: str) -> None:
    open_page(site)
    assert Client().get(f"/comments/{address}").status_code == 404


def test_a_position_beyond_the_end_is_an_empty_page_with_a_way_back(site: SmallSite) -> None:
    page = open_page(site)
    published(page)
    response = Client().get(f"/comments/thread/{page.pk}/?before=1-1")
    assert response.status_code == 200
    assert "prc-empty" in response.content.decode()


def test_t3_threads_are_read_and_nothing_else(site: SmallSite) -> None:
    page = open_page(site)
    comment, _reply = published_twice(page, "متن")
    for path in (f"thread/{page.pk}/", f"thread/{page.pk}/feed/", f"c/{comment.public_id}/"):
        client = Client(enforce_csrf_checks=True)
        assert client.post(f"/comments/{path}").status_code == 405
        before = ReaderComment.objects.values().order_by("pk")
        kept = list(before)
        assert client.head(f"/comments/{path}").status_code == 200
        assert list(before.all()) == kept


def test_more_comments_are_no_more_queries(site: SmallSite) -> None:
    page = open_page(site)
    address = f"/comments/thread/{page.pk}/"
    published(page)

    def queries() -> int:
        Client().get(address)  # what is kept of the frame
        with CaptureQueriesContext(connection) as asked:
            assert Client().get(address).status_code == 200
        return len(asked)

    few = queries()
    answered(long_thread(page, 60, replies=40)[0], "پاسخ")
    assert queries() == few
