import pytest
from django.core.exceptions import PermissionDenied

from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import erase
from wagtail_prcouncil.comments.models import Decision, ReaderComment, Thread
from wagtail_prcouncil.comments.states import Reason, Shown, Status


def test_a_comment_with_replies_leaves_its_place(site: SmallSite) -> None:
    page = open_page(site)
    root = published(page)
    published(page, parent=root)
    erase([root.pk], reason=Reason.OWN_WISH)
    root.refresh_from_db()
    assert (root.status, root.shown, root.text, root.name) == (
        Status.ERASED,
        Shown.TOMBSTONE,
        "",
        "",
    )
    assert Thread.objects.get().approved == 1


def test_it_is_done_once(site: SmallSite) -> None:
    comment = posted(open_page(site))
    assert len(erase([comment.pk], reason=Reason.RETENTION)) == 1
    assert erase([comment.pk], reason=Reason.RETENTION) == []
    assert Decision.objects.get().reason == Reason.RETENTION


def test_a_legal_hold_keeps_it(site: SmallSite) -> None:
    comment = posted(open_page(site))
    ReaderComment.objects.update(is_held_by_law=True)
    assert erase([comment.pk], reason=Reason.OWN_WISH) == []
    assert ReaderComment.objects.get().text


def test_of_several_all_or_none(site: SmallSite) -> None:
    here, there = posted(open_page(site)), posted(open_page(site, english_of=open_page(site)))
    by = moderator(site.section)
    ReaderComment.objects.filter(pk=there.pk).update(thread=_elsewhere(there))
    with pytest.raises(PermissionDenied):
        erase([here.pk, there.pk], reason=Reason.ILLEGAL, by=by)
    assert not ReaderComment.objects.filter(status=Status.ERASED).exists()


def _elsewhere(comment: ReaderComment) -> Thread:
    Thread.objects.filter(pk=comment.thread_id).update(section_id=None, page=None)
    return Thread.objects.get(pk=comment.thread_id)
