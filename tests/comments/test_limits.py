import pytest
from django.core.cache import cache
from django.test import RequestFactory, override_settings
from django.utils import timezone

from tests.comments.making import open_page, posted
from tests.making import SmallSite, live_news
from wagtail_prcouncil.comments import limits
from wagtail_prcouncil.comments.limits import (
    DAY,
    HOUR,
    TooManyCommentsError,
    check_hard_limits,
    says_too_much,
)
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.rules import Sender

ONE, OTHER = Sender(address_hash="1" * 64), Sender(address_hash="2" * 64)


def test_t12_of_one_address_in_an_hour(site: SmallSite) -> None:
    """On whatever page, and whatever becomes of the cache."""
    for page in (open_page(site), live_news(site)):
        posted(page, sender=ONE)
    elsewhere = live_news(site)
    with override_settings(WAGTAIL_PRCOUNCIL={"COMMENTS_HARD_LIMIT": 2}):
        cache.clear()
        with pytest.raises(TooManyCommentsError):
            check_hard_limits(elsewhere, ONE)
        check_hard_limits(elsewhere, OTHER)
        check_hard_limits(elsewhere, Sender())
        ReaderComment.objects.update(posted_at=timezone.now() - HOUR)
        check_hard_limits(elsewhere, ONE)


def test_t12_on_one_page_in_a_day(site: SmallSite) -> None:
    page = open_page(site)
    for sender in (ONE, OTHER):
        posted(page, sender=sender)
    with override_settings(WAGTAIL_PRCOUNCIL={"COMMENTS_HARD_LIMIT_PAGE": 2}):
        with pytest.raises(TooManyCommentsError):
            check_hard_limits(page, Sender(address_hash="3" * 64))
        check_hard_limits(live_news(site), ONE)
        ReaderComment.objects.update(posted_at=timezone.now() - DAY)
        check_hard_limits(page, ONE)


@pytest.mark.django_db
def test_t12_of_what_one_address_says_of_comments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time as another browser, for it keeps no cookie."""
    monkeypatch.setitem(limits.MOST_SAID, "report", 2)
    asked = RequestFactory()
    here, there = asked.post("/", REMOTE_ADDR="192.0.2.1"), asked.post("/", REMOTE_ADDR="192.0.2.2")
    assert [says_too_much(here, "report") for _ in range(3)] == [False, False, True]
    assert not says_too_much(here, "vote")
    assert not says_too_much(there, "report")
