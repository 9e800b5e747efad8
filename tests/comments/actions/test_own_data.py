import datetime as dt

import pytest
from django.core.cache import cache
from django.utils import timezone

from tests.comments.making import open_page, posted, published
from tests.comments.test_own_data import EMAIL, MINE
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import erase, own_data
from wagtail_prcouncil.comments.actions.own_data import (
    LinkOverError,
    TooManyLinksError,
    ask_for_link,
    erase_own,
    link_of,
)
from wagtail_prcouncil.comments.models import Decision, MailedLink, ReaderComment
from wagtail_prcouncil.comments.rules import Sender
from wagtail_prcouncil.comments.senders import email_hash
from wagtail_prcouncil.comments.states import Reason, Status
from wagtail_prcouncil.outbox.models import Message


def mailed_secret() -> str:
    """What a reader finds in his mail."""
    return Message.objects.latest("pk").text.partition("/mine/")[2].partition("/")[0]


def asked(email: str = EMAIL, asker: str = "a") -> None:
    ask_for_link(email, asker=asker, root="https://ministry.example")


def test_a_link_goes_to_whoever_has_comments(site: SmallSite) -> None:
    posted(open_page(site), **MINE)
    asked("Reader@example.ir ")
    message = Message.objects.get()
    assert "https://ministry.example/comments/mine/" in message.text
    link = link_of(mailed_secret())
    assert link == MailedLink.objects.get()
    assert mailed_secret() not in (link.secret_hash, link.email_hash)


def test_nothing_goes_to_others(site: SmallSite) -> None:
    """T14: and what is asked for leaves the same row."""
    asked("stranger@example.ir")
    assert not Message.objects.exists()
    assert MailedLink.objects.count() == 1


def test_no_mailbox_is_filled(site: SmallSite) -> None:
    """T12"""
    posted(open_page(site), **MINE)
    for number in range(6):
        asked(asker=str(number))
    assert Message.objects.count() == own_data.MOST_TO_ONE


def test_one_place_does_not_ask_for_ever(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """T12: and where the cache is emptied, all together do not."""
    page = open_page(site)
    for number in range(own_data.MOST_OF_ONE):
        email = f"reader{number}@example.ir"
        posted(page, email=email, sender=Sender(email_hash=email_hash(email)))
        asked(email)
    with pytest.raises(TooManyLinksError):
        asked("other@example.ir")
    cache.clear()
    monkeypatch.setattr(own_data, "MOST_OF_ALL", own_data.MOST_OF_ONE)
    with pytest.raises(TooManyLinksError):
        asked("other@example.ir", asker="b")


def test_unknown_addresses_shut_it_for_nobody(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T12"""
    monkeypatch.setattr(own_data, "MOST_OF_ALL", 2)
    posted(open_page(site), **MINE)
    for number in range(4):
        asked(f"stranger{number}@example.ir", asker=str(number))
    asked(asker="reader")
    assert link_of(mailed_secret())


def test_all_are_erased_by_one_link_once(site: SmallSite) -> None:
    page = open_page(site)
    published(page, **MINE)
    posted(page, **MINE)
    other = posted(page)
    asked()
    secret = mailed_secret()
    link = link_of(secret)
    assert erase_own(link) == (2, 0)
    assert list(ReaderComment.objects.exclude(status=Status.ERASED)) == [other]
    assert set(Decision.objects.filter(verb="erase").values_list("reason", "by")) == {
        (Reason.OWN_WISH.value, None)
    }
    with pytest.raises(LinkOverError):
        erase_own(link)
    assert link_of(secret) is None


def test_an_erasure_leaves_no_address_in_the_outbox(site: SmallSite) -> None:
    page = open_page(site)
    first, second = posted(page, **MINE), posted(page, **MINE)
    asked()
    link = link_of(mailed_secret())
    asked()
    erase([first.pk], reason=Reason.RETENTION)
    assert Message.objects.filter(to=EMAIL).count() == 2, "he has a comment yet"
    assert erase_own(link, [second.public_id]) == (1, 0)
    assert not Message.objects.filter(to=EMAIL).exists()


def test_some_are_erased_and_never_anothers(site: SmallSite) -> None:
    page = open_page(site)
    first, _second = posted(page, **MINE), posted(page, **MINE)
    other = posted(page)
    asked()
    link = link_of(mailed_secret())
    assert erase_own(link, [first.public_id, other.public_id]) == (1, 0)
    assert ReaderComment.objects.get(status=Status.ERASED) == first


def test_what_the_law_holds_stays(site: SmallSite) -> None:
    comment = posted(open_page(site), **MINE)
    ReaderComment.objects.filter(pk=comment.pk).update(is_held_by_law=True)
    asked()
    assert erase_own(link_of(mailed_secret())) == (0, 1)


def test_a_link_ends(site: SmallSite) -> None:
    posted(open_page(site), **MINE)
    asked()
    MailedLink.objects.update(ends_at=timezone.now() - dt.timedelta(seconds=1))
    assert link_of(mailed_secret()) is None
    assert link_of("") is None
    assert link_of("\ud800") is None
