from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error


def demo_stays_at_home(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E001: DEBUG off with demo settings means that somebody is about to serve the demo."""
    if not getattr(settings, "DEMO", False) or settings.DEBUG:
        return []
    return [
        Error(
            "The demo settings are for one's own machine, but DEBUG is off.",
            hint="Serve with ministry.settings (or your own) and set SECRET_KEY, ALLOWED_HOSTS.",
            id="home.E001",
        )
    ]
