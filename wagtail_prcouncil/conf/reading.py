"""The one place that looks into Django's settings for ours."""

from typing import Any

from django.conf import settings

NAME = "WAGTAIL_PRCOUNCIL"


def chosen() -> dict[str, Any]:
    """What the site itself wrote, defaults not filled in."""
    return getattr(settings, NAME, {})
