"""System checks of numbering."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections


def register_all() -> None:
    register(Tags.database)(writers_queue_up)


def writers_queue_up(
    app_configs: Sequence[AppConfig] | None = None,
    databases: Sequence[str] | None = None,
    **kwargs: Any,
) -> list[CheckMessage]:
    """W001: on SQLite with deferred transactions, parallel writers meet "database is locked"."""
    return [
        Warning(
            f"Database '{alias}' is SQLite and its transactions begin as readers.",
            hint='Set "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 30}, or use '
            "PostgreSQL.",
            id="prcouncil_numbering.W001",
        )
        for alias in databases or ()
        if connections[alias].vendor == "sqlite"
        and connections[alias].settings_dict["OPTIONS"].get("transaction_mode") != "IMMEDIATE"
    ]
