import datetime as dt

import pytest
from django.utils import timezone

from wagtail_prcouncil.outbox.actions import put, tidy
from wagtail_prcouncil.outbox.models import Message

pytestmark = pytest.mark.django_db


def test_old_rows_go_and_waiting_ones_stay() -> None:
    long_ago = timezone.now() - dt.timedelta(days=31)
    for key in ("sent", "given up", "waiting", "sent today"):
        put(key, "reader@example.ir", "تصمیم", "متن", due_at=long_ago)
    Message.objects.filter(key="sent").update(sent_at=long_ago)
    Message.objects.filter(key="given up").update(given_up_at=long_ago)
    Message.objects.filter(key="sent today").update(sent_at=timezone.now())
    assert tidy(is_dry=True) == 2
    assert tidy() == 2
    assert tidy() == 0
    assert set(Message.objects.values_list("key", flat=True)) == {"waiting", "sent today"}
