import pytest

from tests.comments.making import open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.admin import tallies
from wagtail_prcouncil.comments.admin.tallies import fates, with_tallies
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.rules import Sender
from wagtail_prcouncil.comments.scopes import Scope

ALL = Scope(everything=True)


def test_counting_ends_somewhere(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    page, sender = open_page(site), Sender(address_hash="c" * 64, seconds=60)
    published(page, "سلام", sender=sender)
    for _ in range(3):
        posted(page, "سلام", sender=sender)
    everything = ReaderComment.objects.all()
    one = everything.order_by("-posted_at")[:1]
    row = with_tallies(one, ALL, found=everything, most=2).get()
    assert fates(row.sender_fates) == (1, 0, 3)
    assert (row.in_same_words, row.found) == (4, 2)
    monkeypatch.setattr(tallies, "LATEST", 3)
    row = with_tallies(one, ALL, found=everything, most=2).get()
    assert (fates(row.sender_fates), row.in_same_words) == ((0, 0, 3), 3)


def test_who_is_not_known_is_nobody_s_twin(site: SmallSite) -> None:
    comments = [posted(open_page(site)) for _ in range(2)]
    ReaderComment.objects.update(address_hash="", text_hash="")
    everything = ReaderComment.objects.all()
    row = with_tallies(everything[:1], ALL, found=everything, most=9).get()
    assert (row.sender_fates, row.in_same_words, row.found) == (0, 0, len(comments))


def test_what_became_of_a_sender_s_comments_is_one_number(site: SmallSite) -> None:
    page, sender = open_page(site), Sender(address_hash="c" * 64, seconds=60)
    sent = [posted(page, sender=sender) for _ in range(4)]
    for comment, status in zip(sent, ("rejected", "spam", "erased"), strict=False):
        empty = {"name": "", "text": "", "public_text": "", "folded": ""}
        ReaderComment.objects.filter(pk=comment.pk).update(status=status, **empty)
    everything = ReaderComment.objects.all()
    row = with_tallies(everything[:1], ALL, found=everything, most=9).get()
    assert fates(row.sender_fates) == (0, 2, 1)
    assert fates(100 + 100 * 10**3 + 100 * 10**6) == (100, 100, 100)
