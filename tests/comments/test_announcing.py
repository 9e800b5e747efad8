import datetime as dt
import re

from django.test import Client
from django.utils import timezone

from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import Because, decide, erase, undo
from wagtail_prcouncil.comments.actions.answering import (
    draft_answer,
    publish_answer,
    withdraw_answer,
)
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import UNDO_WITHIN, Reason, Verb
from wagtail_prcouncil.outbox.models import Message

WISH = {"email": "reader@example.ir", "wants_mail": True}
EVIL = '"><img src=x onerror=alert(1)>'


def decided(comment: ReaderComment, verb: Verb, **because: str) -> None:
    version = ReaderComment.objects.get(pk=comment.pk).version
    decide(comment.pk, verb, expected_version=version, by=None, because=Because(**because))


def test_an_author_who_asked_for_it_is_told(site: SmallSite) -> None:
    comment = posted(open_page(site), **WISH)
    decided(comment, Verb.APPROVE)
    message = Message.objects.get()
    assert message.to == "reader@example.ir"
    assert message.key == f"comments.decided:{comment.pk}:2"
    assert message.due_at > timezone.now() + UNDO_WITHIN
    assert f"/comments/c/{comment.public_id}/" in message.text


def test_others_are_not_told(site: SmallSite) -> None:
    """Neither who did not ask, nor who sent spam."""
    page = open_page(site)
    decided(posted(page, email="reader@example.ir"), Verb.APPROVE)
    decided(posted(page, **WISH), Verb.MARK_SPAM)
    assert not Message.objects.exists()


def test_the_reason_is_told_and_the_note_for_colleagues_is_not(site: SmallSite) -> None:
    because = {"note": "میان خودمان", "note_to_author": f"لطفاً بدون نام {EVIL}"}
    decided(posted(open_page(site), **WISH), Verb.REJECT, reason=Reason.LIBEL, **because)
    message = Message.objects.get()
    assert "لطفاً بدون نام" in message.text
    assert "میان خودمان" not in message.text + message.html
    assert str(Reason.LIBEL.label) in message.text
    assert "<img" not in message.html
    assert "/comments/c/" not in message.text  # it is not shown there


def test_no_word_of_a_user_is_in_a_header(site: SmallSite) -> None:
    """T5: nor one of the comment anywhere in the mail."""
    page = open_page(site, title="خبر\u2028Bcc: v@x.com")
    comment = posted(page, "واژهٔ یگانه", name="Ali\r\nBcc: v@x.com", **WISH)
    decided(comment, Verb.APPROVE)
    message = Message.objects.get()
    headers = message.subject + str(message.headers)
    assert "v@x.com" not in headers
    assert "\n" not in headers
    assert "یگانه" not in message.text + message.html + headers


def test_what_is_undone_is_not_told(site: SmallSite) -> None:
    page = open_page(site)
    user = moderator(page)
    comment = posted(page, **WISH)
    decision = decide(comment.pk, Verb.APPROVE, expected_version=1, by=user)
    undo(decision, by=user)
    assert not Message.objects.exists()
    decided(comment, Verb.REJECT, reason=Reason.INSULT)
    assert Message.objects.get().key.endswith(":4")


def test_what_is_true_no_more_is_not_told(site: SmallSite) -> None:
    """Mail may wait for long: nobody is sent to a comment that was taken away meanwhile."""
    comment = posted(open_page(site), **WISH)
    decided(comment, Verb.APPROVE)
    decided(comment, Verb.TAKE_DOWN, reason=Reason.INSULT)
    assert Message.objects.get().key == f"comments.decided:{comment.pk}:3"
    decided(comment, Verb.REOPEN, reason=Reason.INSULT)
    assert not Message.objects.exists()


def test_what_is_true_again_is_told(site: SmallSite) -> None:
    """Approved, taken down by mistake and put back before any mail went."""
    comment, by = posted(open_page(site), **WISH), moderator(site.index)
    decided(comment, Verb.APPROVE)
    because = Because(Reason.INSULT)
    taken = decide(comment.pk, Verb.TAKE_DOWN, expected_version=2, by=by, because=because)
    undo(taken, by=by)
    assert Message.objects.get().key == f"comments.decided:{comment.pk}:2"


def test_what_is_erased_is_not_told(site: SmallSite) -> None:
    """T22"""
    comment = published(open_page(site), **WISH)
    assert Message.objects.exists()
    erase([comment.pk], reason=Reason.OWN_WISH)
    assert not Message.objects.exists()


def test_an_answer_is_told_once_it_is_published(site: SmallSite) -> None:
    page = open_page(site)
    user, comment = moderator(page), published(page, **WISH)
    Message.objects.all().delete()
    draft_answer(comment.pk, "روابط عمومی", "متن پاسخ", expected_version=0, by=user)
    assert not Message.objects.exists()
    publish_answer(comment.pk, expected_version=1, by=user)
    message = Message.objects.get()
    assert "روابط عمومی" in message.text
    assert "متن پاسخ" not in message.text
    withdraw_answer(comment.pk, expected_version=2, by=user)
    assert not Message.objects.exists()


def test_mail_speaks_the_language_of_the_page(site: SmallSite) -> None:
    page = open_page(site)
    page.locale = site.en
    page.save()
    decided(posted(page, **WISH), Verb.APPROVE)
    assert Message.objects.get().subject == "Your comment was published"
    assert '<html lang="en" dir="ltr">' in Message.objects.get().html


def test_many_decisions_cost_few_queries(
    site: SmallSite, django_assert_max_num_queries: object
) -> None:
    from wagtail_prcouncil.comments.announcing import announce

    page = open_page(site)
    pks = [posted(page, **WISH).pk for _number in range(20)]
    rows = ReaderComment.objects.select_related("thread__page").filter(pk__in=pks)
    from wagtail_prcouncil.comments.actions.deciding import record
    from wagtail_prcouncil.comments.states import Status

    made = record(rows, Verb.APPROVE, by=None, after=Status.APPROVED)
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        announce(made)
    assert Message.objects.count() == 20


def test_the_one_click_of_mail_programs(site: SmallSite, client: Client) -> None:
    """T4: RFC 8058. A robot that looks into the link changes nothing."""
    comment = published(open_page(site), **WISH)
    message = Message.objects.get()
    assert message.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    (address,) = re.findall("<(.*)>", message.headers["List-Unsubscribe"])
    assert "reader" not in address
    assert address in message.text
    Message.objects.update(due_at=timezone.now() + dt.timedelta(days=1))
    strict = Client(enforce_csrf_checks=True)
    asked = strict.get(address, headers={"host": "localhost"})
    assert asked.status_code == 200
    assert not asked.cookies
    strict.head(address, headers={"host": "localhost"})
    strict.options(address, headers={"host": "localhost"})
    assert ReaderComment.objects.get(pk=comment.pk).wants_mail
    answer = strict.post(address, {"List-Unsubscribe": "One-Click"}, headers={"host": "localhost"})
    assert answer.status_code == 200
    assert not ReaderComment.objects.get(pk=comment.pk).wants_mail
    assert not Message.objects.exists()
