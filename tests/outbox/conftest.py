from collections.abc import Iterator

import django
import pytest
from django.test import override_settings

from tests.outbox import smtp_sink

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def mail_settings(port: int, timeout: int | None = 5) -> override_settings:
    """Through the real backend, however this Django is told of it."""
    if django.VERSION >= (6, 1):
        options = {"host": "127.0.0.1", "port": port, "timeout": timeout}
        return override_settings(MAILERS={"default": {"BACKEND": SMTP, "OPTIONS": options}})
    return override_settings(
        EMAIL_BACKEND=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port, EMAIL_TIMEOUT=timeout
    )


@pytest.fixture
def sink() -> Iterator[smtp_sink.Sink]:
    with smtp_sink.running() as sink, mail_settings(sink.port):
        yield sink
