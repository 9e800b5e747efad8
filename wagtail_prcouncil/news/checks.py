"""System checks of what a site says of its news."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from wagtail_prcouncil import conf
from wagtail_prcouncil.news import phrases

TAG = "wagtail_prcouncil"


def register_all() -> None:
    register(TAG)(source_phrases)


def source_phrases(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E001: a pattern of SOURCE_PHRASES that says nothing, or something else than a source."""
    chosen = conf.source_phrases()
    if not isinstance(chosen, dict):
        return []  # prcouncil_pages.E003 says so
    return [
        Error(
            f"{conf.NAME}['SOURCE_PHRASES']: {problem}.",
            hint='For instance {"fa": ["به گزارش {outlet}"]}; docs/settings.md.',
            id="prcouncil_news.E001",
        )
        for problem in phrases.problems(chosen)
    ]
