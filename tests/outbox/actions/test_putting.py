import datetime as dt

import pytest
from django.db import transaction
from django.utils import timezone

from wagtail_prcouncil.outbox.actions import (
    Letter,
    empty,
    put,
    put_all,
    withdraw,
    withdraw_beginning,
)
from wagtail_prcouncil.outbox.models import Message

pytestmark = pytest.mark.django_db


def test_one_event_is_told_once() -> None:
    put("comments.decided:17:3", "reader@example.ir", "تصمیم", "متن")
    put("comments.decided:17:3", "reader@example.ir", "تصمیم", "متن دیگر")
    assert Message.objects.get().text == "متن"


def test_what_is_rolled_back_is_not_told() -> None:
    with pytest.raises(LookupError), transaction.atomic():
        put("a:1", "reader@example.ir", "تصمیم", "متن")
        raise LookupError
    assert not Message.objects.exists()


def test_a_subject_is_one_line() -> None:
    """T5: a line break in it would begin another header."""
    put("a:1", "reader@example.ir", "تصمیم\r\nBcc: other@example.ir\u2028x", "متن")
    assert Message.objects.get().subject == "تصمیم Bcc: other@example.ir x"


def test_many_cost_one_query(django_assert_num_queries: object) -> None:
    letters = [Letter(f"a:{number}", "reader@example.ir", "تصمیم", "متن") for number in range(50)]
    with django_assert_num_queries(1):  # type: ignore[operator]
        put_all(letters)
    assert Message.objects.count() == 50


def test_a_letter_that_is_withdrawn_is_gone() -> None:
    later = timezone.now() + dt.timedelta(minutes=1)
    put("a:1", "reader@example.ir", "تصمیم", "متن", due_at=later)
    assert withdraw("a:1")
    assert not withdraw("a:1")
    assert not Message.objects.exists()


def test_what_is_erased_leaves_no_word() -> None:
    """T22: neither of what waits nor of what was given up."""
    for key, about in (("a:1", "comment:1"), ("a:2", "comment:1"), ("b:1", "comment:2")):
        put(key, "reader@example.ir", "تصمیم", "متن", about=about, headers={"X-Key": "secret"})
    Message.objects.filter(key="a:2").update(given_up_at=timezone.now())
    empty(["comment:1"])
    over = Message.objects.get(about="comment:1")
    assert (over.to, over.subject, over.text, over.headers) == ("", "", "", {})
    assert Message.objects.get(about="comment:2").to


def test_letters_are_withdrawn_by_how_their_keys_begin() -> None:
    for key in ("a.told:1:x", "a.told:12:x", "a.asked:1:x", "b.told:1:x"):
        put(key, "reader@example.ir", "تصمیم", "متن")
    Message.objects.filter(key="a.asked:1:x").update(sent_at=timezone.now())
    assert withdraw_beginning([]) == 0
    assert withdraw_beginning(["a.told:1:", "a.asked:1:"]) == 1
    left = Message.objects.order_by("key").values_list("key", flat=True)
    assert list(left) == ["a.asked:1:x", "a.told:12:x", "b.told:1:x"]
