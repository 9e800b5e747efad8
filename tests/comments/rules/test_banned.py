import datetime as dt

import pytest
from django.utils import timezone

from tests.comments.rules.making import USUAL, examined
from wagtail_prcouncil.comments.models import Ban
from wagtail_prcouncil.comments.rules import Sender
from wagtail_prcouncil.comments.rules.banned import banned
from wagtail_prcouncil.comments.states import Urgency

pytestmark = pytest.mark.django_db


def ban(kind: Ban.Kind, value: str, days: int = 1) -> None:
    until = timezone.now() + dt.timedelta(days=days)
    Ban.objects.create(kind=kind, value=value, until=until, why="آگهی‌های پیاپی")


def test_a_ban_in_force_puts_a_comment_at_the_end() -> None:
    ban(Ban.Kind.ADDRESS, USUAL.address_hash)
    ban(Ban.Kind.EMAIL, USUAL.email_hash)
    hits = banned(examined())
    assert [hit.detail for hit in hits] == ["address", "email"]
    assert {hit.urgency for hit in hits} == {Urgency.LATER}


def test_a_ban_that_is_over_or_anothers_says_nothing() -> None:
    ban(Ban.Kind.ADDRESS, USUAL.address_hash, days=-1)
    ban(Ban.Kind.EMAIL, USUAL.address_hash)
    ban(Ban.Kind.ADDRESS, "b" * 64)
    assert banned(examined()) == []


def test_who_is_not_known_is_not_banned() -> None:
    ban(Ban.Kind.ADDRESS, "")
    assert banned(examined(sender=Sender())) == []
