"""System checks of audience."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.urls import NoReverseMatch, reverse
from wagtail.models import get_page_models

from wagtail_prcouncil import conf
from wagtail_prcouncil.audience.counting.manner import WAYS, is_shared
from wagtail_prcouncil.audience.known import shared_cache

TAG = "wagtail_prcouncil"


def register_all() -> None:
    register(TAG)(counted_types_exist)
    register(TAG)(counting_is_possible)
    register(TAG)(addresses_are_there)


def counted_types_exist(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E001: AUDIENCE_PAGE_TYPES names a page type that there is not, and so counts nothing."""
    if "AUDIENCE_PAGE_TYPES" not in conf.chosen():
        return []
    known = [kind._meta.label for kind in get_page_models()]
    return [
        Error(
            f"{conf.NAME}['AUDIENCE_PAGE_TYPES'] names {label!r}, which is no page type.",
            hint=f"Did you mean {(get_close_matches(label, known, n=1) or known)[0]!r}?",
            id="prcouncil_audience.E001",
        )
        for label in conf.audience_page_types()
        if label not in known
    ]


def counting_is_possible(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E002: a way or a cache that there is not. W001: counters that only one process sees."""
    chosen = {
        "AUDIENCE_COUNTING": (conf.audience_counting(), WAYS),
        "AUDIENCE_CACHE": (conf.audience_cache(), tuple(settings.CACHES)),
    }
    wrong: list[CheckMessage] = [
        Error(
            f"{conf.NAME}[{name!r}] is {value!r}.",
            hint=f"It must be one of {', '.join(known)}.",
            id="prcouncil_audience.E002",
        )
        for name, (value, known) in chosen.items()
        if value not in known
    ]
    if wrong or conf.audience_counting() != "cache" or is_shared(shared_cache()):
        return wrong
    return [
        Warning(
            f"Views are counted in the cache {conf.audience_cache()!r}, which is no Redis and no "
            "Memcached.",
            hint="Where the clock runs in another process, it never sees them. Use a shared cache, "
            f"or set {conf.NAME}['AUDIENCE_COUNTING'] = \"rows\".",
            id="prcouncil_audience.W001",
        )
    ]


def addresses_are_there(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """W002: without `audience.urls` nothing is counted and nobody is asked."""
    try:
        reverse("prcouncil_audience:seen")
    except NoReverseMatch:
        return [
            Warning(
                "wagtail_prcouncil.audience.urls is not in the URLconf: nothing is counted.",
                hint='Add path("audience/", include("wagtail_prcouncil.audience.urls")), outside '
                "of i18n_patterns.",
                id="prcouncil_audience.W002",
            )
        ]
    return []
