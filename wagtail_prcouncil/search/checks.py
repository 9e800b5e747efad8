"""What makes a search silently poor on a site that seems to work."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

_NOT_LETTERS = ("C", "POSIX")


def register_all() -> None:
    register(one_modelsearch)
    register(letters_known, Tags.database)


def one_modelsearch(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """With modelsearch installed twice no index entry is written, and only the log says why."""
    if not (apps.is_installed("modelsearch") and apps.is_installed("wagtail.search")):
        return []
    return [
        Error(
            'Both "modelsearch" and "wagtail.search" are in INSTALLED_APPS.',
            hint='Remove "modelsearch": "wagtail.search" is the same app under Wagtail\'s name.',
            id="prcouncil_search.E001",
        )
    ]


def letters_known(
    app_configs: Sequence[AppConfig] | None,
    databases: Sequence[str] | None = None,
    **kwargs: Any,
) -> list[CheckMessage]:
    """A PostgreSQL database of ctype C knows no letter but ASCII's: it cannot lower «É» or tell
    «،» from a letter, so that searches outside this backend miss words.
    """
    return [
        Warning(
            f'PostgreSQL database "{alias}" has the character type {ctype}.',
            hint=(
                "Create it anew with Unicode letters, e.g. CREATE DATABASE … TEMPLATE template0 "
                "ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8', and load a dump into it."
            ),
            id="prcouncil_search.W001",
        )
        for alias in databases or ()
        if (ctype := _ctype(alias)) in _NOT_LETTERS
    ]


def _ctype(alias: str) -> str | None:
    """The character type of a PostgreSQL database; None of any other."""
    connection = connections[alias]
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT datctype FROM pg_database WHERE datname = current_database()")
        return str(cursor.fetchone()[0])
