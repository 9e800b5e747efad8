from django.test import override_settings

from tests.outbox.conftest import mail_settings
from wagtail_prcouncil.outbox.checks import sender_is_named, sending_ends


def test_a_sender_of_no_domain() -> None:
    with override_settings(DEFAULT_FROM_EMAIL="webmaster@localhost"):
        (found,) = sender_is_named()
    assert found.id == "prcouncil_outbox.W001"
    with override_settings(DEFAULT_FROM_EMAIL="news@ministry.example"):
        assert sender_is_named() == []


def test_a_server_that_is_waited_for_without_end() -> None:
    with mail_settings(port=25, timeout=None):
        (found,) = sending_ends()
    assert found.id == "prcouncil_outbox.W002"
    with mail_settings(port=25):
        assert sending_ends() == []
