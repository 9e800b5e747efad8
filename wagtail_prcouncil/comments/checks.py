"""System checks of comments."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Warning, register
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import import_string

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments import proofs
from wagtail_prcouncil.comments.rules.many import unkept
from wagtail_prcouncil.comments.states import Mode
from wagtail_prcouncil.pages.checks import unknown_types

TAG = "wagtail_prcouncil"


def register_all() -> None:
    register(TAG)(commented_types_exist)
    register(TAG)(mode_is_known)
    register(TAG)(addresses_are_there)
    register(TAG)(limits_can_be_kept)
    register(TAG)(checker_is_there)
    register(TAG)(proof_can_be_asked_for)


def commented_types_exist(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E001: COMMENTS_PAGE_TYPES names a page type that there is not, where nobody comments."""
    if "COMMENTS_PAGE_TYPES" not in conf.chosen():
        return []
    labels = conf.comments_page_types()
    return unknown_types("COMMENTS_PAGE_TYPES", labels, "prcouncil_comments.E001")


def mode_is_known(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E002: COMMENTS_MODE is no mode, and every page without a policy would fail."""
    mode = conf.comments_mode()
    if mode in Mode.values:
        return []
    return [
        Error(
            f"{conf.NAME}['COMMENTS_MODE'] is {mode!r}.",
            hint=f"It must be one of {', '.join(Mode.values)}.",
            id="prcouncil_comments.E002",
        )
    ]


def addresses_are_there(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """W001: without `comments.urls` no thread is shown and nothing can be sent."""
    try:
        reverse("prcouncil_comments:thread", args=[1])
    except NoReverseMatch:
        return [
            Warning(
                "wagtail_prcouncil.comments.urls is not in the URLconf: no thread is shown.",
                hint='Add path("comments/", include("wagtail_prcouncil.comments.urls")), outside '
                "of i18n_patterns.",
                id="prcouncil_comments.W001",
            )
        ]
    return []


def limits_can_be_kept(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E003: COMMENTS_LIMITS has a limit of something else, or one that is no number: every comment
    would be held for it."""
    return [
        Error(
            f"{conf.NAME}['COMMENTS_LIMITS'] has no limit that can be kept for {name!r}.",
            hint='For "address", "email", "page" and "site": a whole number above 0, or None.',
            id="prcouncil_comments.E003",
        )
        for name in unkept()
    ]


def checker_is_there(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E004: COMMENTS_CHECKER leads nowhere, and every comment would be marked for it."""
    path = conf.comments_checker()
    if not path:
        return []
    try:
        import_string(path)
    except ImportError as error:
        return [
            Error(
                f"{conf.NAME}['COMMENTS_CHECKER'] is {path!r}: {error}",
                hint="It is the dotted path of a function (docs/comments-rules.md).",
                id="prcouncil_comments.E004",
            )
        ]
    return []


def proof_can_be_asked_for(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E005: COMMENTS_PROOF is on without its extra: nobody is asked for a proof."""
    if not conf.comments_proof() or proofs.is_installed():
        return []
    return [
        Error(
            f"{conf.NAME}['COMMENTS_PROOF'] is on, and the package altcha is not installed.",
            hint='pip install "wagtail-prcouncil[proof]"',
            id="prcouncil_comments.E005",
        )
    ]
