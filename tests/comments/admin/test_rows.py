import datetime as dt

from django.contrib.auth.models import User
from django.utils import timezone, translation

from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import redact
from wagtail_prcouncil.comments.admin.finding import seen_by
from wagtail_prcouncil.comments.admin.rows import Row, rows_of
from wagtail_prcouncil.comments.admin.tallies import with_tallies
from wagtail_prcouncil.comments.models import ReaderComment, RuleHit
from wagtail_prcouncil.comments.rules import Sender
from wagtail_prcouncil.comments.states import Hold

SENDER = Sender(address_hash="b" * 64, seconds=60)


def rows(user: User, *keys: int) -> list[Row]:
    comments, scope = seen_by(user)
    some = comments.filter(pk__in=keys) if keys else comments
    complete = with_tallies(some, scope, found=comments, most=9)
    return rows_of(complete.in_order_of_work(), user=user)


def test_what_is_known_of_sender_and_words(site: SmallSite) -> None:
    page, boss = open_page(site), moderator(site.index)
    published(page, "سلام", sender=SENDER)
    comment = posted(page, "سلام", sender=SENDER)
    with translation.override("en"):
        row = rows(boss, comment.pk)[0]
        assert row.record == "1 approved, 0 rejected, 1 waiting"
        assert row.group == "2 comments in these words"


def test_of_what_lies_beyond_the_scope_nothing_is_counted(site: SmallSite) -> None:
    published(open_page(site), "سلام", sender=SENDER)
    comment = posted(open_page(site), "سلام", sender=SENDER)
    boss = moderator(comment.thread.page)
    row = rows(boss, comment.pk)[0]
    assert (row.record, row.group) == ("", "")


def test_what_a_colleague_looks_at_comes_last_and_says_so(site: SmallSite) -> None:
    page, boss = open_page(site), moderator(site.index)
    held, free = posted(page), posted(page)
    ReaderComment.objects.filter(pk=held.pk).update(
        claimed_by=moderator(site.index), claimed_until=timezone.now() + dt.timedelta(minutes=1)
    )
    found = rows(boss)
    assert [row.comment.pk for row in found] == [free.pk, held.pk]
    assert [row.holder for row in found] == ["", "بازبین"]


def test_what_was_redacted_is_not_quoted_as_a_reason(site: SmallSite) -> None:
    boss = moderator(site.index)
    comment = posted(open_page(site), "شمارهٔ من ۰۹۱۲")
    RuleHit.objects.create(comment=comment, code=Hold.PERSONAL_DATA, start=9, end=13)
    redact(comment.pk, "شمارهٔ من [حذف شده]", expected_version=1, by=boss)
    row = rows(boss)[0]
    assert "۰۹۱۲" not in f"{row.text} {row.seen}"
    assert "<mark>" not in row.text
