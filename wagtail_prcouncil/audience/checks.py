"""System checks of audience."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.urls import NoReverseMatch, reverse

from wagtail_prcouncil import conf
from wagtail_prcouncil.audience.counting.manner import WAYS, is_shared
from wagtail_prcouncil.audience.known import shared_cache
from wagtail_prcouncil.pages.checks import unknown_types

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
    labels = conf.audience_page_types()
    return unknown_types("AUDIENCE_PAGE_TYPES", labels, "prcouncil_audience.E001")


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
