import datetime as dt
import logging
from typing import Any

import pytest
from django.utils import timezone

from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite, chosen
from wagtail_prcouncil.comments.actions import Because, decide, keeping
from wagtail_prcouncil.comments.actions.banning import ban
from wagtail_prcouncil.comments.actions.keeping import keep_to_rules
from wagtail_prcouncil.comments.models import (
    Ban,
    Decision,
    HashKey,
    MailedLink,
    ReaderComment,
    ReaderReport,
)
from wagtail_prcouncil.comments.rules import Sender
from wagtail_prcouncil.comments.senders import address_hash
from wagtail_prcouncil.comments.states import Reason, Status, Verb

EMAIL = "reader@example.ir"


def days_ago(days: float) -> dt.datetime:
    return timezone.now() - dt.timedelta(days=days)


def rejected(comment: ReaderComment) -> ReaderComment:
    because = Because(Reason.INSULT)
    decide(comment.pk, Verb.REJECT, expected_version=1, by=None, because=because)
    return comment


def moved(comment: ReaderComment, **times: Any) -> ReaderComment:
    ReaderComment.objects.filter(pk=comment.pk).update(**times)
    return ReaderComment.objects.get(pk=comment.pk)


def test_addresses_of_mail_go_after_a_month(site: SmallSite) -> None:
    page = open_page(site)
    old = moved(published(page, email=EMAIL, wants_mail=True), decided_at=days_ago(31))
    new = published(page, email=EMAIL)
    waiting = posted(page, email=EMAIL)
    assert keep_to_rules()["email addresses"] == 1
    old.refresh_from_db()
    assert (old.email, old.wants_mail, old.status) == ("", False, Status.APPROVED)
    assert set(ReaderComment.objects.filter(email=EMAIL)) == {new, waiting}


def test_what_was_refused_goes_after_half_a_year(site: SmallSite) -> None:
    page = open_page(site)
    old = moved(rejected(posted(page)), decided_at=days_ago(181))
    moved(rejected(posted(page)), decided_at=days_ago(179))
    moved(published(page), decided_at=days_ago(1000))
    assert keep_to_rules()["refused comments"] == 1
    assert ReaderComment.objects.get(status=Status.ERASED) == old
    last = Decision.objects.latest("pk")
    assert (last.verb, last.reason, last.by) == (Verb.ERASE, Reason.RETENTION, None)


def test_what_nobody_decides_goes_after_a_year(site: SmallSite) -> None:
    old = moved(posted(open_page(site)), posted_at=days_ago(366))
    assert keep_to_rules()["undecided comments"] == 1
    assert moved(old).status == Status.ERASED


def test_an_old_one_that_was_reopened_waits_from_then_on(site: SmallSite) -> None:
    comment = moved(published(open_page(site)), posted_at=days_ago(500))
    reopen = Because(Reason.INSULT)
    decide(comment.pk, Verb.REOPEN, expected_version=2, by=None, because=reopen)
    keep_to_rules()
    comment.refresh_from_db()
    assert (comment.status, bool(comment.text)) == (Status.PENDING, True)


def test_keys_and_hashes_go_together(site: SmallSite) -> None:
    """T22: and no more of them than the time says."""
    page = open_page(site)
    for begins, ends in ((90, 60), (60, 31), (31, 1)):
        HashKey.objects.create(begins_at=days_ago(begins), ends_at=days_ago(ends))
    made = [moved(posted(page), posted_at=days_ago(days)) for days in (70, 40, 20)]
    told = keep_to_rules()
    assert (told["hash keys"], told["network addresses"]) == (2, 2)
    assert [bool(moved(comment).address_hash) for comment in made] == [False, False, True]


def test_a_key_in_force_stays(site: SmallSite) -> None:
    sender = Sender(address_hash=address_hash("192.0.2.7"), seconds=60)
    comment = posted(open_page(site), sender=sender)
    keep_to_rules()
    assert HashKey.objects.count() == 1
    assert moved(comment).address_hash == address_hash("192.0.2.7")


def test_a_legal_hold_stops_every_rule(site: SmallSite) -> None:
    page = open_page(site)
    HashKey.objects.create(begins_at=days_ago(420), ends_at=days_ago(390))
    old = {"posted_at": days_ago(400), "is_held_by_law": True}
    waiting = moved(posted(page, email=EMAIL), **old)
    refused = moved(rejected(posted(page, email=EMAIL)), decided_at=days_ago(390), **old)
    assert not any(keep_to_rules().values())
    assert HashKey.objects.count() == 1
    for comment in (waiting, refused):
        assert moved(comment).email == EMAIL
        assert moved(comment).address_hash


def test_links_bans_and_words_of_reports(site: SmallSite) -> None:
    page = open_page(site)
    comment = published(page)
    MailedLink.objects.create(secret_hash="a", email_hash="b", ends_at=days_ago(1))
    user = moderator(page)
    ban(comment.pk, Ban.Kind.ADDRESS, until=days_ago(-1), why="هرزنامه", by=user)
    Ban.objects.update(until=days_ago(31))
    ReaderReport.objects.create(
        comment=comment, reporter="x", reason="insult", words="نام او", closed_at=days_ago(181)
    )
    for reporter, days in (("y", 181), ("z", 179)):
        ReaderReport.objects.create(
            comment=comment, reporter=reporter, reason="insult", words="نام او", at=days_ago(days)
        )
    told = keep_to_rules()
    assert (told["mailed links"], told["bans"], told["words of reports"]) == (1, 1, 2)
    assert ReaderReport.objects.get(words__gt="").reporter == "z", "open, and not old yet"


def test_the_second_time_there_is_nothing_to_do(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(keeping, "BATCH", 2)
    page = open_page(site)
    for _number in range(5):
        moved(rejected(posted(page, email=EMAIL)), decided_at=days_ago(181))
    with caplog.at_level(logging.DEBUG, "wagtail_prcouncil"):
        dry = keep_to_rules(is_dry=True)
        assert ReaderComment.objects.filter(email=EMAIL).count() == 5
        assert dry["refused comments"] == 5
        assert keep_to_rules()["refused comments"] == 5
        assert not any(keep_to_rules().values())
    assert "refused comments 5" in caplog.text
    assert EMAIL not in caplog.text


@chosen(COMMENTS_EMAIL_KEPT_DAYS=5)
def test_a_site_decides_how_long(site: SmallSite) -> None:
    moved(published(open_page(site), email=EMAIL), decided_at=days_ago(6))
    assert keep_to_rules()["email addresses"] == 1
