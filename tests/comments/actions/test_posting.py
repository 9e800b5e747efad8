import pytest
from wagtail.models import Page

from tests.comments.making import open_page, posted, published
from tests.making import SmallSite, live_news
from wagtail_prcouncil.comments.actions import ClosedError, RefusedError, erase
from wagtail_prcouncil.comments.models import CommentPolicy, ReaderComment, Thread
from wagtail_prcouncil.comments.states import Mode, Reason


def test_a_page_without_a_policy_takes_none(site: SmallSite) -> None:
    with pytest.raises(ClosedError):
        posted(live_news(site))
    assert not Thread.objects.exists()


def test_nor_does_one_that_was_closed_a_moment_ago(site: SmallSite) -> None:
    page = open_page(site)
    CommentPolicy.objects.update(mode=Mode.CLOSED)
    with pytest.raises(ClosedError):
        posted(page)


def test_the_same_form_twice_is_one_comment(site: SmallSite) -> None:
    """T13: also with other words in it the second time."""
    page = open_page(site)
    first = posted(page, "نخست", nonce="same")
    assert posted(page, "دوباره", nonce="same") == first
    assert ReaderComment.objects.get().text == "نخست"


def test_mail_needs_an_address(site: SmallSite) -> None:
    page = open_page(site)
    assert not posted(page, wants_mail=True).wants_mail
    assert posted(page, wants_mail=True, email="reader@example.org").wants_mail


@pytest.mark.parametrize("parent", ["pending", "reply", "elsewhere", "erased"])
def test_what_cannot_be_answered(site: SmallSite, parent: str) -> None:
    """T24: one sentence for all of them."""
    page = open_page(site)
    root = published(page)
    parents = {
        "pending": lambda: posted(page),
        "reply": lambda: published(page, parent=root),
        "elsewhere": lambda: published(open_page(site)),
        "erased": lambda: _erased(page),
    }
    with pytest.raises(RefusedError) as refusal:
        posted(page, parent=parents[parent]())
    assert refusal.value.field == "parent"


def _erased(page: Page) -> ReaderComment:
    comment = published(page)
    erase([comment.pk], reason=Reason.OWN_WISH)
    return ReaderComment.objects.get(pk=comment.pk)
