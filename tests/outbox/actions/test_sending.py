import datetime as dt
import logging
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from tests.outbox.conftest import mail_settings
from tests.outbox.smtp_sink import Sink
from wagtail_prcouncil.outbox.actions import put, send_waiting, sending
from wagtail_prcouncil.outbox.models import Message

TO = "reader@example.ir"


def now_due() -> None:
    Message.objects.update(due_at=timezone.now() - dt.timedelta(seconds=1))


def test_a_letter_arrives_and_is_forgotten(db: None, sink: Sink) -> None:
    put("a:1", TO, "پاسخ دیدگاه شما", "متن ساده", html="<p>متن</p>", headers={"X-Sign": "۱"})
    assert send_waiting() == {"sent": 1}
    assert send_waiting() == {}
    (mail,) = sink.taken
    assert (sink.recipients, mail["Subject"]) == ([TO], "پاسخ دیدگاه شما")
    assert mail["Auto-Submitted"] == "auto-generated"
    plain, html = mail.iter_parts()
    assert (plain.get_content().strip(), html.get_content_type()) == ("متن ساده", "text/html")
    message = Message.objects.get()
    assert message.sent_at
    assert (message.to, message.subject, message.text, message.html) == ("", "", "", "")
    assert message.headers == {}


def test_many_go_through_one_connection(db: None, sink: Sink) -> None:
    for number in range(5):
        put(f"a:{number}", TO, "تصمیم", "متن")
    assert send_waiting() == {"sent": 5}
    assert sink.connections == 1


def test_a_letter_is_not_sent_before_its_time(db: None, sink: Sink) -> None:
    put("a:1", TO, "تصمیم", "متن", due_at=timezone.now() + dt.timedelta(minutes=1))
    assert send_waiting() == {}
    now_due()
    assert send_waiting() == {"sent": 1}


def test_a_server_that_is_down_costs_no_attempt(db: None) -> None:
    put("a:1", TO, "تصمیم", "متن")
    with mail_settings(port=1), pytest.raises(OSError, match="refused"):
        send_waiting()
    message = Message.objects.get()
    assert (message.failures, message.taken_until) == (0, None)


def test_pauses_grow_until_it_is_given_up(
    db: None, sink: Sink, caplog: pytest.LogCaptureFixture
) -> None:
    put("a:1", TO, "تصمیم", "متن")
    sink.answer = lambda address: f"451 {address} later"
    pauses = []
    with caplog.at_level(logging.DEBUG, "wagtail_prcouncil"):
        while send_waiting() == {"postponed": 1}:
            pause = Message.objects.get().due_at - timezone.now()
            pauses.append(round(pause.total_seconds() / 60))
            now_due()
    assert pauses == [1, 4, 16, 64, 256, 360, 360]
    message = Message.objects.get()
    assert message.given_up_at
    assert message.error == "SMTPRecipientsRefused 451"
    assert (message.to, message.text) == ("", "")
    assert "a:1" in caplog.text
    assert TO not in caplog.text


def test_one_that_is_refused_for_good_stops_no_other(db: None, sink: Sink) -> None:
    put("a:1", "gone@example.ir", "تصمیم", "متن")
    put("a:2", TO, "تصمیم", "متن")
    sink.answer = lambda address: "550 no such user" if "gone" in address else "250 ok"
    assert send_waiting() == {"given up": 1, "sent": 1}
    assert sink.recipients == [TO]


@pytest.mark.parametrize("to", ["a@b.com,c@d.com", "a b@x.com\nBcc: v@x.com"])
def test_what_is_no_address_is_given_up(db: None, sink: Sink, to: str) -> None:
    """T5: one row, one recipient."""
    put("a:1", to, "تصمیم", "متن")
    assert send_waiting() == {"given up": 1}
    assert sink.taken == []


def test_a_header_holds_no_line_break(db: None, sink: Sink) -> None:
    """T5"""
    put("a:1", TO, "تصمیم", "متن", headers={"X-Name": "Ali\nBcc: v@x.com"})
    assert send_waiting() == {"given up": 1}
    assert sink.taken == []


def test_a_sender_that_died_is_replaced(db: None, sink: Sink) -> None:
    """Under the same Message-ID, should the first have got through."""
    put("a:1", TO, "تصمیم", "متن")
    key = Message.objects.get().pk
    assert sending._take(key)
    assert send_waiting() == {}
    Message.objects.update(taken_until=timezone.now() - dt.timedelta(seconds=1))
    assert send_waiting() == {"sent": 1}
    sent = sink.taken[0]["Message-ID"]
    Message.objects.update(sent_at=None, to=TO)
    send_waiting()
    assert sink.taken[1]["Message-ID"] == sent


@pytest.mark.django_db(transaction=True)
def test_several_processes_send_nothing_twice(sink: Sink) -> None:
    for number in range(40):
        put(f"a:{number}", f"reader{number}@example.ir", "تصمیم", "متن")

    def run(place: int) -> int:
        try:
            return send_waiting()["sent"]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        sent = list(pool.map(run, range(4)))
    assert sum(sent) == 40
    assert len(sink.recipients) == len(set(sink.recipients)) == 40
