"""Readers like and dislike published comments, where a site lets them."""

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.comments.making import open_page, published
from tests.comments.writing import browser_like, hidden_fields
from tests.making import SmallSite, chosen
from wagtail_prcouncil.comments.limits import MOST_SAID
from wagtail_prcouncil.comments.models import CommentVote, ReaderComment


@pytest.fixture
def _votes() -> Iterator[None]:
    with chosen(COMMENTS_VOTES=True):
        yield


def address(comment: ReaderComment) -> str:
    return f"/comments/c/{comment.public_id}/vote/"


def test_without_the_setting_there_is_nothing(site: SmallSite) -> None:
    comment = published(open_page(site))
    assert Client().get(address(comment)).status_code == 404
    assert Client().post(address(comment), {"answer": "like"}).status_code == 404


@pytest.mark.usefixtures("_votes")
def test_a_reader_likes_changes_and_takes_back(site: SmallSite) -> None:
    comment, client = published(open_page(site)), browser_like()
    seen = []
    for answer in ("like", "dislike", "none"):
        hidden = hidden_fields(client.get(address(comment)).content.decode())
        response = client.post(address(comment), hidden | {"answer": answer})
        assert (response.status_code, response["Location"]) == (303, address(comment))
        now = ReaderComment.objects.get()
        seen.append((now.likes, now.dislikes))
    assert seen == [(1, 0), (0, 1), (0, 0)]


@pytest.mark.usefixtures("_votes")
def test_t12_who_votes_for_ever_is_not_counted(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MOST_SAID, "vote", 1)
    comment = published(open_page(site))
    for _ in range(3):
        assert Client().post(address(comment), {"answer": "like"}).status_code == 303
    assert ReaderComment.objects.get().likes == 1


@pytest.mark.usefixtures("_votes")
def test_what_is_no_vote_counts_nothing(site: SmallSite) -> None:
    comment = published(open_page(site))
    assert Client().post(address(comment), {"answer": "x"}).status_code == 400
    assert browser_like().post(address(comment), {"answer": "like"}).status_code == 403
    assert not CommentVote.objects.exists()


def test_the_thread_tells_how_many_like_a_comment(site: SmallSite) -> None:
    """Only where the site asks, and never older than the last vote."""
    page = open_page(site)
    comment = published(page)
    assert address(comment) not in Client().get(page.url).content.decode()
    with chosen(COMMENTS_VOTES=True):
        shown = Client().get(page.url).content.decode()
        assert address(comment) in shown
        assert "۱" not in shown.partition(address(comment))[2].partition("</a>")[0]
        Client().post(address(comment), {"answer": "like"})
        shown = Client().get(page.url).content.decode()
        assert "۱" in shown.partition(address(comment))[2].partition("</a>")[0]
