import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from wagtail_prcouncil.comments.models import Ban, HashKey

DAY = dt.timedelta(days=1)


def test_a_ban_ends_by_itself(db: None) -> None:
    now = timezone.now()
    ban = Ban.objects.create(kind=Ban.Kind.EMAIL, value="a" * 64, until=now + DAY, why="…")
    Ban.objects.create(kind=Ban.Kind.ADDRESS, value="a" * 64, until=now - DAY, why="…")
    assert list(Ban.objects.in_force()) == [ban]
    assert "a" * 64 not in str(ban)


def test_nobody_is_banned_twice(db: None) -> None:
    ban = {"kind": Ban.Kind.EMAIL, "value": "b" * 64, "until": timezone.now(), "why": "…"}
    Ban.objects.create(**ban)
    with pytest.raises(IntegrityError), transaction.atomic():
        Ban.objects.create(**ban)


def test_each_time_has_a_secret_of_its_own(db: None) -> None:
    now = timezone.now()
    one = HashKey.objects.create(begins_at=now, ends_at=now + DAY)
    other = HashKey.objects.create(begins_at=now + DAY, ends_at=now + 2 * DAY)
    assert len(bytes(one.secret)) == 32
    assert bytes(one.secret) != bytes(other.secret)
