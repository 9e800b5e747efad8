"""From what happened to what arrives."""

import logging

import pytest
from django.utils import timezone

from tests.making import SmallSite
from tests.meetings.mailing.posted import recipient, waiting
from tests.meetings.making import announced, staffed_council
from tests.outbox.conftest import sink
from tests.outbox.smtp_sink import Sink
from wagtail_prcouncil.meetings.mailing.addressees import Addressee
from wagtail_prcouncil.meetings.mailing.failing import failures
from wagtail_prcouncil.meetings.mailing.letters import Event
from wagtail_prcouncil.meetings.models import Recipient
from wagtail_prcouncil.outbox.actions import send_waiting

__all__ = ["sink"]


def test_a_key_names_event_and_recipient_and_no_address() -> None:
    one = Addressee("r12", "a@example.ir", "fa", True)
    assert Event("invited", "17:2", 17).key(one) == "meetings.invited:17:2:r12"


def test_a_bad_address_stops_no_other_and_is_told_on_the_list(
    site: SmallSite, sink: Sink, caplog: pytest.LogCaptureFixture
) -> None:
    page = staffed_council(site)
    good = recipient(page, "good@example.ir")
    gone = recipient(page, "gone@example.ir")
    none = recipient(page, "a@example.ir,b@example.ir")
    sink.answer = lambda to: f"550 {to} unknown" if "gone" in to else "250 ok"
    with caplog.at_level(logging.DEBUG):
        announced(page)
        assert send_waiting() == {"sent": 1, "given up": 2}
    assert sink.recipients == ["good@example.ir"]
    (mail,) = sink.taken
    plain, html = mail.iter_parts()
    assert "نشست" in plain.get_content()
    assert 'dir="rtl"' in html.get_content()
    rows = Recipient.objects.all()
    found = failures(rows)
    assert set(found) == {gone.pk, none.pk}
    assert found[gone.pk].error == "SMTPRecipientsRefused 550"
    assert "example.ir" not in caplog.text
    Recipient.objects.filter(pk=gone.pk).update(address_since=timezone.now())
    assert set(failures(Recipient.objects.all())) == {none.pk}
    assert good.pk not in found


def test_a_mail_that_went_later_takes_the_mark_away(site: SmallSite, sink: Sink) -> None:
    page = staffed_council(site)
    row = recipient(page, "a@example.ir")
    sink.answer = lambda to: "550 unknown"
    announced(page)
    send_waiting()
    assert failures([row])
    sink.answer = lambda to: "250 ok"
    announced(page)
    send_waiting()
    assert not failures([row])
    assert waiting() == []
