"""System checks of the clock."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections
from django.utils import timezone

from wagtail_prcouncil import conf
from wagtail_prcouncil.clock.models import Tick


def register_all() -> None:
    register(Tags.database, deploy=True)(clock_ticks)


def silent_since(now: dt.datetime | None = None) -> dt.timedelta | None:
    """For how long the clock has not ticked, where that is too long; `timedelta.max` where it
    never has, None where all is well."""
    last = Tick.last()
    if last is None:
        return dt.timedelta.max
    silence = (now or timezone.now()) - last
    return silence if silence > dt.timedelta(minutes=conf.clock_silent_minutes()) else None


def clock_ticks(
    app_configs: Sequence[AppConfig] | None = None,
    databases: Sequence[str] | None = None,
    **kwargs: Any,
) -> list[CheckMessage]:
    """W001 (`check --deploy --database default`): nobody calls the clock, and its jobs wait."""
    if "default" not in (databases or ()):
        return []
    if Tick._meta.db_table not in connections["default"].introspection.table_names():
        return []  # before the first `migrate`
    silence = silent_since()
    if silence is None:
        return []
    never = silence == dt.timedelta.max
    minutes = 0 if never else int(silence.total_seconds() // 60)
    return [
        Warning(
            "The clock has never ticked."
            if never
            else f"The clock has not ticked for {minutes} minutes.",
            hint="Have cron call `manage.py prcouncil_tick` once a minute; docs/operations.md.",
            id="prcouncil_clock.W001",
        )
    ]
