"""System checks of what WAGTAIL_PRCOUNCIL says."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, get_args, get_origin, get_type_hints

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.utils.functional import Promise

from wagtail_prcouncil import conf

TAG = "wagtail_prcouncil"


def register_all() -> None:
    register(TAG)(known_settings)


def known_settings(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E002: a key nobody reads. E003: a value of another type than its function promises."""
    chosen = conf.chosen()
    if not isinstance(chosen, dict):
        return [
            Error(
                f"{conf.NAME} is a {type(chosen).__name__}, not a dict.",
                hint="See docs/settings.md.",
                id="prcouncil_pages.E003",
            )
        ]
    return [_problem(key) for key in chosen if key not in conf.KEYS or not _fits(key)]


def _problem(key: str) -> CheckMessage:
    if key not in conf.KEYS:
        near = get_close_matches(key, conf.KEYS, n=1)
        return Error(
            f"{conf.NAME} has an unknown key {key!r}.",
            hint=f"Did you mean {near[0]!r}?" if near else "See docs/settings.md for the keys.",
            id="prcouncil_pages.E002",
        )
    return Error(
        f"{conf.NAME}[{key!r}] is a {type(conf.chosen()[key]).__name__}.",
        hint=f"It must be {_promised(key).__name__}. {conf.KEYS[key].__doc__}",
        id="prcouncil_pages.E003",
    )


def _promised(key: str) -> type:
    hint = get_type_hints(conf.KEYS[key])["return"]
    return get_origin(hint) or hint


def _fits(key: str) -> bool:
    value, promised = conf.chosen()[key], _promised(key)
    if promised is int:
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    if promised is tuple:
        kind = get_args(get_type_hints(conf.KEYS[key])["return"])[0]
        return isinstance(value, list | tuple) and all(isinstance(v, kind) for v in value)
    if promised is str:  # a translatable sentence is a lazy object, not a str
        return isinstance(value, str | Promise)
    return isinstance(value, promised)
