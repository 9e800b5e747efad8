"""System checks of the outbox."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import global_settings, settings
from django.core.checks import CheckMessage, Warning, register

from wagtail_prcouncil.compat import mail_timeout

TAG = "wagtail_prcouncil"


def register_all() -> None:
    register(TAG, deploy=True)(sender_is_named)
    register(TAG, deploy=True)(sending_ends)


def sender_is_named(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """W001 (`check --deploy`): mail comes from webmaster@localhost, and most servers refuse it."""
    if settings.DEFAULT_FROM_EMAIL != global_settings.DEFAULT_FROM_EMAIL:
        return []
    return [
        Warning(
            f"Mail is sent from {settings.DEFAULT_FROM_EMAIL!r}.",
            hint="Set DEFAULT_FROM_EMAIL to an address of the site's own domain.",
            id="prcouncil_outbox.W001",
        )
    ]


def sending_ends(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """W002 (`check --deploy`): a mail server that does not answer is waited for without end."""
    if mail_timeout() is not None:
        return []
    return [
        Warning(
            "A mail server that does not answer is waited for without end.",
            hint="Set EMAIL_TIMEOUT, or the option 'timeout' of MAILERS, to some seconds.",
            id="prcouncil_outbox.W002",
        )
    ]
