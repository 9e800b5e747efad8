import pytest

from tests.comments.making import open_page, posted, published
from tests.making import SmallSite, small_site
from tests.parallel import in_threads
from wagtail_prcouncil.comments.actions.voting import vote
from wagtail_prcouncil.comments.models import CommentVote, ReaderComment, Thread


def _counts() -> tuple[int, int]:
    comment = ReaderComment.objects.get()
    return comment.likes, comment.dislikes


def test_one_vote_of_a_browser_that_it_may_change_and_take_back(site: SmallSite) -> None:
    comment = published(open_page(site))
    seen, before = [], Thread.objects.get().version
    for likes, by in ((True, "a"), (True, "a"), (True, "b"), (False, "a"), (None, "a")):
        vote(comment, likes=likes, by=by)
        seen.append(_counts())
    assert seen == [(1, 0), (1, 0), (2, 0), (1, 1), (1, 0)]
    assert Thread.objects.get().version > before, "what is kept of the thread is old"


def test_only_what_is_published_is_voted_on(site: SmallSite) -> None:
    vote(posted(open_page(site)), likes=True, by="a")
    assert not CommentVote.objects.exists()


@pytest.mark.needs("postgres")
@pytest.mark.django_db(transaction=True)
def test_votes_at_once_are_all_counted() -> None:
    comment = published(open_page(small_site()))
    in_threads([lambda by=by: vote(comment, likes=by < "c", by=by) for by in "aabbccdd"])
    assert _counts() == (2, 2)
    assert CommentVote.objects.count() == 4
