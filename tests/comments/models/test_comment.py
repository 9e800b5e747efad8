import pytest
from django.db import IntegrityError, transaction

from tests.comments.making import open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import erase
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Reason, Shown, Status, Urgency


@pytest.mark.parametrize(
    "change",
    [{"shown": Shown.TEXT}, {"status": Status.APPROVED}, {"status": Status.ERASED}],
    ids=["shown unapproved", "approved unshown", "erased with its text"],
)
def test_the_database_refuses_what_cannot_be(site: SmallSite, change: dict[str, object]) -> None:
    comment = posted(open_page(site))
    with pytest.raises(IntegrityError), transaction.atomic():
        ReaderComment.objects.filter(pk=comment.pk).update(**change)


def test_its_name_in_logs_is_no_word_of_the_author(site: SmallSite) -> None:
    comment = posted(open_page(site), "متن", name="نام نویسنده")
    assert str(comment) == str(comment.public_id)[:8]


def test_what_a_thread_shows(site: SmallSite) -> None:
    page = open_page(site)
    root = published(page)
    reply = published(page, parent=root)
    posted(page)
    erase([root.pk], reason=Reason.OWN_WISH)
    assert list(ReaderComment.objects.published()) == [reply]
    assert set(ReaderComment.objects.shown()) == {root, reply}


def test_urgent_ones_first_then_the_oldest(site: SmallSite) -> None:
    page = open_page(site)
    first, second, third = (posted(page) for _ in range(3))
    ReaderComment.objects.filter(pk=third.pk).update(urgency=Urgency.URGENT)
    ReaderComment.objects.filter(pk=first.pk).update(urgency=Urgency.LATER)
    assert list(ReaderComment.objects.pending().in_order_of_work()) == [third, second, first]


def test_an_erased_one_is_not_said_to_be_redacted(site: SmallSite) -> None:
    comment = posted(open_page(site))
    assert not comment.is_redacted
    comment.public_text = "…"
    assert comment.is_redacted
    comment.status = Status.ERASED
    assert not comment.is_redacted
