import datetime as dt

import pytest
from django.utils import timezone

from wagtail_prcouncil.outbox.actions import put
from wagtail_prcouncil.outbox.models import Message

pytestmark = pytest.mark.django_db


def test_waiting_is_what_is_neither_sent_nor_given_up() -> None:
    for key in ("sent", "given up", "waiting"):
        put(key, "reader@example.ir", "تصمیم", "متن", about=f"thing:{key}")
    now = timezone.now() + dt.timedelta(seconds=1)
    Message.objects.filter(key="sent").update(sent_at=now)
    Message.objects.filter(key="given up").update(given_up_at=now)
    assert str(Message.objects.waiting().get()) == "waiting"
    assert Message.objects.about(["thing:sent"]).count() == 1
